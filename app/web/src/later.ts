// The screens that are loaded after the first one, together.
import "./app.ts"; // the bundler then puts all modules of the first screen into one file, which compresses best
export { InvoiceScreen, StatementScreen } from "./invoice/screen.ts";
export { SentScreen } from "./invoice/sent.ts";
export { Art } from "./parts/art.ts";
export { AccessibilityScreen } from "./accessibility/screen.ts";
export { DoneJobs } from "./jobs/done.ts";
export { ToInvoiceJobs } from "./jobs/to-invoice.ts";
export { DevicesScreen } from "./account/devices.ts";
export { AccountScreen, OtherAccountScreen } from "./account/screen.ts";
export { InstallScreen } from "./install/screen.ts";
export { OutboxScreen } from "./outbox-screens/screen.ts";
export { ItemScreen } from "./outbox-screens/item-screen.ts";
export { NotFoundScreen } from "./parts/not-found.ts";
export { PasskeysScreen } from "./account/passkeys.ts";
export { SignInScreen } from "./sign-in/screen.ts";
export { WelcomeScreen } from "./sign-in/welcome-screen.ts";
export { MoneyInvoiceScreen, MoneyStatementScreen } from "./money/pages.ts";
export { MoneyScreen } from "./money/screen.ts";
export { ContactsScreen } from "./contacts/screen.ts";
export { JobScreen } from "./job/screen.ts";
export { PrintScreen } from "./job/print-screen.ts";
export { SearchScreen } from "./search/screen.ts";
