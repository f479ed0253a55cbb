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

