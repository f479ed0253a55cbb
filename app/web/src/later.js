// The screens that are loaded after the first one, together.
import "./app.js"; // the bundler then puts all modules of the first screen into one file, which compresses best
export { InvoiceScreen, StatementScreen } from "./invoice/screen.js";
export { SentScreen } from "./invoice/sent.js";
