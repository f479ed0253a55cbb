// Signing in with the identity provider of this installation, if it has one. The portal redirects the browser there and
// back. If it fails, the address names the reason.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { callApi } from "../api.ts";
import { html } from "../html.ts";
import { Button } from "../parts/button.ts";
import { navigate, route } from "../router.ts";
import { signInFailure } from "../session.ts";
import { signIn as words } from "../words.ts";

/** Remember the reason in the address, and remove it there: a link or a reload is another attempt. */
export function readSignInFailure() {
  const { path, query } = route.value;
  const reason = query.get("failed");
  if (reason === null) return;
  signInFailure.value = (Object.hasOwn(words.failures, reason) && words.failures[reason]) || (words.failures.refused ?? null);
  const others = new URLSearchParams(query);
  others.delete("failed");
  navigate(others.size ? `${path}?${others}` : path, { replace: true });
}

export function ProviderLink() {
  const name = useSignal(null as string | null);
  useEffect(() => {
    callApi("session/methods").then(({ status, body }) => {
      if (status === 200) name.value = body.oidcName;
    });
  }, [name]);
  const { path, query } = route.value;
  const next = query.size ? `${path}?${query}` : path;
  const href = `/api/session/oidc?${new URLSearchParams({ next })}`;
  return name.value && html`<${Button} look="is-quiet" href=${href}>${words.signInWith(name.value)}<//>`;
}
