// The screens that are loaded after the first one, together.
import "./app.js"; // the bundler then puts all modules of the first screen into one file, which compresses best
export { InvoiceScreen, StatementScreen } from "./invoice/screen.js";
export { SentScreen } from "./invoice/sent.js";
export { Art } from "./parts/art.js";
export { AccessibilityScreen } from "./accessibility/screen.js";
export { DevicesScreen } from "./account/devices.js";
export { OtherAccountScreen } from "./account/other-account.js";
export { AccountScreen } from "./account/screen.js";
export { InstallScreen } from "./install/screen.js";
export { ItemScreen } from "./outbox-screens/item-screen.js";
export { NotFoundScreen } from "./parts/not-found.js";
export { PasskeysScreen } from "./account/passkeys.js";
export { SignInScreen } from "./sign-in/screen.js";
export { WelcomeScreen } from "./sign-in/welcome-screen.js";
export { MoneyInvoiceScreen } from "./money/invoice-page.js";
export { MoneyScreen } from "./money/screen.js";
export { MoneyStatementScreen } from "./money/statement-page.js";

export { ContactsScreen } from "./contacts/screen.js";
export { JobScreen } from "./job/screen.js";
export { PrintScreen } from "./job/print-screen.js";
export { SearchScreen } from "./search/screen.js";
