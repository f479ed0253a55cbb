// Every sentence of the app, by part. The portal's own sentences come from the portal. Functions take what varies.
import { capitalised, count, joined, possessive } from "./format.js";

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
  /** @param {number} number */
  agencies: (number) => count(number, "agency", "agencies"),
  details: "Details",
  chooseFromList: "Choose a row of the list to see it here.",
  noSignal: "No signal.",
  carryOn: "You can carry on.",
  /** @param {string[]} agencies */
  unreachable: (agencies) => `${joined(agencies)} cannot be reached.`,
  portalKeeps: "What you send waits with the portal.",
  /** @param {string} what */
  asOf: (what) => `${what} as of`,
  /** @param {number} number @param {string} what */
  theirsAsOf: (number, what) => `${number === 1 ? "Its" : "Their"} ${dataOf(what)} are as of`,
  /** @param {string[]} agencies @param {string} what */
  namedAsOf: (agencies, what) => `${joined(agencies.map(possessive))} ${dataOf(what)} as of`,
  newVersion: "A new version is ready.",
  itemsStay: "Takes 2 seconds. Your items stay.",
  update: "Update",
  /** @param {string} agency @param {string} problem */
  missing: (agency, problem) => `${agency}: ${problem}`,
  /** @param {number} left */
  showMore: (left) => `Show more (${left} left)`,
  close: "Close",
  reading: "Reading …",
  loading: "Loading …",
  opening: "Opening …",
  signingOut: "Signing out …",
  status: "Status: ",
  product: "Contractor portal",
  productMore: "Your jobs, from every agency",
};

/**
 * Return what a screen shows of an agency, within a sentence.
 *
 * @param {string} screen
 */
const dataOf = (screen) => (screen === "Money" ? "payments" : screen === "Contacts" ? "contacts" : "jobs");

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
  duplicate: "looks like a duplicate",
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
  /** @param {string} agency */
  recipient: (agency) => `To ${agency}`,
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

/** Rows of jobs. */
export const rows = {
  reported: "Reported",
  /** @param {string} time */
  doneAt: (time) => `Done ${time}`,
};

/** Today. */
export const today = {
  title: "Today",
  emergency: "Emergency",
  /** @param {string} time */
  reported: (time) => `Reported ${time}`,
  /** @param {string} name @param {boolean} isAfterAgency */
  reportedBy: (name, isAfterAgency) => `${isAfterAgency ? "reported" : "Reported"} by ${name}`,
  /** @param {string} name */
  callPerson: (name) => (name ? `Call ${name}` : "Call"),
  directions: "Directions",
  needsYou: "Needs you",
  invoice: "Invoice",
  /** @param {string} agency */
  call: (agency) => `Call ${agency}`,
  /** @param {string} agency */
  rejected: (agency) => `Rejected by ${agency}. Ring them to ask why.`,
  /** @param {string} agency */
  expired: (agency) => `Not delivered. Send it again, or ring ${agency}.`,
  /** @param {string} agency */
  asked: (agency) => `We asked ${agency}. You can ring them.`,
  /** @param {string} agency */
  ring: (agency) => `Please ring ${agency}.`,
  duplicate: "Looks like a duplicate. Nothing was sent.",
  /** The titles of rows. @type {Record<string, (item: string, kind: Item["kind"]) => string>} */
  titles: {
    refused: (item) => `${item} refused`,
    expired: (item) => `${item} expired`,
    asked: (item, kind) => (kind === "note" ? "Did this note arrive?" : `Did this arrive: ${item}?`),
  },
  /** @type {Record<string, (number: number) => string>} */
  several: {
    rejected: (number) => `${number} invoices rejected`,
    refused: (number) => `${number} items refused`,
    expired: (number) => `${number} items expired`,
    asked: (number) => `${number} items may not have arrived`,
  },
  /** @param {number} number */
  toInvoice: (number) => `${count(number, "job")} to invoice`,
  /** @param {string} age */
  oldestDone: (age) => `Oldest ${doneWords(age)}`,
  onItsWay: "On its way",
  /** @param {number} number */
  moreItems: (number) => `${number} more in Outbox`,
  /** @param {number} number */
  moreJobs: (number) => `${number} more in Jobs`,
  nothingLost: "Nothing you typed is lost.",
  /** @param {number} number */
  itemsHere: (number) =>
    number === 1
      ? "1 item is on this phone. It goes by itself when there is signal."
      : `${number} items are on this phone. They go by themselves when there is signal.`,
  quiet: "All quiet",
  quietMore: "No emergency, nothing urgent, nothing that needs you. All you sent has arrived.",
  /** @param {number} number */
  seeOpen: (number) => `See ${count(number, "open job")}`,
};

