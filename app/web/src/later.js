// The screens that are loaded after the first one, together.
import "./app.js"; // the bundler then puts all modules of the first screen into one file, which compresses best

export { ContactsScreen } from "./contacts/screen.js";
export { PrintScreen } from "./job/print-screen.js";
