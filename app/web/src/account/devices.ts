// The devices on which the person is signed in.
import { callApi } from "../api.ts";
import { useAnswer } from "../data/use-answer.ts";
import { clock } from "../format.ts";
import { html } from "../html.ts";
import { announce } from "../parts/announcer.ts";
import { checked, useAttempt } from "../parts/attempt.ts";
import { Button } from "../parts/button.ts";
import { LinkRow } from "../parts/link-row.ts";
import { Page } from "../parts/place.ts";
import { account as words, parts } from "../words.ts";

const DEVICES = "session/devices";

export function DevicesScreen() {
  const { body, problem: readProblem, reload } = useAnswer(DEVICES);
  const { attempt, problem, busy } = useAttempt();
  const devices = (body?.devices ?? []) as Device[];
  const end = (path: string, news: string) =>
    attempt(async () => {
      checked(await callApi(path, { method: "DELETE" }), 204, 404); // 404: it has ended meanwhile
      announce(news);
      await reload();
    });
  return html`
    <${Page} parent="/account" title=${words.devices}>
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
          <${Button} icon="leave" look="is-danger is-wide" disabled=${busy.value} onClick=${() => end(DEVICES, words.othersSignedOut)}>
            ${words.signOutOthers}
          <//>
        </p>
        <p class="hint">${words.lostPhone}</p>
      `}
    <//>
  `;
}

function DeviceRow({ device, busy, onEnd }: {device: Device, busy: boolean, onEnd: () => void}) {
  const { software, lastSeenAt, current } = device;
  const name = software ?? words.unknownDevice;
  const isPhone = /Android|iPhone|iPad/.test(name);
  const signOut = html`<${Button} disabled=${busy} onClick=${onEnd}>${words.signOut}<span class="hidden"> ${name}</span><//>`;
  return html`
    <${LinkRow}
      icon=${isPhone ? "device" : "computer"} tone=${current && "ok"} level="h2" title=${current ? words.thisDevice(isPhone) : name}
      text=${current ? words.activeNow(name) : words.lastUsed(clock(lastSeenAt))} aside=${!current && signOut}
    />
  `;
}
