// The ways in which a person can sign in, by their names in the API.

/** @type {Record<string, string>} */
const METHODS = {
  code: "with a code",
  passkey: "with a passkey",
  oidc: "with your agency's account",
  handover: "from your agency's own site",
};

/**
 * Return a method as the end of "Signed in …".
 *
 * @param {string} method
 */
export const methodText = (method) => METHODS[method] ?? `by ${method}`;
