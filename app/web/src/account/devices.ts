// The devices on which the person is signed in, and what happened to their account within 90 days.
import { useSignal } from "@preact/signals";
import { callApi, errorSentence } from "../api.ts";
import { clock } from "../format.ts";
import { html } from "../html.ts";
import { announce } from "../parts/announcer.ts";
import { Icon } from "../parts/icon.ts";
import { Page } from "../parts/place.ts";
import { hrefTo } from "../router.ts";
import { account as words, parts } from "../words.ts";
import { ActivityList, useActivity } from "./activity.ts";
import { useAnswer } from "../data/use-answer.ts";

const DEVICES = "session/devices";

export function DevicesScreen() {
  const { body, problem: readProblem, reload } = useAnswer(DEVICES);
  const [problem, busy] = [useSignal(null as string | null), useSignal(false)];
  const activity = useActivity();
  const devices = (body?.devices ?? []) as Device[];
  const end = async (path: string, news: string) => {
    busy.value = true;
    problem.value = null;
    const answer = await callApi(path, { method: "DELETE" });
    // A session that has ended meanwhile is 404.
    if ([204, 404].includes(answer.status)) {
      announce(news);
      await Promise.all([reload(), activity.load()]);
    } else problem.value = errorSentence(answer);
    busy.value = false;
  };
  return html`
    <${Page} parent=${hrefTo("/account")} title=${words.devices}>
      <p class="problem" role="alert">${problem.value ?? readProblem}</p>
      ${!body && !readProblem && html`<p class="hint" role="status">${parts.loading}</p>`}
      <ul class="card">
        ${devices.map(
          (device) =>
            html`<${DeviceRow} key=${device.deviceId} device=${device} busy=${busy.value} onEnd=${() => end(`${DEVICES}/${device.deviceId}`, words.deviceSignedOut)} />`,
        )}
      </ul>
      ${devices.some(({ current }) => !current) &&
      html`
        <p class="gap">
          <button class="btn is-danger is-wide" type="button" disabled=${busy.value} onClick=${() => end(DEVICES, words.othersSignedOut)}>
            <${Icon} name="leave" />${words.signOutOthers}
          </button>
        </p>
        <p class="hint">${words.lostPhone}</p>
      `}
      <${ActivityList} ...${activity} />
    <//>
  `;
}

function DeviceRow({ device, busy, onEnd }: {device: Device, busy: boolean, onEnd: () => void}) {
  const { software, network, method, signedInAt, lastSeenAt, current } = device;
  const name = software ?? words.unknownDevice;
  const isPhone = /Android|iPhone|iPad/.test(name);
  const signedIn = [words.signedInAt(clock(signedInAt)), method && (words.methods[method] ?? method), network && words.from(network)];
  return html`
    <li class="row">
      <span class=${current ? "disc is-ok" : "disc"}><${Icon} name=${isPhone ? "device" : "computer"} /></span>
      <div>
        <h2 dir="auto">${current ? words.thisDevice(isPhone) : name}</h2>
        <p class="second" dir="auto">${current ? words.activeNow(name) : words.lastUsed(clock(lastSeenAt))}</p>
        <p class="second" dir="auto">${signedIn.filter(Boolean).join(", ")}</p>
      </div>
      ${!current &&
      html`<button class="btn" type="button" disabled=${busy} onClick=${onEnd}>${words.signOut}<span class="hidden"> ${name}</span></button>`}
    </li>
  `;
}
