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


/** The page of a job. */
export const job = {
  thisJob: "This job",
  title: "Job",
  emergency: "Emergency",
  cancelled: "Cancelled",
  /** @param {string | null} time */
  done: (time) => (time ? `Done ${time}` : "Done"),
  whereAndWho: "Where and who",
  whatIsWrong: "What is wrong",
  noAddress: "No address given",
  /** @param {string} name */
  reportedBy: (name) => `reported by ${name}`,
  directions: "Directions",
  /** @param {string} name */
  call: (name) => (name ? `Call ${name}` : "Call"),
  /** @param {string} name */
  text: (name) => (name ? `Text ${name}` : "Text"),
  /** @param {string} name */
  email: (name) => (name ? `Email ${name}` : "Email"),
  doNotGo: "Do not go.",
  /** @param {string} agency */
  agencyCancelled: (agency) => `${agency} cancelled this job.`,
  activity: "Activity",
  newestFirst: "newest first",
  notAllNotes: "Not all notes of this job are here yet.",
  you: "You",
  noName: "No name",
  undated: "Without a date",
  doneEntry: "Done",
  /** @param {string | null} name */
  reportedEntry: (name) => (name ? `Reported by ${name}` : "Reported"),
  marks: { elsewhere: "Invoiced elsewhere", "no-charge": "No charge" },
  /** @param {string} agency */
  seeWhy: (agency) => `See why, edit or call ${agency}`,
  /** @param {string} agency */
  seeMore: (agency) => `See more or call ${agency}`,
  editOrDelete: "Edit or delete",
  takeBack: "Take back",
  takenBack: "Taken back. Nothing is sent.",
  received: "Received by the portal",
  authorised: "Authorised",
  paid: "Paid",
  /** @param {string} agency */
  rejected: (agency) => `Rejected by ${agency}. Ring them to ask why.`,
  /** @param {string} time */
  seen: (time) => `seen ${time}`,
  /** @param {string} time */
  since: (time) => `since ${time}`,
  bar: "Do something about this job",
  actions: { note: "Note", invoice: "Invoice", more: "More", done: "Done" },
  undo: "Undo",
  /** @param {string} time */
  doneAt: (time) => `Done at ${time}`,
  /** @param {string} agency @param {number} seconds */
  toldIn: (agency, seconds) => `${agency} is told in ${seconds} s`,
  /** @param {number} seconds */
  canUndo: (seconds) => `Done. You have ${seconds} seconds to undo it.`,
  tooLate: "It is on its way already.",
  undone: "Undone. The job is not done.",
  reopening: "Reopened. It goes to the agency.",
  notKept: "This could not be kept. Please try again.",
  more: "More",
  reopen: "Reopen",
  elsewhere: "Invoiced elsewhere",
  contacts: "Contacts",
  sheet: "Job sheet",
  copyAddress: "Copy address",
  copied: "Address copied",
  notCopied: "This browser does not copy",
  reopenQuestion: "Reopen this job?",
  /** @param {string} agency */
  reopenMore: (agency) => `${agency} already knows it is done. Reopening tells ${agency} that there is more to do.`,
  keepDone: "Keep it done",
  actionsLabel: "Actions",
};

/** Writing a note. */
export const note = {
  /** @param {string} agency */
  title: (agency) => `Note to ${agency}`,
  saved: "Saved on this phone as you type",
  /** @param {string} agency */
  readers: (agency) => `${agency} reads it, and the landlord may.`,
  phrasesLabel: "Phrases",
  /** An ellipsis is where the person goes on writing. */
  phrases: ["Fixed and tested", "Tenant told", "Back on …", "Left it safe"],
  add: "Add note",
  added: "Your note is on this phone, and goes to the agency.",
  notKept: "Your note could not be kept. Please try again.",
};

/** The contacts of an agency. */
export const contacts = {
  title: "Contacts",
  unnamed: "No name",
  noBranch: "Others",
  /** @param {string} name */
  branch: (name) => (/branch|office/i.test(name) ? name : `${name} branch`),
  /** @param {string} name */
  call: (name) => `Call ${name}`,
  /** @param {string} name @param {string} number */
  callOn: (name, number) => `Call ${name} on ${number}`,
  /** @param {string} name */
  email: (name) => `Email ${name}`,
  who: "The branches, and the people who manage your jobs.",
  none: "The agency has no contacts to show.",
  /** @param {string} time */
  asOf: (time) => `As of ${time}.`,
};

/** The job sheet on paper. */
export const print = {
  print: "Print",
  /** @param {string} day @param {string} time */
  printed: (day, time) => `Printed ${day}, ${time}`,
  where: "Where",
  reportedBy: "Reported by",
  agency: "Agency",
  whatHappened: "What happened",
  workDone: "Work done",
  parts: "Parts",
  onSite: "On site, left",
  signature: "Tenant’s signature",
};
