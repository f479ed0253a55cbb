// The devices on which the person is signed in, and what happened to their account within 90 days: sign-ins, failed attempts with
// their address, and submissions.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { callApi, errorSentence } from "../api.ts";
import { useAnswer } from "../data/use-answer.ts";
import { clock } from "../format.ts";
import { html } from "../html.ts";
import { announce } from "../parts/announcer.ts";
import { Icon } from "../parts/icon.ts";
import { Page } from "../parts/place.ts";
import { hrefTo } from "../router.ts";
import { account as words, parts } from "../words.ts";

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

const PAGE_SIZE = 20;
/** Return the state of the list, and a function that loads its first page anew. */
export function useActivity() {
  const entries = useSignal([] as ActivityEntry[]);
  // The position after which the next page begins: null at the end of the list, undefined before the first page.
  const next = useSignal(undefined as string | null | undefined);
  const problem = useSignal(null as string | null);
  const loadPage = async (earlier: ActivityEntry[], position: string) => {
    const answer = await callApi(`session/activity?limit=${PAGE_SIZE}${position}`);
    problem.value = answer.status === 200 ? null : errorSentence(answer);
    if (answer.status !== 200) return;
    entries.value = [...earlier, ...answer.body.activity];
    next.value = answer.body.next;
  };
  return { entries, next, problem, load: () => loadPage([], ""), loadMore: () => loadPage(entries.value, `&after=${next.value}`) };
}

export function ActivityList({ entries, next, problem, load, loadMore }: ReturnType<typeof useActivity>) {
  useEffect(() => {
    load();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- it is read once, as the screen opens
  }, []);
  return html`
    <section class="gap" aria-labelledby="activity">
      <h2 id="activity" class="section"><span>${words.activity}</span><span class="meta">${words.activityDays}</span></h2>
      <p class="problem" role="alert">${problem.value}</p>
      ${next.value === undefined && !problem.value && html`<p class="hint" role="status">${parts.loading}</p>`}
      <ol class="card">${entries.value.map((entry, index) => html`<${Entry} key=${index} entry=${entry} />`)}</ol>
      ${next.value && html`<p class="gap"><button class="btn is-wide" type="button" onClick=${loadMore}>${words.showMore}</button></p>`}
    </section>
  `;
}

function Entry({ entry: { at, event, detail, software, network } }: {entry: ActivityEntry}) {
  const name = words.events[event] ?? event[0].toUpperCase() + event.slice(1);
  return html`
    <li class="row">
      <div>
        <h3 dir="auto">${name}${detail && inWords(detail)}</h3>
        <p class="second" dir="auto">${[clock(at), software, network].filter(Boolean).join(", ")}</p>
      </div>
    </li>
  `;
}

/**
 * Return the detail of an event in words. The first word of a sign-in's detail is its method. An id of AgentOS says
 * nothing to people. A refusal has the type of the problem, such as `duplicate-invoice`.
 */
function inWords(detail: string) {
  const method = words.methods[detail.split(":")[0]];
  if (method) return ` ${method}`;
  return `: ${detail.replace(/, AgentOS id [^,]*/, "").replace(/, [a-z]+-[a-z-]+/, (type) => type.replaceAll("-", " "))}`;
}
