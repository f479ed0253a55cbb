// The types that the JSDoc of this app names. All of them are global. Numbers that are times are milliseconds.

/** JSON whose shape depends on its path: the API's schemas describe it. */
type Json = any;

type Children = import("preact").ComponentChildren;
type Signal<T> = import("@preact/signals").Signal<T>;

/** An event of a form field. */
type FieldEvent = Event & { target: HTMLInputElement };

// ---- The API. `npm run api-types` writes the types of its schemas.

type Schemas = import("../api.d.ts").components["schemas"];
type Account = Schemas["SessionAccount"];
type Passkey = Schemas["Passkey"];
type Device = Schemas["Device"];
type Agency = Schemas["Agency"];
type Limits = Schemas["Limits"];
type InvoiceRules = Schemas["InvoiceRules"];
type Note = Schemas["Note"];
type Job = Schemas["Job"];
type Statement = Schemas["Statement"];
type Contact = Schemas["Contact"];
type Submission = Schemas["Submission"];
/** A signed-in person. `account` is the account that the next visit begins with. */
type Person = Omit<Schemas["Session"], "endsAt">;
/** An invoice as the API has it, or as it stands in the outbox: then `item` is its item. */
type Invoice = Partial<Schemas["ListedInvoice"]> & { amount: number | null; item?: OwnedItem };

/** `offline`: no answer of the portal arrived; the status is 0 then. `problem`: why the portal did not do it. */
interface Answer {
  status: number;
  body: Json;
  headers: Headers;
  problem: Problem | null;
  offline: boolean;
}

/**
 * An error of the portal (RFC 9457). `type`: the name of its type, from the list at /api/problems. `retryAfter`: the seconds
 * to wait. If a proxy removes the header `Accept`, the portal sends no type and no errors: both are null then.
 */
interface Problem {
  type: string | null;
  sentence: string;
  errors: { pointer?: string; detail: string }[] | null;
  retryAfter: number | null;
  submissionState: string | null;
}

interface ApiOptions {
  method?: string;
  body?: object | FormData;
  /** The account the request is for, such as acme/CON-1001. */
  account?: string;
  headers?: Record<string, string>;
  timeoutMs?: number;
}

/**
 * The session that a device has saved. `endsAt`: when it ends at the latest, by the clock of this device; 0 or missing if it has ended
 * and its data is not all deleted. `hasSignedOut`: the person has ended it. `clockAhead`: the milliseconds by which the portal's clock
 * is ahead of the clock of this device.
 */
interface SavedSession extends Person {
  endsAt?: number;
  clockAhead?: number;
  hasSignedOut?: boolean;
}

/** An account as screens show it. `name`: such as "acme/CON-1001". `shortName`: of the agency, at most 12 characters. */
interface ShownAccount {
  owner: Owner;
  name: string;
  agencyName: string;
  shortName: string;
  displayName: string;
  agency: Agency | null;
}

/** A job and its account. */
interface AccountJob {
  job: Job;
  account: ShownAccount;
}

/** An account and the state of a resource of it. */
interface Aged extends ShownAccount {
  resource: ResourceState;
}

/** An account and the state of a list of its jobs. */
interface Source extends ShownAccount {
  resource: ResourceState<{ jobs: Job[] }>;
}

/** The body that each path below /api/contractor/ answers GET with. */
interface ResourceBodies {
  agency: Agency;
  account: Schemas["Account"];
  contacts: { contacts: Contact[] };
  jobs: { jobs: Job[] };
  "jobs?toInvoice=true": { jobs: Job[] };
  invoices: { invoices: Invoice[] };
  "statements/pending": { statements: Statement[] };
  "statements/historical": { statements: Statement[] };
}

type ResourcePath = keyof ResourceBodies | `jobs/${string}`;
type BodyOf<Path> = Path extends keyof ResourceBodies ? ResourceBodies[Path] : Job;

/**
 * The state of a resource. `begunAt`: when this device began to read it. `asOf`: when the portal read it from
 * the agency. `isOld`: it comes from this device, because the portal was not reached. `problem`: why it is missing.
 */
interface ResourceState<Body = Json> {
  body: Body | null;
  begunAt: number;
  asOf: string | null;
  isOld: boolean;
  busy: boolean;
  problem: string | null;
  status: number;
}

// ---- This device

/** The owner of a database on this device. */
interface Owner {
  email: string;
  agency: string;
  contractorId: string;
}

type AccountId = Pick<Owner, "agency" | "contractorId">;

/** The e-mail address that a sign-in code was requested for, and when. */
interface CodeRequest {
  email: string;
  at: number;
}

type Database = import("idb").IDBPDatabase<unknown>;
type UpgradeTransaction = import("idb").IDBPTransaction<unknown, string[], "versionchange">;
type Migration = (database: Database, transaction: UpgradeTransaction) => unknown;

/** A PDF of a draft. */
interface DraftDocument {
  name: string;
  size: number;
  bytes?: ArrayBuffer;
}

/**
 * The route of this tab. `isProvisional`: the app has added the account. `y` and `mark`: the scroll position that the person
 * left, if they came back to it. `previous`: the path of the page from which the person came within this app. `place`: the address of the
 * last place (PLACES in routes.js) before this page.
 */
interface Route {
  screen: string;
  id: string | null;
  path: string;
  account: string | null;
  query: URLSearchParams;
  isProvisional: boolean;
  isBack: boolean;
  y: number;
  mark: Mark | null;
  previous: string | null;
  place: string | null;
}

