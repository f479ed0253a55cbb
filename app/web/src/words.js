// Every sentence of the app, by part. The portal's own sentences come from the portal. Functions take what varies.
import { count } from "./format.js";

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
  invoice: "Invoice",
  statement: "Invoice",
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

/** The invoice: its form, its review, and what becomes of it. */
export const invoice = {
  title: "Invoice",
  review: "Review",
  /** @param {string} amount */
  reviewAmount: (amount) => `Review ${amount}`,
  total: "Total, VAT included",
  vat: "VAT",
  vatRates: { 0: "No VAT", 20: "20%", 5: "5%", other: "Other" },
  vatAmount: "VAT in pounds",
  /** @param {string} rate */
  vatAsLastTime: (rate) => `${rate} as last time. You can change it.`,
  /** @param {string} amount */
  vatIncluded: (amount) => `VAT included: ${amount}`,
  vatWorkedOut: "VAT is worked out from the total",
  vatNotStated: "VAT not stated",
  noVat: "No VAT",
  paper: "Your invoice",
  /** @param {string} agency */
  needed: (agency) => `${agency} needs it`,
  photo: "Photo of the paper",
  choosePdf: "Choose a PDF",
  makingPdf: "Making a PDF of the photo …",
  /** @param {string} size */
  photoGoesAs: (size) => `Goes as a PDF of 1 page, ${size}`,
  removePhoto: "Remove the photo",
  removePdf: "Remove the PDF",
  removed: "Removed.",
  /** @param {string} name */
  attached: (name) => `${name} is attached.`,
  openPhoto: "See it large",
  takeAgain: "Take again",
  photoName: "Photo of the invoice.pdf",
  number: "Number",
  /** @param {string} number */
  lastNumber: (number) => `Your last was ${number}`,
  /** @param {string} number @param {string} last */
  usedNumber: (number, last) => `Number ${number} is used already. Your last was ${last}.`,
  date: "Date",
  today: "Today",
  purpose: "For",
  statement: "Pending payment",
  chooseStatement: "Choose one",
  noStatement: "None",
  elsewhere: "Invoiced elsewhere, or no charge",
  /** @param {string} invoices */
  hasInvoice: (invoices) => `This job has an invoice already: ${invoices}.`,
  hasNone: "No other invoice for this job from this portal",
  hasNoneHere: "No invoice for this job through this portal",
  /** @param {string} agency */
  to: (agency) => `To ${agency}`,
  job: "Job",
  /** @param {string} name @param {string} size */
  document: (name, size) => `${name}, ${size}`,
  photoDocument: "Photo, as a PDF of 1 page",
  none: "None",
  edit: "Edit",
  send: "Send invoice",
  isAdded: "Your invoice is on this phone.",
  notKept: "Your invoice could not be kept. Please try again.",
  /** @param {string} agency */
  notOffered: (agency) => `${agency} does not take invoices here.`,
  /** @param {string} agency */
  onlyForJobs: (agency) => `${agency} takes invoices for jobs. Send it from its job.`,
  jobGone: "This job is not here any more.",
};

/** What is wrong with the field of an invoice. */
export const invoiceProblems = {
  amountMissing: "Enter the amount.",
  amountNoNumber: "Enter an amount in pounds, such as 140.00.",
  amountZero: "The amount must be more than £0.",
  vatMissing: "Choose the VAT: your agency needs it.",
  vatNoNumber: "Enter the VAT in pounds, such as 24.00.",
  vatTooLarge: "VAT cannot be more than the amount.",
  amountTooFine: "The amount can have no more than two decimals.",
  vatTooFine: "VAT can have no more than two decimals.",
  /** @param {string} most */
  amountTooLarge: (most) => `The amount can be ${most} at most.`,
  descriptionMissing: "Say what the invoice is for.",
  numberMissing: "Enter your invoice number: your agency needs it.",
  dateMissing: "Enter the date of the invoice.",
  /** @param {number} days @param {string} latest */
  dateTooLate: (days, latest) => `The date can be ${days === 1 ? "tomorrow" : `${count(days, "day")} ahead`} at the latest, ${latest}.`,
  /** @param {number} years @param {string} oldest */
  dateTooOld: (years, oldest) => `The date can be ${count(years, "year")} ago at most, ${oldest}.`,
  statementMissing: "Choose the payment that it is for.",
  documentMissing: "Add the invoice as a photo or a PDF: your agency needs it.",
  /** @param {string} most */
  documentTooLarge: (most) => `The PDF can have ${most} at most.`,
  noPdf: "This file is not a PDF. Choose a PDF, or take a photo of the paper.",
  unreadableFile: "This file cannot be read. Please choose it again.",
  unreadablePhoto: "This picture cannot be read. Take it again, or choose a PDF.",
};

/** After an invoice was sent. */
export const sentInvoice = {
  /** @param {string} agency */
  sent: (agency) => `Sent to ${agency}`,
  safeHere: "Safe on this phone",
  /** @param {string} amount @param {string} agency */
  goesWithSignal: (amount, agency) => `${amount} goes to ${agency} by itself when there is signal. You get the receipt then.`,
  /** @param {string} amount @param {string} agency */
  goesNow: (amount, agency) => `${amount} is on its way to ${agency}.`,
  received: "Received by the portal",
  /** @param {string} agency */
  closeApp: (agency) => `The portal delivers it to ${agency}. You can close the app.`,
  beingChecked: "The portal checks whether it arrived. Do not write it again.",
  receipt: "Receipt",
  recipient: "To",
  saved: "Saved",
  saveReceipt: "Save receipt",
  /** @param {string} agency @param {string} number */
  receiptName: (agency, number) => `Receipt ${agency} ${number}.txt`,
  seeInMoney: "See it in Money",
  seeInOutbox: "See what to do",
  thisJob: "This job",
  stillToInvoice: "Still to invoice",
  backToJob: "Back to job",
  backToMoney: "Back to Money",
  today: "Today",
  gone: "This invoice is not on this phone any more.",
  openMoney: "Open Money",
};

/** An invoice that looks like another. */
export const duplicate = {
  title: "Looks like a duplicate",
  nothingSent: "Nothing was sent",
  /** @param {string} agency */
  question: (agency) => `${agency} already has an invoice for this job with the same amount. Is it the same one?`,
  first: "First",
  second: "This one",
  isSent: "Sent",
  isNotSent: "Not sent",
  amount: "Amount",
  pdf: "PDF",
  yes: "Yes",
  differences: "Underlined: where they differ",
  remove: "Delete",
  removeQuestion: "Delete this one?",
  /** @param {string} amount @param {string} number */
  removeHint: (amount, number) => `${[amount, number].filter(Boolean).join(", ")} was not sent. It is then gone from this phone.`,
  keep: "Keep it",
  sendAnyway: "Send anyway, it is a different invoice",
  seeFirst: "See the first one",
};

/** A PDF that another app shared with the portal. */
export const sharedPdf = {
  title: "Invoice for which job?",
  /** @param {string} name */
  whichJob: (name) => `${name} is here. Choose its job.`,
  toInvoice: "To invoice",
  open: "Open",
  noJobs: "There is no job to invoice.",
};
