// Every sentence of the app, by part. The portal's own sentences come from the portal. Functions take what varies.
import { capitalised, count, possessive } from "./format.js";

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
  product: "Contractor portal",
  productMore: "Your jobs, from every agency",
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
  /** @param {string} time */
  since: (time) => `since ${time}`,
  notKnownYet: "not known yet",
  /** @param {string} agency */
  noReason: (agency) => `${possessive(agency)} system refused it. Ring them.`,
  /** The portal's sentence after a first refusal, in short words; null for any other sentence. @param {string} sentence @param {string} agency */
  refusedOnce: (sentence, agency) => {
    const [, time] = /system refused this\. We will try again until ([\d:]+)/.exec(sentence) ?? [];
    return time ? `${possessive(agency)} system refused this; we try again until ${time}` : null;
  },
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

/** The outbox and the pages of its items. */
export const outbox = {
  needsYou: "Needs you",
  onItsWay: "On its way",
  arrived: "Arrived",
  lastDays: "last 7 days",
  allArrived: "Everything has arrived",
  allArrivedMore: "All you sent is with the agencies. What you send next shows here until it is there, too.",
  nothingLost: "Nothing you typed is lost.",
  staysHere: "Each item stays on this phone until the portal has it.",
  keepOpen: "This browser sends only while the app is open.",
  keepLonger: "Keep them longer",
  safariDeletes: "Safari may delete what waits here after 7 days without a visit.",
  browserDeletes: "This browser may delete what waits here when the phone runs out of space.",
  /** @type {Record<string, string>} */
  obstacles: {
    "signed-out": "You are signed out. What waits goes when you sign in again.",
    "other-person": "Somebody else is signed in on this device. What waits stays for you, and they cannot see it.",
  },
  /** @param {string} agency */
  accountGone: (agency) => `Not sent: your account with ${agency} is gone.`,
  accountGoneMore: "The agency does not know you by this account any more. Ask them. Your words are kept here.",
  whereItIs: "Where it is",
  actionsLabel: "Actions",
  takeBack: "Take back",
  /** The label of each action. @type {Record<string, (agency: string, isRefused: boolean) => string>} */
  actions: {
    job: () => "Open job",
    edit: (_, isRefused) => (isRefused ? "Edit and send again" : "Edit"),
    delete: () => "Delete",
    takeBack: () => "Take back",
    tryNow: () => "Try now",
    copy: () => "Copy text",
    call: (agency) => `Call ${agency}`,
    sendAgain: () => "Send again",
    compare: () => "Compare the two",
    receipt: () => "Save receipt",
  },
  /** What is announced after an action. @type {Record<string, string | undefined>} */
  news: { takeBack: "Taken back.", copy: "Copied.", sendAgain: "It goes again.", receipt: "Saved." },
  notCopied: "This browser did not copy it. Select the text above, and copy that.",
  notHere: "This phone does not have this item any more. It was deleted, or it arrived more than 7 days ago.",
  /** What an item is within a sentence. @type {Record<string, string>} */
  kinds: { note: "note", completion: "message", invoice: "invoice" },
  /** @param {string} time */
  youWrote: (time) => `You wrote, ${time}`,
  number: "Number",
  date: "Date",
  for: "For",
  pdf: "PDF",
  /** @param {string} agency @param {string} what */
  checked: (agency, what) =>
    `${possessive(agency)} system did not answer in time. The ${what} may have arrived. We look until we know, so that it is never there twice.`,
  /** @param {string} agency @param {string} what @param {string} time */
  asked: (agency, what, time) =>
    `whether this ${what} arrived, ${time}. We could not find out ourselves. You can ring ${agency}.`,
  /** @param {string} agency @param {string} what */
  ring: (agency, what) => `We could not find out whether this ${what} arrived. Only ${agency} can see it.`,
  /** @param {string} agency @param {string} what @param {string | null} ended @param {string | null} sentence */
  expired: (agency, what, ended, sentence) =>
    ended === "expired"
      ? `${possessive(agency)} system could not be reached for 72 hours. The ${what} was not delivered, and we do not try any more.`
      : (sentence ?? `The ${what} was not delivered, and we do not try any more.`),
  /** @param {string} time */
  refusedAt: (time) => `Refused ${time}.`,
  /** @param {string} time @param {string} reason */
  refusedWhy: (time, reason) => `Refused ${time}: ${reason}`,
  duplicate: "Looks like a duplicate. Nothing was sent.",
  /** What to do about a reason that the app has in short words. @param {string} sentence */
  advice: (sentence) => {
    if (sentence.includes("files attached")) return "Print it to a new PDF, or take a photo of the paper, and send that.";
    return sentence.startsWith("This job was cancelled") ? "It cannot be done." : null;
  },
  /** @param {ItemContent} item */
  kept: ({ kind }) => (kind === "invoice" ? "Your invoice and its PDF are kept. Nothing is lost." : "Your words are kept here."),
  /** What to know about an item on its way. @type {Record<string, ((agency: string, besides: string | null) => string) | undefined>} */
  hints: {
    accepted: (agency, besides) => `${capitalised(besides ?? "")}. You can close the app.`,
    checking: () => "You need do nothing. Do not write it again.",
    review: (agency) => `When ${agency} answers, you see it here and by email.`,
    ring: (agency) => `Do not write it again before you have rung ${agency}.`,
    unknown: () => "Look at the job first. If it is not there, send it again.",
  },
  /** @param {string} title */
  deleteQuestion: (title) => `Delete: ${title}?`,
  deleteMayHaveArrived: "It may have reached your agency already. Deleting it here does not take it back.",
  deleteForGood: "It is then gone for good.",
  keepIt: "Keep it",
  deleteIt: "Delete it",
  deleted: "Deleted.",
  /** @param {string} agency */
  editNote: (agency) => `Note to ${agency}`,
  saveNote: "Save note",
  savedAsYouType: "Saved on this phone as you type",
  written: "Written",
  /** @param {string | null} number */
  receipt: (number) => (number ? `Receipt ${number}` : "Receipt"),
};