/** A link on a screen: `at` is its index among all links to `href`, `top` its distance from the top of the window. */
interface Mark {
  href: string;
  at: number;
  top: number;
}

// ---- The outbox

type ItemState = "waiting" | "sending" | "checking" | "review" | "done" | "refused" | "unknown";

/** A stage of an item after it has left this phone. `accepted`: the portal has it. */
type Stage = "sending" | "accepted" | "checking" | "review" | "done" | "refused";

type ItemContent =
  | { kind: "note"; content: { note: string } }
  | { kind: "completion"; content: { completed: boolean } }
  | { kind: "invoice"; content: InvoiceContent };

interface InvoiceContent {
  jobId?: string | null;
  statementId?: string;
  amount: number;
  vat?: number;
  description: string;
  invoiceDate: string;
  invoiceNumber?: string;
}

/** `result`: the answer of the portal to a finished item, where screens need it. outbox/states.js explains the rest. */
interface ItemFields {
  jobId: string | null;
  about: string;
  document: { name: string; size: number } | null;
  key: string;
  duplicate: boolean;
  state: ItemState;
  sentence: string | null;
  addedAt: number;
  sentAt: number | null;
  doneAt: number | null;
  tries: number;
  nextAt: number;
  heldUntil: number;
  attempt: string | null;
  submissionId: string | null;
  receivedAt: string | null;
  promised: boolean;
  officeAsked: boolean;
  asks: "duplicate" | "document" | "size" | null;
  ended: string | null;
  faults?: Record<string, string> | null;
  way?: { stage: Stage; at: number }[];
  result: Json;
}

/** An item before a database has given it an id. */
type NewItem = ItemFields & ItemContent;
type Item = NewItem & { id: number };
/** An item, and the owner of its storage. */
type OwnedItem = Item & { owner: Owner };
/** What identifies an item: ids are unique in a storage. */
type ItemId = Pick<OwnedItem, "id" | "owner">;
type ItemChanges = Partial<ItemFields> & { content?: ItemContent["content"] };
/** The result of a change: null deletes the item, undefined leaves it unchanged. */
type ItemChange = (item: Item) => ItemChanges | null | undefined;

/** A new item as screens write it. */
type Draft = ItemContent & { jobId: string | null; about: string; document: File | null };

/** The reason why nothing can be sent now. */
type Obstacle = "offline" | "signed-out" | "other-person" | "account-gone";

/** The result of sending the due items of an outbox. `nextAt`: when there is something to do again. */
interface SendResult {
  obstacle: Obstacle | null;
  nextAt: number | null;
}

/** A file that the browser opens with this app: https://wicg.github.io/web-app-launch/ */
interface LaunchQueue {
  setConsumer(consumer: (launch: { files: { getFile(): Promise<File> }[] }) => void): void;
}

/** The stages on an item's page. `time`: in words. `isNext`: it has not been reached. */
interface ShownStage {
  icon: string;
  tone: "ok" | "wait" | "bad" | "info" | null;
  label: string;
  time: string;
  isNext: boolean;
}

// ---- Invoices

type InvoiceField = "amount" | "vat" | "description" | "invoiceNumber" | "invoiceDate" | "statementId";
/** `vatRate`: one of `VatRate` in invoice/rules.ts; `vat` counts only if the rate is "other" or "". */
type InvoiceTexts = Record<InvoiceField | "vatRate", string>;
type InvoiceProblems = Partial<Record<InvoiceField | "document", string>>;

// ---- The service worker; build.mjs defines both names.

declare const SHELL_VERSION: string;
declare const SHELL_FILES: string[];

interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface FetchEvent extends ExtendableEvent {
  request: Request;
  respondWith(response: Promise<Response>): void;
}

interface SyncEvent extends ExtendableEvent {
  tag: string;
}

/** The parts of a service worker that this app uses. TypeScript cannot load its own types beside those of a page. */
interface ServiceWorkerScope {
  addEventListener(type: "install" | "activate", listener: (event: ExtendableEvent) => void): void;
  addEventListener(type: "fetch", listener: (event: FetchEvent) => void): void;
  addEventListener(type: "sync", listener: (event: SyncEvent) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
}

/** Background Sync, which TypeScript's own types lack. */
interface ServiceWorkerRegistration {
  sync?: { register(tag: string): Promise<void> };
}

interface Window {
  launchQueue?: LaunchQueue;
  trustedTypes?: { createPolicy(name: string, rules: object): { createScriptURL(url: string): string } };
}

// ---- Money

/** `phone`: only this device has the invoice. `refused`: AgentOS never took it. `rejected`: the agency said no. */
type PaymentStage = "phone" | "received" | "agency" | "authorised" | "rejected" | "refused" | "paid";

/**
 * An invoice, a statement, or both if they are of one payment. `amount`: what comes to the person, as far as AgentOS tells, else what
 * was invoiced. `receivedAt`: when the portal received the invoice, else when the agency got it. `paidOn`: a date; `paidBy` says
 * what it is the date of: of the payment, of the day when the portal saw it, or of the statement. `double`: a statement that may be
 * the same payment as this invoice: sums leave the invoice out.
 */
interface Payment {
  account: ShownAccount;
  job: Job | null;
  invoice: Invoice | null;
  statement: Statement | null;
  stage: PaymentStage;
  amount: number | null;
  receivedAt: string | null;
  paidOn: string | null;
  paidBy: "payment" | "seen" | "statement" | null;
  double: Statement | null;
}