/** @param {string} age */
const doneWords = (age) => (age === "today" ? "done today" : age === "1 day" ? "done yesterday" : `done ${age} ago`);

/** Jobs. */
export const jobs = {
  title: "Jobs",
  reading: "Getting your jobs",
  byState: "Jobs by state",
  tabs: { open: "Open", "to-invoice": "To invoice", done: "Done" },
  showOnly: "Show only",
  all: "All",
  agency: "Agency",
  emergency: "Emergency",
  /** The headings by rank; 0 stands for words that are no priority. */
  priorities: ["No priority", "High priority", "Medium priority", "Low priority"],
  /** @param {number} number */
  oldestFirst: (number) => (number > 1 ? `${number}, oldest first` : String(number)),
  /** @param {string} time */
  reportedAt: (time) => `Reported ${time}`,
  noOpen: "No open jobs",
  /** @param {string} agencies */
  newJobsAppear: (agencies) => `New jobs from ${agencies} appear here by themselves.`,
  toInvoiceHint: "Done, and no invoice from you yet. Oldest first.",
  /** @param {string | null} age */
  done: (age) => (age ? capitalised(doneWords(age)) : "Done"),
  noneHere: "No invoice through this portal",
  noToInvoice: "Nothing to invoice",
  noToInvoiceMore: "Jobs appear here when they are done, until you send an invoice.",
  invoice: "Invoice",
  elsewhere: "Invoiced elsewhere",
  how: "How?",
  ways: { elsewhere: "I invoiced it elsewhere", "no-charge": "No charge" },
  yourNumber: "Your number",
  optional: "optional",
  findAgain: "So that you find it again",
  /** @param {string} agency */
  agencyNotTold: (agency) => `Takes the job off To invoice. ${agency} is not told. You can put it back.`,
  needsSignal: "This needs a signal. Please try again when you have one.",
  actions: "Actions",
  takeOff: "Take off the list",
  takingOff: "Taking it off …",
  putBack: "Put back",
  putOnList: "Put back on the list",
  /** @param {string} mark */
  isMarked: (mark) => `You took this job off To invoice: ${mark}.`,
  /** @param {string} title */
  isOff: (title) => `${title} is off the list.`,
  /** @param {string} title */
  isBack: (title) => `${title} is back on the list.`,
  noDone: "Nothing done yet",
  noDoneMore: "Jobs appear here when they are done.",
  noDate: "Without a date",
  cancelled: "Cancelled",
  invoiceRefused: "Invoice refused, see Outbox",
  /** @param {string} state @param {string | null} number */
  marked: (state, number) => (state === "no-charge" ? "No charge" : ["Invoiced elsewhere", number].filter(Boolean).join(", ")),
  /** @param {string | null} amount */
  paid: (amount) => ["Paid", amount].filter(Boolean).join(" "),
  /** @param {string | null} day */
  authorised: (day) => (day ? `Authorised, seen ${day}` : "Authorised"),
  /** @type {Record<string, string>} */
  invoiceStates: {
    sending: "Received by the portal",
    unconfirmed: "Being checked",
    review: "Being checked",
    submitted: "With the agency",
  },
};

/** Search. */
export const search = {
  title: "Search all jobs",
  hint: "Finds name, phone, address, postcode, kind of work and reference, with or without blanks and dashes.",
  /** @param {number} number */
  results: (number) => `${count(number, "job")}, in all agencies, open and done`,
  sections: { open: "Open", done: "Done", cancelled: "Cancelled" },
  reportedBy: "Reported by",
  high: "High",
  /** @param {string} text */
  nothing: (text) => `Nothing for “${text}”`,
  /** @param {string | null} near */
  tryPart: (near) =>
    `Try a part of it: a street, a postcode, a phone number, a reference.${near ? ` Close to it: ${near}.` : ""}`,
  /** @param {string} text */
  searchFor: (text) => `Search for “${text}”`,
};
