// Which screen there is.
import { html } from "./html.js";
import { place } from "./router.js";
import { person } from "./session.js";
import { SignIn } from "./sign-in/screen.js";

const screens = {};

export function App() {
  if (person.value === undefined) return null;
  if (person.value === null) return html`<${SignIn} />`;
  const Screen = screens[place.value.screen];
  return html`<${Screen} key=${place.value.path} />`;
}
