// The screens that are loaded after the first one, together.
import "./app.js"; // the bundler then puts all modules of the first screen into one file, which compresses best
export { MoneyInvoiceScreen } from "./money/invoice-page.js";
export { MoneyScreen } from "./money/screen.js";
export { MoneyStatementScreen } from "./money/statement-page.js";
