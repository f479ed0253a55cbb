// Every sentence of the app, by part. The portal's own sentences come from the portal. Functions take what varies.
import { capitalised, count, joined, possessive } from "./format.ts";

/** Sentences by a word that the portal or the app may not know. */
type Texts = Record<string, string | undefined>;

export const PRODUCT = "Contractor Portal";

/** Headers, navigation, banners and other parts of every screen. */
export const parts = {
  skip: "Skip to the content",
  search: "Search all jobs",
  account: (initials: string) => `${initials}: your account`,
  contactsOf: "contacts",
  navigation: "Main",
  places: { today: "Today", jobs: "Jobs", money: "Money", outbox: "Outbox" },
  backTo: (screen: string) => `Back to ${SCREEN_NAMES[screen] ?? "Today"}`,
  needYou: (number: number) => `${count(number, "item")} ${number === 1 ? "needs" : "need"} you`,
  onThisPhone: (number: number) => `${count(number, "item")} on this phone`,
  agencies: (number: number) => count(number, "agency", "agencies"),
  details: "Details",
  chooseFromList: "Choose a row of the list to see it here.",
  noSignal: "No signal.",
  carryOn: "You can carry on.",
  unreachable: (agencies: string[]) => `${joined(agencies)} cannot be reached.`,
  portalKeeps: "What you send waits with the portal.",
  asOf: (what: string) => `${what} as of`,
  theirsAsOf: (number: number, what: string) => `${number === 1 ? "Its" : "Their"} ${dataOf(what)} are as of`,
  namedAsOf: (agencies: string[], what: string) => `${joined(agencies.map(possessive))} ${dataOf(what)} as of`,
  newVersion: "A new version is ready.",
  itemsStay: "Takes 2 seconds. Your items stay.",
  update: "Update",
  missing: (agency: string, problem: string) => `${agency}: ${problem}`,
  showMore: (left: number) => `Show more (${left} left)`,
  close: "Close",
  loading: "Loading …",
  opening: "Opening …",
  signingOut: "Signing out …",
  product: "Contractor portal",
  productMore: "Your jobs, from every agency",
};

/** Return what a screen shows of an agency, within a sentence. */
const dataOf = (screen: string) => (screen === "Money" ? "payments" : screen === "Contacts" ? "contacts" : "jobs");

