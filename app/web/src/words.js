// Every sentence of the app, by part. The portal's own sentences come from the portal. Functions take what varies.
import { count, possessive } from "./format.js";

export const PRODUCT = "Contractor Portal";

/** Headers, navigation, banners and other parts of every screen. */
export const parts = {
  skip: "Skip to the content",
  search: "Search all jobs",
  /** @param {string} initials */
  account: (initials) => `${initials}: your account`,
  contactsOf: ": contacts",
  navigation: "Main",
  places: { today: "Today", jobs: "Jobs", money: "Money", outbox: "Outbox" },
  /** @param {string} screen */
  backTo: (screen) => `Back to ${SCREEN_NAMES[screen] ?? "Today"}`,
  /** @param {number} number */
  needYou: (number) => `: ${count(number, "item")} ${number === 1 ? "needs" : "need"} you`,
  /** @param {number} number */
  onThisPhone: (number) => `: ${count(number, "item")} on this phone`,
  /** @param {string} what @param {string | null} time */
  noSignal: (what, time) => `No signal. ${time ? `${what} as of ${time}. ` : ""}You can carry on.`,
  /** @param {string} agency @param {string | null} time */
  unreachable: (agency, time) =>
    `${agency} cannot be reached. ${time ? `Its data are as of ${time}. ` : ""}What you send waits with the portal.`,
  /** @param {string} what @param {string} time */
  asOf: (what, time) => `${what} as of ${time}.`,
  close: "Close",
  reading: "Reading …",
  loading: "Loading …",
  opening: "Opening …",
  signingOut: "Signing out …",
  status: "Status: ",
};

/** @type {Record<string, string>} */
const SCREEN_NAMES = {
  today: "Today",
  jobs: "Jobs",
  search: "search",
  job: "the job",
  money: "Money",
  outbox: "Outbox",
  account: "Account",
  contacts: "Contacts",
};

/** The states of a sent item: one wording everywhere. */
export const states = {
  onThisPhone: "On this phone",
  sending: "Sending",
  withPortal: "With the portal",
  beingChecked: "Being checked",
  withAgency: "With the agency",
  refused: "Refused",
  expired: "Expired",
  /** @param {string} agency */
  asked: (agency) => `We asked ${agency}`,
  /** @param {string} agency */
  ring: (agency) => `Please ring ${agency}`,
  willBeDelivered: "will be delivered",
  mayHaveArrived: "may have arrived",
  notDelivered: "not delivered",
  goesWithSignal: "goes with signal",
  goesNext: "goes next",
  sentAgain: "may have arrived, and is sent again safely",
  /** @param {number} seconds */
  goesIn: (seconds) => `goes in ${seconds} s`,
  /**
   * The reason of a refusal in short words: the portal's own sentence, unless the app has a better one.
   *
   * @param {string} sentence
   * @param {string} agency
   */
  reason: (sentence, agency) => {
    if (sentence.includes("files attached")) return "the PDF has another file inside";
    if (sentence.startsWith("This job was cancelled")) return `${agency} cancelled this job`;
    return sentence;
  },
};

/** Items of the outbox. */
export const items = {
  note: "Note",
  done: "Done",
  reopened: "Reopened",
  /** @param {string} amount */
  invoice: (amount) => `Invoice ${amount}`,
};


