// The devices on which this person is signed in, and the activity of the last 90 days. Nothing of it is kept on this device.
import { html } from "../html.js";
import { lazy } from "../parts/lazy.js";
import { Screen } from "../parts/screen.js";

const Devices = lazy("Devices");

export const DevicesScreen = () => html`
  <${Screen} title="Where you are signed in" back=${{ path: "/account", name: "Account" }}><${Devices} /><//>
`;