const SCREEN_NAMES: Record<string, string> = {
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

/** Words that several screens use. */
export const common = {
  reading: "Reading …",
  today: "Today",
  invoice: "Invoice",
  contacts: "Contacts",
  actions: "Actions",
  takeBack: "Take back",
  keepIt: "Keep it",
  needsYou: "Needs you",
  onItsWay: "On its way",
  nothingLost: "Nothing you typed is lost.",
  whereItIs: "Where it is",
  duplicate: "Looks like a duplicate. Nothing was sent.",
  noteTo: (agency: string) => `Note to ${agency}`,
  agencies: "Agencies",
  openJob: "open job",
  accessibility: "Accessibility",
  passkeyAdded: "Added. No code is needed here next time.",
  toInvoice: (number: number) => `${count(number, "job")} to invoice`,
  call: (name: string) => (name ? `Call ${name}` : "Call"),
  undated: "Without a date",
  all: "All",
  emergency: "Emergency",
  cancelled: "Cancelled",
  directions: "Directions",
  noName: "No name",
  elsewhere: "Invoiced elsewhere",
  reportedBy: "Reported by",
  agency: "Agency",
  reported: (time: string) => `Reported ${time}`,
  removed: "Removed.",
  number: "Number",
  date: "Date",
  purpose: "For",
  none: "None",
  to: (agency: string) => `To ${agency}`,
  job: "Job",
  sendInvoice: "Send invoice",
  receipt: "Receipt",
  thisJob: "This job",
  pdf: "PDF",
};

/** The states of an item and of an invoice: one wording everywhere. */
export const states = {
  onThisPhone: "On this phone",
  sending: "Sending",
  withPortal: "With the portal",
  beingChecked: "Being checked",
  withAgency: "With the agency",
  refused: "Refused",
  duplicate: "looks like a duplicate",
  expired: "Expired",
  asked: (agency: string) => `We asked ${agency}`,
  ring: (agency: string) => `Please ring ${agency}`,
  willBeDelivered: "will be delivered",
  mayHaveArrived: "may have arrived",
  notDelivered: "not delivered",
  goesWithSignal: "goes with signal",
  goesNext: "goes next",
  sentAgain: "may have arrived, and is sent again safely",
  goesIn: (seconds: number) => `goes in ${seconds} s`,
  since: (time: string) => `since ${time}`,
  notKnownYet: "not known yet",
  noReason: (agency: string) => `${possessive(agency)} system refused it. Ring them.`,
  /** The portal's sentence after a first refusal, in short words; null for any other sentence. */
  refusedOnce: (sentence: string, agency: string) => {
    const [, time] = /system refused this\. We will try again until ([\d:]+)/.exec(sentence) ?? [];
    return time ? `${possessive(agency)} system refused this; we try again until ${time}` : null;
  },
  /** The reason of a refusal in short words: the portal's own sentence, unless the app has a better one. */
  reason: (sentence: string, agency: string) => {
    if (sentence.includes("files attached")) return "the PDF has another file inside";
    if (sentence.startsWith("This job was cancelled")) return `${agency} cancelled this job`;
    return sentence;
  },
  received: "Received by the portal",
  authorised: "Authorised",
  paid: "Paid",
  seen: (time: string) => `seen ${time}`,
  rejected: (agency: string) => `Rejected by ${agency}. Ring them to ask why.`,
};

/** Items of the outbox. */
export const items = {
  note: "Note",
  done: "Done",
  reopened: "Reopened",
  invoice: (amount: string) => `Invoice ${amount}`,
};

/** The invoice: its form, its review, and what becomes of it. */
export const invoice = {
  review: "Review",
  reviewAmount: (amount: string) => `Review ${amount}`,
  total: "Total, VAT included",
  vat: "VAT",
  vatRates: { 0: "No VAT", 20: "20%", 5: "5%", other: "Other" },
  vatAmount: "VAT in pounds",
  vatAsLastTime: (rate: string) => `${rate} as last time. You can change it.`,
  vatIncluded: (amount: string) => `VAT included: ${amount}`,
  vatWorkedOut: "VAT is worked out from the total",
  vatNotStated: "VAT not stated",
  noVat: "No VAT",
  paper: "Your invoice",
  needed: (agency: string) => `${agency} needs it`,
  photo: "Photo of the paper",
  choosePdf: "Choose a PDF",
  makingPdf: "Making a PDF of the photo …",
  photoGoesAs: (size: string) => `Goes as a PDF of 1 page, ${size}`,
  removePhoto: "Remove the photo",
  removePdf: "Remove the PDF",
  attached: (name: string) => `${name} is attached.`,
  openPhoto: "See it large",
  takeAgain: "Take again",
  photoName: "Photo of the invoice.pdf",
  lastNumber: (number: string) => `Your last was ${number}`,
  usedNumber: (number: string, last: string) => `Number ${number} is used already. Your last was ${last}.`,
  statement: "Pending payment",
  chooseStatement: "Choose one",
  elsewhere: "Invoiced elsewhere, or no charge",
  hasInvoice: (invoices: string) => `This job has an invoice already: ${invoices}.`,
  hasNone: "No other invoice for this job from this portal",
  hasNoneHere: "No invoice for this job through this portal",
  document: (name: string, size: string) => `${name}, ${size}`,
  photoDocument: "Photo, as a PDF of 1 page",
  edit: "Edit",
  isAdded: "Your invoice is on this phone.",
  notKept: "Your invoice could not be kept. Please try again.",
  notOffered: (agency: string) => `${agency} does not take invoices here.`,
  onlyForJobs: (agency: string) => `${agency} takes invoices for jobs. Send it from its job.`,
  jobGone: "This job is not here any more.",
};

/** What is wrong with the field of an invoice. */
export const invoiceProblems = {
  missing: {
    amount: "Enter the amount.",
    vat: "Choose the VAT: your agency needs it.",
    description: "Say what the invoice is for.",
    invoiceNumber: "Enter your invoice number: your agency needs it.",
    invoiceDate: "Enter the date of the invoice.",
    statementId: "Choose the payment that it is for.",
    document: "Add the invoice as a photo or a PDF: your agency needs it.",
  },
  amountNoNumber: "Enter an amount in pounds, such as 140.00.",
  amountZero: "The amount must be more than £0.",
  vatNoNumber: "Enter the VAT in pounds, such as 24.00.",
  vatTooLarge: "VAT cannot be more than the amount.",
  amountTooFine: "The amount can have no more than two decimals.",
  vatTooFine: "VAT can have no more than two decimals.",
  amountTooLarge: (most: string) => `The amount can be ${most} at most.`,
  dateTooLate: (days: number, latest: string) => `The date can be ${days === 1 ? "tomorrow" : `${count(days, "day")} ahead`} at the latest, ${latest}.`,
  dateTooOld: (years: number, oldest: string) => `The date can be ${count(years, "year")} ago at most, ${oldest}.`,
  documentTooLarge: (most: string) => `The PDF can have ${most} at most.`,
  noPdf: "This file is not a PDF. Choose a PDF, or take a photo of the paper.",
  unreadableFile: "This file cannot be read. Please choose it again.",
  unreadablePhoto: "This picture cannot be read. Take it again, or choose a PDF.",
};

/** After an invoice was sent. */
export const sentInvoice = {
  sent: (agency: string) => `Sent to ${agency}`,
  safeHere: "Safe on this phone",
  goesWithSignal: (amount: string, agency: string) => `${amount} goes to ${agency} by itself when there is signal. You get the receipt then.`,
  goesNow: (amount: string, agency: string) => `${amount} is on its way to ${agency}.`,
  closeApp: (agency: string) => `The portal delivers it to ${agency}. You can close the app.`,
  beingChecked: "The portal checks whether it arrived. Do not write it again.",
  recipient: "To",
  saved: "Saved",
  saveReceipt: "Save receipt",
  seeInMoney: "See it in Money",
  seeInOutbox: "See what to do",
  stillToInvoice: "Still to invoice",
  backToJob: "Back to job",
  backToMoney: "Back to Money",
  gone: "This invoice is not on this phone any more.",
  openMoney: "Open Money",
};

/** An invoice that looks like another. */
export const duplicate = {
  title: "Looks like a duplicate",
  nothingSent: "Nothing was sent",
  question: (agency: string) => `${agency} already has an invoice for this job with the same amount. Is it the same one?`,
  first: "First",
  second: "This one",
  isSent: "Sent",
  isNotSent: "Not sent",
  amount: "Amount",
  yes: "Yes",
  differences: "Underlined: where they differ",
  remove: "Delete",
  sendAnyway: "Send anyway, it is a different invoice",
  seeFirst: "See the first one",
};

/** A PDF that another app shared with the portal. */
export const sharedPdf = {
  title: "Invoice for which job?",
  whichJob: (name: string) => (name ? `${name} is here. Choose its job.` : "The PDF did not get here. Choose its job, then the PDF again."),
  toInvoice: "To invoice",
  open: "Open",
  noJobs: "There is no job to invoice.",
};

/** The outbox and the pages of its items. */
export const outbox = {
  arrived: "Arrived",
  lastDays: "last 7 days",
  allArrived: "Everything has arrived",
  allArrivedMore: "All you sent is with the agencies. What you send next shows here until it is there, too.",
  staysHere: "Each item stays on this phone until the portal has it.",
  keepOpen: "This browser sends only while the app is open.",
  keepLonger: "Keep them longer",
  safariDeletes: "Safari may delete what waits here after 7 days without a visit.",
  browserDeletes: "This browser may delete what waits here when the phone runs out of space.",
  obstacles: {
    "signed-out": "You are signed out. What waits goes when you sign in again.",
    "other-person": "Somebody else is signed in on this device. What waits stays for you, and they cannot see it.",
  } as Texts,
  accountGone: (agency: string) => `Not sent: your account with ${agency} is gone.`,
  accountGoneMore: "The agency does not know you by this account any more. Ask them. Your words are kept here.",
  /** The title and the text of an item that needs the person. */
  needs: {
    titles: {
      refused: (item: string) => `${item} refused`,
      expired: (item: string) => `${item} expired`,
      asked: (item: string, kind: string) => (kind === "note" ? "Did this note arrive?" : `Did this arrive: ${item}?`),
    },
    expired: (agency: string) => `Not delivered. Send it again, or ring ${agency}.`,
    asked: (agency: string) => `We asked ${agency}. You can ring them.`,
    ring: (agency: string) => `Please ring ${agency}.`,
  },
  /** The label of each action. */
  actions: {
    job: () => "Open job",
    edit: (_agency: string, isRefused: boolean) => (isRefused ? "Edit and send again" : "Edit"),
    delete: () => "Delete",
    takeBack: () => "Take back",
    copy: () => "Copy text",
    call: (agency: string) => `Call ${agency}`,
    sendAgain: () => "Send again",
    compare: () => "Compare the two",
    receipt: () => "Save receipt",
  },
  /** What is announced after an action. */
  news: { takeBack: "Taken back.", copy: "Copied.", sendAgain: "It goes again.", receipt: "Saved." } as Texts,
  notCopied: "This browser did not copy it. Select the text above, and copy that.",
  notHere: "This phone does not have this item any more. It was deleted, or it arrived more than 7 days ago.",
  /** What an item is within a sentence. */
  kinds: { note: "note", completion: "message", invoice: "invoice" },
  youWrote: (time: string) => `You wrote, ${time}`,
  checked: (agency: string, what: string) =>
    `${possessive(agency)} system did not answer in time. The ${what} may have arrived. We look until we know, so that it is never there twice.`,
  asked: (agency: string, what: string, time: string) =>
    `whether this ${what} arrived, ${time}. We could not find out ourselves. You can ring ${agency}.`,
  ring: (agency: string, what: string) => `We could not find out whether this ${what} arrived. Only ${agency} can see it.`,
  expired: (agency: string, what: string, ended: string | null, sentence: string | null) =>
    ended === "expired"
      ? `${possessive(agency)} system could not be reached for 72 hours. The ${what} was not delivered, and we do not try any more.`
      : (sentence ?? `The ${what} was not delivered, and we do not try any more.`),
  refusedAt: (time: string) => `Refused ${time}.`,
  refusedWhy: (time: string, reason: string) => `Refused ${time}: ${reason.replace(/\.?$/, ".")}`,
  /** What to do about a reason that the app has in short words. */
  advice: (sentence: string) => {
    if (sentence.includes("files attached")) return "Print it to a new PDF, or take a photo of the paper, and send that.";
    return sentence.startsWith("This job was cancelled") ? "It cannot be done." : null;
  },
  kept: ({ kind }: ItemContent) => (kind === "invoice" ? "Your invoice and its PDF are kept. Nothing is lost." : "Your words are kept here."),
  /** What to know about an item on its way. */
  hints: {
    accepted: (_agency: string, besides: string | null) => `${capitalised(besides ?? "")}. You can close the app.`,
    checking: () => "You need do nothing. Do not write it again.",
    review: (agency: string) => `When ${agency} answers, you see it here and by email.`,
    ring: (agency: string) => `Do not write it again before you have rung ${agency}.`,
    unknown: () => "Look at the job first. If it is not there, send it again.",
  } as Record<string, ((agency: string, besides: string | null) => string) | undefined>,
  deleteQuestion: (title: string) => `Delete: ${title}?`,
  deleteMayHaveArrived: "It may have reached your agency already. Deleting it here does not take it back.",
  deleteForGood: "It is then gone for good.",
  deleteIt: "Delete it",
  deleted: "Deleted.",
  saveNote: "Save note",
  written: "Written",
  receipt: (number: string | null) => (number ? `Receipt ${number}` : "Receipt"),
};

/** The account, its devices and passkeys, and signing out. */
export const account = {
  title: "Account",
  agencyMissing: "An agency is missing? It must know this email address.",
  asKnownBy: (agency: string) => `You, as ${agency} knows you`,
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
  wrong: (agency: string) => `Wrong? Ring ${agency}: only they can change it.`,
  thisPhone: "This phone",
  homeScreen: "Home Screen",
  added: "Added",
  notAdded: "Not added yet",
  devices: "Devices",
  signedIn: (number: number) => `${number} signed in`,
  passkeys: "Passkeys",
  passkeyCount: (number: number) => (number ? String(number) : "None yet"),
  signOut: "Sign out",
  stay: "Stay signed in",
  wouldBeLost: (number: number) => (number ? `${count(number, "item")} would be lost` : "Sign out?"),
  onlyHere: "They are only on this phone and have not arrived yet:",
  draftsToo: "Signing out deletes all jobs and drafts from this phone.",
  deleteAndSignOut: (number: number) => (number ? `Delete ${count(number, "item")} and sign out` : "Sign out"),
  notSignedOut: (sentence: string) => `${sentence} Nothing on this device was deleted.`,
  notYours: "This is not one of your accounts",
  notYoursMore: (name: string, email: string) => `This page is for the account ${name}. It is not, or not any more, an account of ${email}. Nothing was changed.`,
  otherAddress: "Signed in with another address? Sign out first:",
  unknownDevice: "Unknown device",
  thisDevice: (isPhone: boolean) => (isPhone ? "This phone" : "This computer"),
  activeNow: (name: string) => `${name}, active now`,
  lastUsed: (time: string) => `Last used ${time}`,
  deviceSignedOut: "The device is signed out.",
  othersSignedOut: "You are signed out everywhere else.",
  signOutOthers: "Sign out everywhere else",
  lostPhone: "Lost a phone? Do this. Items that wait on it are not deleted, they wait until you sign in there.",
  whatPasskeysAre: "Sign in with your face, finger or screen lock. No code by email.",
  addPasskey: "Add a passkey",
  passkeyTimes: (added: string, used: string | null) => `Added ${added}, ${used ? `used ${used}` : "not used yet"}`,
  removePasskey: (name: string) => `Remove the passkey of ${name}`,
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
  orCode: (sentence: string) => `${sentence} You can also ask for a code.`,
  signInWith: (name: string) => `Sign in with ${name}`,
  enterCode: "Enter the 6-digit code",
  codeSent: (email: string) => `If an agency knows ${email}, a code is on its way there. It works for 10 minutes.`,
  code: (digits: number) => `${digits}-digit code`,
  digits: (digits: number) => `The code has ${digits} digits.`,
  usedUp: (tries: number) => `A code can be tried ${tries} times. Please send a new one.`,
  newCode: (seconds: number) => (seconds ? `Send a new code (in ${seconds} s)` : "Send a new code"),
  newCodeSent: "Another code is on its way.",
  otherEmail: "Use another email",
  notDeleted:
    "You have signed out, but this browser could not delete what it keeps for you. Please close all tabs of the portal, and " +
    "clear this site's data in the settings of the browser.",
  nothingLost: "Nothing is lost.",
  waitHere: (number: number) => `${count(number, "item")} ${number === 1 ? "waits" : "wait"} on this phone. ${number === 1 ? "It goes" : "They go"} when you are in.`,
  signedOut: "You were signed out",
  carryOn: (email: string) => `Sign in as ${email} to carry on where you were.`,
  again: "Sign in again",
  noSignal: "No signal, and nothing here yet",
  noSignalMore: "This phone needs a signal once, to sign in and fetch your jobs. After that it works in any cellar.",
  triedAt: (time: string) => `We try again by ourselves. Last at ${time}.`,
  tryAgain: "Try again",
  agenciesKnowYou: (names: string[]) => (names.length === 1 ? `${names[0]} knows you` : `${NUMBERS[names.length] ?? names.length} agencies know you`),
  jobsAreHere: "Their jobs are on this phone now, and stay readable without signal.",
  readingJobs: "We are fetching your jobs …",
  emergency: "emergency",
  emergencies: "emergencies",
  withoutCode: "Next time without a code",
  withFace: "Sign in with face, finger or screen lock",
  add: "Add",
  showDay: "Show my day",
  carryOnHere: "Carry on",
  /** A sentence for each reason that the portal names in the address. All but one are the API's. */
  failures: {
    expired: "This sign-in took too long, was used before or began in another browser. Please try again.",
    denied: `You did not finish signing in. ${OR_A_CODE}`,
    refused: `The portal could not verify this sign-in. ${OR_A_CODE}`,
    unverified: "Your e-mail address is not verified there. Please verify it, or sign in here with a code.",
    "no-account": "No agency here has a contractor with the e-mail address of that sign-in.",
    busy: "Too many attempts from your connection. Please try again later.",
    away: "The sign-in service cannot be reached just now. Please try again in a minute, or sign in with a code.",
  } as Texts,
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
  /** Each step: what to do, the name and the icon of the control, and where it is. */
  appleSteps: [
    ["Tap", "Share", "share", "at the foot of Safari"],
    ["Choose", "Add to Home Screen", "home-screen", ""],
    ["Open it from there, and sign in once", "", "", ""],
  ],
  otherSteps: [
    ["Open the menu of this browser", "", "more", ""],
    ["Choose", "Install", "home-screen", "or Add to Home Screen"],
    ["Open it from there", "", "", ""],
  ],
  keptHere: "Kept on this phone",
  mayDelete: "This phone may delete waiting items",
  saidNo: "We asked it not to: it said no",
  isKept: "This phone keeps waiting items",
  saidYes: "We asked it: it said yes",
  askAgain: "Ask again",
  item: "item",
  wait: (amount: string, number: number) => (number === 1 ? `1 item waits${amount.slice("1 item".length)}` : amount.replace("items", "items wait")),
  nothingWaits: "Nothing waits",
  oldest: (time: string) => `The oldest since ${time}.`,
  readable: "Your jobs can be read here without signal.",
};

/** The accessibility statement. */
export const accessibility = {
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
};

/** Money: what the person waits for, what was paid, and where an invoice is. */
export const money = {
  title: "Money",
  tabs: "Money by state",
  waiting: "Waiting",
  waitingFor: "Waiting for payment",
  agencyPart: "With agencies",
  receivedPart: "Received",
  nothingWaits: "Nothing waits for payment",
  nothingWaitsHint: "Invoices show here from when the portal has them until they are paid.",
  nothingPaid: "Nothing was paid yet",
  nothingPaidHint: "Payments show here once an agency says that it has paid them.",
  notOffered: "Your agency shows no payments here.",
  unread: "Your payments cannot be read now.",
  mayBeDouble: (amount: string) => `Not counted: ${amount} of invoices that may be the same payments as statements here.`,
  onPhone: (amount: string) => `Not counted: ${amount} that is only on this phone.`,
  without: (agencies: string[]) => `Not counted: ${agencies.join(" and ")}. The payments there cannot be read now.`,
  rejected: "Rejected",
  noReason: "The reason is not sent to the portal.",
  numberOf: (phone: string, name: string) => `${[phone, name].filter(Boolean).join(", ")}.`,
  statementOf: (day: string) => `statement of ${day}`,
  stateSeen: (state: string, time: string) => `${state}, ${time}`,
  days: (days: number) => count(days, "day"),
  daysWaiting: (days: number) => `${count(days, "day")} waiting`,
  inDays: (days: number) => `in ${count(days, "day")}`,
  notYet: "not yet",
  receipt: (receipt: string) => `Receipt ${receipt}`,
  noDate: (agency: string) => `${agency} gives no date.`,
  lastTook: ({ number, least, most }: {number: number, least: number, most: number}) =>
    `Your last ${number} took ${least === most ? count(most, "day") : `${least} to ${count(most, "day")}`}.`,
  invoiceNumber: (number: string) => `Invoice ${number}`,
  job: (number: string) => `Job ${number}`,
  isDouble: (statement: string, amount: string) => `${statement} for ${amount} may be the same payment, so the sum leaves this invoice out.`,
  mayInvoiceAgain: "You may send another invoice for this job, with a new number.",
  newInvoice: "New invoice",
  missing: "It is not in the agency's list.",
  statement: "Statement",
  statementId: (id: string | null) => (id ? `Statement ${id}` : "Statement"),
  breakdown: (statement: string, gross: string, commission: string | null) => `${statement}: ${gross}${commission ? ` less commission ${commission}` : ""}`,
  comesToYou: "Comes to you",
  cameToYou: "Paid to you",
  notPaidYet: "Not paid yet",
  gross: "Gross",
  vat: "VAT included",
  commission: "Commission",
  property: "Property",
  raised: "Raised",
  print: "Print this statement",
  openJob: "Open job",
  paidSince: "Paid since 6 April",
  /** The part of April in which a tax year begins. */
  sinceTaxYear: "6–30 Apr",
  csv: "CSV for your accountant",
  csvHint: "By tax quarter",
  csvHintSeveral: "By tax quarter, all agencies",
  quarter: "Tax quarter",
  period: (first: string, last: string) => `${first} – ${last}`,
  soFar: (number: number) => `This quarter so far, ${count(number, "payment")}`,
  payments: (number: number, amount: string) => `${count(number, "payment")}, ${amount}`,
  otherDates: "Other dates",
  from: "From",
  to: "To",
  isReversed: "The first date is after the last.",
  columns: "One line a payment: date, agency, property, number, net, VAT, commission, paid.",
  save: (number: number) => `Save CSV, ${count(number, "payment")}`,
  saved: (name: string) => `${name} is saved.`,
  net: "Net",
  noPaymentDate: "Date of the statement: the agency gives no date of payment",
  seenDate: "Date when the portal saw it paid",
  noStatement: "Amount of the invoice: no statement",
  sameAs: (statement: string) => `May be the same payment as ${statement}, so its amount is left out`,
};

/** The page of a job. */
export const job = {
  done: (time: string | null) => (time ? `Done ${time}` : "Done"),
  whereAndWho: "Where and who",
  whatIsWrong: "What is wrong",
  noAddress: "No address given",
  reportedBy: (name: string) => `reported by ${name}`,
  text: (name: string) => (name ? `Text ${name}` : "Text"),
  email: (name: string) => (name ? `Email ${name}` : "Email"),
  doNotGo: "Do not go.",
  agencyCancelled: (agency: string) => `${agency} cancelled this job.`,
  activity: "Activity",
  newestFirst: "newest first",
  notAllNotes: "Not all notes of this job are here yet.",
  you: "You",
  reportedEntry: (name: string | null) => (name ? `Reported by ${name}` : "Reported"),
  marks: { elsewhere: "Invoiced elsewhere", "no-charge": "No charge" },
  seeWhy: (agency: string) => `See why, edit or call ${agency}`,
  seeMore: (agency: string) => `See more or call ${agency}`,
  editOrDelete: "Edit or delete",
  bar: "Do something about this job",
  actions: { note: "Note", invoice: "Invoice", more: "More", done: "Done" },
  undo: "Undo",
  doneAt: (time: string) => `Done at ${time}`,
  toldIn: (agency: string, seconds: number) => `${agency} is told in ${seconds} s`,
  canUndo: (seconds: number) => `Done. You have ${seconds} seconds to undo it.`,
  tooLate: "It is on its way already.",
  undone: "Undone. The job is not done.",
  reopening: "Reopened. It goes to the agency.",
  notKept: "This could not be kept. Please try again.",
  more: "More",
  reopen: "Reopen",
  sheet: "Job sheet",
  copyAddress: "Copy address",
  copied: "Address copied",
  notCopied: "This browser does not copy",
  reopenQuestion: "Reopen this job?",
  reopenMore: (agency: string) => `${agency} already knows it is done. Reopening tells ${agency} that there is more to do.`,
  keepDone: "Keep it done",
};

/** Writing a note. */
export const note = {
  savedAsYouType: "Saved on this phone as you type",
  readers: (agency: string) => `${agency} reads it, and the landlord may.`,
  phrasesLabel: "Phrases",
  /** An ellipsis is where the person goes on writing. */
  phrases: ["Fixed and tested", "Tenant told", "Back on …", "Left it safe"],
  add: "Add note",
  added: "Your note is on this phone, and goes to the agency.",
  notKept: "Your note could not be kept. Please try again.",
};

/** The contacts of an agency. */
export const contacts = {
  noBranch: "Others",
  branch: (name: string) => (/branch|office/i.test(name) ? name : `${name} branch`),
  callOn: (name: string, number: string) => `Call ${name} on ${number}`,
  email: (name: string) => `Email ${name}`,
  who: "The branches, and the people who manage your jobs.",
  none: "The agency has no contacts to show.",
  asOf: (time: string) => `As of ${time}.`,
};

/** The job sheet on paper. */
export const print = {
  print: "Print",
  printed: (day: string, time: string) => `Printed ${day}, ${time}`,
  where: "Where",
  whatHappened: "What happened",
  workDone: "Work done",
  parts: "Parts",
  onSite: "On site, left",
  signature: "Tenant’s signature",
};

/** Rows of jobs. */
export const rows = {
  reported: "Reported",
  doneAt: (time: string) => `Done ${time}`,
};

/** Today. */
export const today = {
  reportedBy: (name: string, isAfterAgency: boolean) => `${isAfterAgency ? "reported" : "Reported"} by ${name}`,
  several: {
    rejected: (number: number) => `${number} invoices rejected`,
    refused: (number: number) => `${number} items refused`,
    expired: (number: number) => `${number} items expired`,
    asked: (number: number) => `${number} items may not have arrived`,
  },
  moreItems: (number: number) => `${number} more in Outbox`,
  moreJobs: (number: number) => `${number} more in Jobs`,
  itemsHere: (number: number) =>
    number === 1
      ? "1 item is on this phone. It goes by itself when there is signal."
      : `${number} items are on this phone. They go by themselves when there is signal.`,
  quiet: "All quiet",
  quietMore: "No emergency, nothing urgent, nothing that needs you. All you sent has arrived.",
  seeOpen: (number: number) => `See ${count(number, "open job")}`,
};

const doneWords = (age: string) => (age === "today" ? "done today" : age === "1 day" ? "done yesterday" : `done ${age} ago`);

/** Jobs. */
export const jobs = {
  title: "Jobs",
  reading: "Getting your jobs",
  byState: "Jobs by state",
  tabs: { open: "Open", "to-invoice": "To invoice", done: "Done" },
  showOnly: "Show only",
  /** The headings by rank; 0 stands for words that are no priority. */
  priorities: ["No priority", "High priority", "Medium priority", "Low priority"],
  oldestFirst: (number: number) => (number > 1 ? `${number}, oldest first` : String(number)),
  noOpen: "No open jobs",
  newJobsAppear: (agencies: string) => `New jobs from ${agencies} appear here by themselves.`,
  toInvoiceHint: "Done, and no invoice from you yet. Oldest first.",
  done: (age: string | null) => (age ? capitalised(doneWords(age)) : "Done"),
  oldestDone: (age: string) => `Oldest ${doneWords(age)}`,
  noneHere: "No invoice through this portal",
  noToInvoice: "Nothing to invoice",
  noToInvoiceMore: "Jobs appear here when they are done, until you send an invoice.",
  how: "How?",
  ways: { elsewhere: "I invoiced it elsewhere", "no-charge": "No charge" },
  yourNumber: "Your number",
  optional: "optional",
  findAgain: "So that you find it again",
  agencyNotTold: (agency: string) => `Takes the job off To invoice. ${agency} is not told. You can put it back.`,
  needsSignal: "This needs a signal. Please try again when you have one.",
  takeOff: "Take off the list",
  takingOff: "Taking it off …",
  putBack: "Put back",
  putOnList: "Put back on the list",
  isMarked: (mark: string) => `You took this job off To invoice: ${mark}.`,
  isOff: (title: string) => `${title} is off the list.`,
  isBack: (title: string) => `${title} is back on the list.`,
  noDone: "Nothing done yet",
  noDoneMore: "Jobs appear here when they are done.",
  invoiceRefused: "Invoice refused, see Outbox",
  marked: (state: string, number: string | null) => (state === "no-charge" ? "No charge" : ["Invoiced elsewhere", number].filter(Boolean).join(", ")),
};

/** Search. */
export const search = {
  hint: "Finds name, phone, address, postcode, kind of work and reference, with or without blanks and dashes.",
  results: (number: number) => `${count(number, "job")}, in all agencies, open and done`,
  sections: { open: "Open", done: "Done", cancelled: "Cancelled" },
  high: "High",
  nothing: (text: string) => `Nothing for “${text}”`,
  tryPart: (near: string | null) =>
    `Try a part of it: a street, a postcode, a phone number, a reference.${near ? ` Close to it: ${near}.` : ""}`,
  searchFor: (text: string) => `Search for “${text}”`,
};