/** The account, its devices and passkeys, and signing out. */
export const account = {
  title: "Account",
  agencies: "Agencies",
  openJob: "open job",
  agencyMissing: "An agency is missing? It must know this email address.",
  /** @param {string} agency */
  asKnownBy: (agency) => `You, as ${agency} knows you`,
  /** @type {Record<string, string>} */
  fields: {
    companyName: "Company",
    address: "Address",
    email: "Email",
    phone: "Phone",
    mobile: "Mobile",
    vatNumber: "VAT number",
    contractorId: "Contractor number",
    branch: "Branch",
  },
  /** @param {string} agency */
  wrong: (agency) => `Wrong? Ring ${agency}: only they can change it.`,
  thisPhone: "This phone",
  homeScreen: "Home Screen",
  added: "Added",
  notAdded: "Not added yet",
  devices: "Devices",
  /** @param {number} number */
  signedIn: (number) => `${number} signed in`,
  passkeys: "Passkeys",
  /** @param {number} number */
  passkeyCount: (number) => (number ? String(number) : "None yet"),
  signOut: "Sign out",
  signingOut: "Signing out …",
  stay: "Stay signed in",
  /** @param {number} number */
  wouldBeLost: (number) => (number ? `${count(number, "item")} would be lost` : "Sign out?"),
  onlyHere: "They are only on this phone and have not arrived yet:",
  draftsToo: "Signing out deletes all jobs and drafts from this phone.",
  /** @param {number} number */
  deleteAndSignOut: (number) => (number ? `Delete ${count(number, "item")} and sign out` : "Sign out"),
  /** @param {string} sentence */
  notSignedOut: (sentence) => `${sentence} Nothing on this device was deleted.`,
  accessibility: "Accessibility",
  actionsLabel: "Actions",
  notYours: "This is not one of your accounts",
  /** @param {string} name @param {string} email */
  notYoursMore: (name, email) => `This page is for the account ${name}. It is not, or not any more, an account of ${email}. Nothing was changed.`,
  otherAddress: "Signed in with another address? Sign out first:",
  unknownDevice: "Unknown device",
  /** @param {boolean} isPhone */
  thisDevice: (isPhone) => (isPhone ? "This phone" : "This computer"),
  /** @param {string} name */
  activeNow: (name) => `${name}, active now`,
  /** @param {string} time */
  lastUsed: (time) => `Last used ${time}`,
  /** @param {string} time */
  signedInAt: (time) => `Signed in ${time}`,
  /** @param {string} network */
  from: (network) => `from ${network}`,
  deviceSignedOut: "The device is signed out.",
  othersSignedOut: "You are signed out everywhere else.",
  signOutOthers: "Sign out everywhere else",
  lostPhone: "Lost a phone? Do this. Items that wait on it are not deleted, they wait until you sign in there.",
  activity: "What happened lately",
  activityDays: "90 days",
  showMore: "Show more",
  /** The ways to sign in. @type {Record<string, string>} */
  methods: {
    code: "with a code",
    passkey: "with a passkey",
    oidc: "with your agency's account",
    handover: "from your agency's own site",
  },
  /** @type {Record<string, string>} */
  events: {
    "sign-in failed": "Failed attempt to sign in",
    "session ended": "Device signed out",
    switched: "Account switched",
    submitted: "Sent",
    confirmed: "The agency has it",
    rejected: "The agency's system refused it",
    unconfirmed: "It may have arrived",
    review: "Only the agency can check whether it arrived",
    expired: "It could not be sent",
    abandoned: "It was not sent",
  },
  whatPasskeysAre: "Sign in with your face, finger or screen lock. No code by email.",
  addPasskey: "Add a passkey",
  passkeyAdded: "Added. No code is needed here next time.",
  passkeyRemoved: "Removed.",
  /** @param {string} added @param {string | null} used */
  passkeyTimes: (added, used) => `Added ${added}, ${used ? `used ${used}` : "not used yet"}`,
  /** @param {string} name */
  removePasskey: (name) => `Remove the passkey of ${name}`,
  emailWorks: "Your email address always works too.",
  noPasskeysHere: "This browser cannot use passkeys here. Your email address always works.",
};

