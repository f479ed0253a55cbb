const OR_A_CODE = "Please try again, or sign in with a code.";

/** A sentence for each reason that the portal names in the address. All but one are the API's. @type {Record<string, string>} */
export const SENTENCES = {
  expired: "This sign-in took too long, was used before or began in another browser. Please try again.",
  denied: `You did not finish signing in. ${OR_A_CODE}`,
  refused: `The portal could not verify this sign-in. ${OR_A_CODE}`,
  unverified: "Your e-mail address is not verified there. Please verify it, or sign in here with a code.",
  "no-account": "No agency here has a contractor with the e-mail address of that sign-in.",
  busy: "Too many attempts from your connection. Please try again later.",
  away: "The sign-in service cannot be reached just now. Please try again in a minute, or sign in with a code.",
};
