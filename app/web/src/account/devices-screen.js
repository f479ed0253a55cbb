// The devices on which this person is signed in, and the activity of the last 90 days. Nothing of it is kept on this device.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { callApi, errorSentence } from "../api.js";
import { dateTime } from "../format.js";
import { html } from "../html.js";
import { announce } from "../parts/announcer.js";
import { Screen } from "../parts/screen.js";
import { ActivityList } from "./activity.js";
import { methodText } from "./methods.js";

const DEVICES = "session/devices";

export function DevicesScreen() {
  const devices = useSignal(/** @type {Device[] | null} */ (null));
  const [problem, busy] = [useSignal(/** @type {string | null} */ (null)), useSignal(false)];
  const load = async () => {
    const answer = await callApi(DEVICES);
    if (answer.status === 200) devices.value = answer.body.devices;
    else problem.value = errorSentence(answer);
  };
  /**
   * @param {string} path
   * @param {string} news
   */
  const end = async (path, news) => {
    busy.value = true;
    problem.value = null;
    const answer = await callApi(path, { method: "DELETE" });
    // A session that has ended meanwhile is 404.
    if ([204, 404].includes(answer.status)) {
      announce(news);
      await load();
    } else problem.value = errorSentence(answer);
    busy.value = false;
  };
  useEffect(() => {
    load();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- it is read once, as the screen opens
  }, []);
  const others = devices.value?.filter(({ current }) => !current) ?? [];
  return html`
    <${Screen} title="Where you are signed in" back=${{ path: "/account", name: "Account" }}>
      <p>Do you not know one of these devices? Sign it out, and change the password of your e-mail account.</p>
      <p class="problem" role="alert">${problem.value}</p>
      ${devices.value
        ? html`<ul class="cards">
            ${devices.value.map(
              (device) => html`<${DeviceCard} key=${device.deviceId} device=${device} busy=${busy.value} onEnd=${() => end(`${DEVICES}/${device.deviceId}`, "The device is signed out.")} />`,
            )}
          </ul>`
        : !problem.value && html`<p class="loading" role="status">Loading …</p>`}
      ${others.length > 0 &&
      html`<button class="btn btn-danger" type="button" disabled=${busy.value} onClick=${() => end(DEVICES, "You are signed out everywhere else.")}>
        Sign out everywhere else
      </button>`}
      <section aria-labelledby="activity">
        <h2 id="activity">What happened lately</h2>
        <${ActivityList} key=${devices.value?.length} />
      </section>
    <//>
  `;
}

/** @param {{device: Device, busy: boolean, onEnd: () => void}} props */
function DeviceCard({ device, busy, onEnd }) {
  const { software, network, method, signedInAt, lastSeenAt, current } = device;
  const name = software ?? "Unknown device";
  return html`
    <li class="card">
      <h2 class="title">${name}</h2>
      <p class="about">
        <span>${current ? "This device" : `Last used ${dateTime(lastSeenAt)}`}</span>
        <span>Signed in ${dateTime(signedInAt)}${method && ` ${methodText(method)}`}${network && `, from ${network}`}</span>
      </p>
      ${!current &&
      html`<button class="btn btn-secondary" type="button" disabled=${busy} onClick=${onEnd}>
        Sign out<span class="visually-hidden"> ${name}</span>
      </button>`}
    </li>
  `;
}