/** Why a passkey could not be used. */
export const passkeys = {
  notConfirmed: "That was not confirmed on this device, or it took too long. Please try again.",
  exists: "This device has a passkey for the portal already.",
  impossible: "This browser cannot use a passkey here.",
};

const OR_A_CODE = "Please try again, or sign in with a code.";

/** Signing in, the first start, and the end of a session. */
export const signIn = {
  title: "Sign in",
  email: "Email the agency knows you by",
  incompleteEmail: "Enter a whole email address, such as name@example.com.",
  noPassword: "We email you a code. No password.",
  sendCode: "Email me a code",
  sending: "Sending …",
  usePasskey: "Use a passkey",
  /** @param {string} sentence */
  orCode: (sentence) => `${sentence} You can also ask for a code.`,
  /** @param {string} name */
  signInWith: (name) => `Sign in with ${name}`,
  actionsLabel: "Actions",
  enterCode: "Enter the 6-digit code",
  /** @param {string} email */
  codeSent: (email) => `If an agency knows ${email}, a code is on its way there. It works for 10 minutes.`,
  /** @param {number} digits */
  code: (digits) => `${digits}-digit code`,
  /** @param {number} digits */
  digits: (digits) => `The code has ${digits} digits.`,
  /** @param {number} tries */
  usedUp: (tries) => `A code can be tried ${tries} times. Please send a new one.`,
  /** @param {number} seconds */
  newCode: (seconds) => (seconds ? `Send a new code (in ${seconds} s)` : "Send a new code"),
  newCodeSent: "Another code is on its way.",
  otherEmail: "Use another email",
  proveItIsYou: "Sign in again",
  notDeleted:
    "You have signed out, but this browser could not delete what it keeps for you. Please close all tabs of the portal, and " +
    "clear this site's data in the settings of the browser.",
  nothingLost: "Nothing is lost.",
  /** @param {number} number */
  waitHere: (number) => `${count(number, "item")} ${number === 1 ? "waits" : "wait"} on this phone. ${number === 1 ? "It goes" : "They go"} when you are in.`,
  signedOut: "You were signed out",
  /** @param {string} email */
  carryOn: (email) => `Sign in as ${email} to carry on where you were.`,
  again: "Sign in again",
  noSignal: "No signal, and nothing here yet",
  noSignalMore: "This phone needs a signal once, to sign in and fetch your jobs. After that it works in any cellar.",
  /** @param {string} time */
  triedAt: (time) => `We try again by ourselves. Last at ${time}.`,
  tryAgain: "Try again",
  /** @param {string[]} names */
  agenciesKnowYou: (names) => (names.length === 1 ? `${names[0]} knows you` : `${NUMBERS[names.length] ?? names.length} agencies know you`),
  jobsAreHere: "Their jobs are on this phone now, and stay readable without signal.",
  readingJobs: "We are fetching your jobs …",
  reading: "Reading …",
  openJob: "open job",
  emergency: "emergency",
  emergencies: "emergencies",
  withoutCode: "Next time without a code",
  withFace: "Sign in with face, finger or screen lock",
  add: "Add",
  passkeyAdded: "Added. No code is needed here next time.",
  showDay: "Show my day",
  carryOnHere: "Carry on",
  /** A sentence for each reason that the portal names in the address. All but one are the API's. @type {Record<string, string>} */
  failures: {
    expired: "This sign-in took too long, was used before or began in another browser. Please try again.",
    denied: `You did not finish signing in. ${OR_A_CODE}`,
    refused: `The portal could not verify this sign-in. ${OR_A_CODE}`,
    unverified: "Your e-mail address is not verified there. Please verify it, or sign in here with a code.",
    "no-account": "No agency here has a contractor with the e-mail address of that sign-in.",
    busy: "Too many attempts from your connection. Please try again later.",
    away: "The sign-in service cannot be reached just now. Please try again in a minute, or sign in with a code.",
  },
};
const NUMBERS = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];

