// The parts of screens that are loaded after the first screen, together.
import "./app.js"; // the bundler then puts all modules of the first screen into one file, which compresses best

export { Devices } from "./account/devices.js";
export { Passkeys } from "./passkeys/list.js";
export { PasskeyOffer } from "./passkeys/offer-form.js";
