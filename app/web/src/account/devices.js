// The lists of a person's devices and of their activity.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { callApi, errorSentence } from "../api.js";
import { dateTime } from "../format.js";
import { html } from "../html.js";
import { announce } from "../parts/announcer.js";
import { ActivityList, METHODS, useActivity } from "./activity.js";

const DEVICES = "session/devices";

export function Devices() {
  const devices = useSignal(/** @type {Device[] | null} */ (null));
  const [problem, busy] = [useSignal(/** @type {string | null} */ (null)), useSignal(false)];
  const activity = useActivity();
  const load = async () => {
    const answer = await callApi(DEVICES);
    if (answer.status === 200) devices.value = answer.body.devices;
    else problem.value = errorSentence(answer);
    await activity.load();
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
    <p>If you do not recognise a device, sign it out. Then change the password of your e-mail account.</p>
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
      <${ActivityList} ...${activity} />
    </section>
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
        <span>Signed in ${dateTime(signedInAt)}${method && `, ${METHODS[method] ?? method}`}${network && `, from ${network}`}</span>
      </p>
      ${!current &&
      html`<button class="btn btn-secondary" type="button" disabled=${busy} onClick=${onEnd}>
        Sign out<span class="visually-hidden"> ${name}</span>
      </button>`}
    </li>
  `;
}
