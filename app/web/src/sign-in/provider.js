// Signing in with the identity provider of this installation, if it has one. The portal redirects the browser there and
// back. If it fails, the address names the reason.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { callApi } from "../api.js";
import { html } from "../html.js";
import { navigate, route } from "../router.js";
import { signInFailure } from "../session.js";

const OTHERWISE = "Please try again, or sign in with a code.";
/** A sentence for each reason that the portal names in the address. @type {Record<string, string>} */
const SENTENCES = {
  expired: `Signing in took too long, or began in another browser. ${OTHERWISE}`,
  denied: `You did not finish signing in. ${OTHERWISE}`,
  refused: `The portal could not verify this sign-in. ${OTHERWISE}`,
  unverified: "Your e-mail address is not verified there. Please verify it, or sign in here with a code.",
  "no-account": "No agency here has a contractor with the e-mail address of that sign-in.",
  busy: "Too many attempts from your connection. Please try again later.",
  away: `The sign-in service cannot be reached just now. ${OTHERWISE}`,
};

/** Remember the reason in the address, and remove it there: a link or a reload is another attempt. */
export function readSignInFailure() {
  const { path, query } = route.value;
  const reason = query.get("failed");
  if (reason === null) return;
  signInFailure.value = (Object.hasOwn(SENTENCES, reason) && SENTENCES[reason]) || SENTENCES.refused;
  const others = new URLSearchParams(query);
  others.delete("failed");
  navigate(others.size ? `${path}?${others}` : path, { replace: true });
}

/** A link to the identity provider, and from there to the screen that the address names. */
export function ProviderLink() {
  const name = useSignal(/** @type {string | null} */ (null));
  useEffect(() => {
    callApi("session/methods").then(({ status, body }) => {
      if (status === 200) name.value = body.oidcName;
    });
  }, [name]);
  const { path, query } = route.value;
  const next = query.size ? `${path}?${query}` : path;
  return (
    name.value &&
    html`<a class="btn btn-secondary" href=${`/api/session/oidc?${new URLSearchParams({ next })}`}>Sign in with ${name.value}</a>`
  );
}