/** Adding the app to the Home Screen. */
export const install = {
  title: "Add to Home Screen",
  why: "Keep your work safe",
  whySafari: "In Safari, what waits on this phone may be deleted after 7 days without a visit. From the Home Screen it stays.",
  whyOther: "From the Home Screen, the app opens at once, and the browser keeps what waits.",
  done: "It is on your Home Screen",
  doneMore: "What waits on this phone stays here.",
  /** Each step: what to do, the name and the icon of the control, and where it is. @type {[string, string, string, string][]} */
  appleSteps: [
    ["Tap", "Share", "share", "at the foot of Safari"],
    ["Choose", "Add to Home Screen", "home-screen", ""],
    ["Open it from there, and sign in once", "", "", ""],
  ],
  /** @type {[string, string, string, string][]} */
  otherSteps: [
    ["Open the menu of this browser", "", "more", ""],
    ["Choose", "Install", "home-screen", "or Add to Home Screen"],
    ["Open it from there", "", "", ""],
  ],
  actionsLabel: "Actions",
  keptHere: "Kept on this phone",
  mayDelete: "This phone may delete waiting items",
  saidNo: "We asked it not to: it said no",
  isKept: "This phone keeps waiting items",
  saidYes: "We asked it: it said yes",
  askAgain: "Ask again",
  item: "item",
  /** @param {string} amount @param {number} number */
  wait: (amount, number) => (number === 1 ? `1 item waits${amount.slice("1 item".length)}` : amount.replace("items", "items wait")),
  nothingWaits: "Nothing waits",
  /** @param {string} time */
  oldest: (time) => `The oldest since ${time}.`,
  readable: "Your jobs can be read here without signal.",
};

/** The accessibility statement. */
export const accessibility = {
  title: "Accessibility",
  forEverybody: "This app is made to work for everybody: with a thumb, a keyboard, a screen reader, large text, or in gloves.",
  aims: "What we aim for",
  aimsMore:
    "Web Content Accessibility Guidelines 2.2, level AA. We test each screen in light, dark and forced colours, and at 200% text.",
  gaps: "What we know does not work",
  gapsMore: "A PDF from an agency may not be readable aloud. A photo of a paper invoice has no text in it.",
  tellUs: "Tell us",
  ring: "Ring your agency",
  ringMore: "They pass it on to the people who run this portal.",
};

/** An address without a screen. */
export const other = {
  notFound: "This page leads nowhere",
  notFoundMore: "The job may have gone to another firm, or the link is old.",
  today: "Today",
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