/** Money: what the person waits for, what was paid, and where an invoice is. */
export const money = {
  title: "Money",
  reading: "Reading …",
  tabs: "Money by state",
  waiting: "Waiting",
  paid: "Paid",
  waitingFor: "Waiting for payment",
  authorisedPart: "Authorised",
  agencyPart: "With agencies",
  receivedPart: "Received",
  nothingWaits: "Nothing waits for payment",
  nothingWaitsHint: "Invoices show here from when the portal has them until they are paid.",
  nothingPaid: "Nothing was paid yet",
  nothingPaidHint: "Payments show here once an agency says that it has paid them.",
  notOffered: "Your agency shows no payments here.",
  unread: "Your payments cannot be read now.",
  /** @param {string} amount */
  mayBeDouble: (amount) => `Not counted: ${amount} of invoices that may be the same payments as statements here.`,
  /** @param {string} amount */
  onPhone: (amount) => `Not counted: ${amount} that is only on this phone.`,
  /** @param {string[]} agencies */
  without: (agencies) => `Not counted: ${agencies.join(" and ")}. The payments there cannot be read now.`,
  /** @param {number} number */
  toInvoice: (number) => `${count(number, "job")} to invoice`,
  /** @param {string} age */
  oldestDone: (age) => `Oldest done ${age === "today" ? age : `${age} ago`}`,
  /** @param {string} item @param {string} state */
  itemIs: (item, state) => `${item} ${state.toLowerCase()}`,
  rejected: "Rejected",
  /** @param {string} agency */
  rejectedBy: (agency) => `Rejected by ${agency}. Ring them to ask why.`,
  /** @param {string} agency */
  refusedBy: (agency) => `${possessive(agency)} system refused it. Ring them.`,
  noReason: "The reason is not sent to the portal.",
  /** @param {string} phone @param {string} name */
  numberOf: (phone, name) => `${[phone, name].filter(Boolean).join(", ")}.`,
  receivedByPortal: "Received by the portal",
  withAgency: "With the agency",
  authorised: "Authorised",
  refused: "Refused",
  /** @param {string} time */
  since: (time) => `since ${time}`,
  /** @param {string} time */
  seen: (time) => `seen ${time}`,
  /** @param {string} day */
  statementOf: (day) => `statement of ${day}`,
  /** @param {string} state @param {string} time */
  stateSeen: (state, time) => `${state}, ${time}`,
  /** @param {number} days */
  days: (days) => count(days, "day"),
  /** @param {number} days */
  daysWaiting: (days) => `${count(days, "day")} waiting`,
  /** @param {number} days */
  inDays: (days) => `in ${count(days, "day")}`,
  notYet: "not yet",
  whereItIs: "Where it is",
  /** @param {string} receipt */
  receipt: (receipt) => `Receipt ${receipt}`,
  /** @param {string} agency */
  noDate: (agency) => `${agency} gives no date.`,
  /** @param {{number: number, least: number, most: number}} last */
  lastTook: ({ number, least, most }) =>
    `Your last ${number} took ${least === most ? count(most, "day") : `${least} to ${count(most, "day")}`}.`,
  invoice: "Invoice",
  /** @param {string} number */
  invoiceNumber: (number) => `Invoice ${number}`,
  /** @param {string} number */
  job: (number) => `Job ${number}`,
  /** @param {string} statement @param {string} amount */
  isDouble: (statement, amount) => `${statement} for ${amount} may be the same payment, so the sum leaves this invoice out.`,
  mayInvoiceAgain: "You may send another invoice for this job, with a new number.",
  newInvoice: "New invoice",
  missing: "It is not in the agency's list.",
  statement: "Statement",
  /** @param {string | null} id */
  statementId: (id) => (id ? `Statement ${id}` : "Statement"),
  /** @param {string} statement @param {string} gross @param {string | null} commission */
  breakdown: (statement, gross, commission) => `${statement}: ${gross}${commission ? ` less commission ${commission}` : ""}`,
  comesToYou: "Comes to you",
  cameToYou: "Paid to you",
  notPaidYet: "Not paid yet",
  gross: "Gross",
  vat: "VAT included",
  net: "Net",
  commission: "Commission",
  property: "Property",
  yourInvoice: "Your invoice",
  raised: "Raised",
  for: "For",
  reference: "Number",
  print: "Print this statement",
  sendInvoice: "Send invoice",
  actions: "Actions",
  receiptButton: "Receipt",
  jobButton: "Job",
  openJob: "Open job",
  call: "Call",
  /** @param {string} agency */
  callAgency: (agency) => `Call ${agency}`,
  paidSince: "Paid since 6 April",
  /** The part of April in which a tax year begins. */
  sinceTaxYear: "6–30 Apr",
  noDateGiven: "Without a date",
  showMore: "Show earlier payments",
  csv: "CSV for your accountant",
  csvHint: "By tax quarter",
  csvHintSeveral: "By tax quarter, all agencies",
  quarter: "Tax quarter",
  /** @param {string} first @param {string} last */
  period: (first, last) => `${first} – ${last}`,
  /** @param {number} number */
  soFar: (number) => `This quarter so far, ${count(number, "payment")}`,
  /** @param {number} number @param {string} amount */
  payments: (number, amount) => `${count(number, "payment")}, ${amount}`,
  otherDates: "Other dates",
  from: "From",
  to: "To",
  isReversed: "The first date is after the last.",
  agencies: "Agencies",
  all: "All",
  columns: "One line a payment: date, agency, property, number, net, VAT, commission, paid.",
  /** @param {number} number */
  save: (number) => `Save CSV, ${count(number, "payment")}`,
  /** @param {string} name */
  saved: (name) => `${name} is saved.`,
  column: {
    date: "Date",
    agency: "Agency",
    property: "Property",
    number: "Number",
    net: "Net",
    vat: "VAT",
    commission: "Commission",
    paid: "Paid",
    note: "Note",
  },
  noPaymentDate: "Date of the statement: the agency gives no date of payment",
  seenDate: "Date when the portal saw it paid",
  noStatement: "Amount of the invoice: no statement",
  /** @param {string} statement */
  sameAs: (statement) => `May be the same payment as ${statement}, so its amount is left out`,
  receiptOf: {
    to: "To",
    amount: "Amount",
    number: "Invoice number",
    date: "Invoice date",
    received: "Received by the portal",
    arrived: "With the agency",
    receipt: "Receipt",
  },
};
