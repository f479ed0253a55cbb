// The first screen after the first sign-in on a device: who knows the person, and the offer to sign in without a code from now on.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { bySection, isOpen, useJobs } from "../data/jobs.ts";
import { count } from "../format.ts";
import { html } from "../html.ts";
import { announce } from "../parts/announcer.ts";
import { Bar, Button } from "../parts/button.ts";
import { Icon } from "../parts/icon.ts";
import { LinkRow } from "../parts/link-row.ts";
import { addPasskey, canVerify, usePasskeyChange } from "./passkeys.ts";
import { route } from "../router.ts";
import { common, signIn as words } from "../words.ts";
import { SignInFrame } from "./frame.ts";
import { endWelcome } from "./welcome.ts";

export function WelcomeScreen() {
  const { jobs, sources } = useJobs();
  const agencies = new Set(sources.map(({ agencyName }) => agencyName));
  const isRead = sources.every(({ resource }) => resource.body);
  const label = route.value.screen === "today" ? words.showDay : words.carryOnHere;
  const bar = html`<${Bar}><${Button} icon="today" look="is-primary" onClick=${endWelcome}>${label}<//><//>`;
  return html`
    <${SignInFrame} title=${words.agenciesKnowYou([...agencies])} bar=${bar}>
      <p class="second prose" role="status">${isRead ? words.jobsAreHere : words.readingJobs}</p>
      <ul class="card prose is-agencies">
        ${sources.map((account) => {
          const tick = account.resource.body && html`<${Icon} name="tick" />`;
          return html`<${LinkRow} key=${account.name} account=${account} level="h2" title=${account.agencyName} text=${jobCounts(account, jobs)} aside=${tick} />`;
        })}
      </ul>
      <${PasskeyOffer} />
    <//>
  `;
}

function jobCounts({ name, resource }: Source, jobs: AccountJob[]) {
  if (!resource.body) return resource.problem ?? common.reading;
  const open = jobs.filter(({ job, account }) => account.name === name && isOpen({ job, account }));
  const emergencies = bySection(open).emergencies.length;
  return [count(open.length, common.openJob), emergencies && count(emergencies, words.emergency, words.emergencies)].filter(Boolean).join(", ");
}

function PasskeyOffer() {
  const [isPossible, isAdded] = [useSignal(false), useSignal(false)];
  useEffect(() => {
    canVerify().then((can) => (isPossible.value = can));
  }, [isPossible]);
  const { problem, busy, make, codeForm } = usePasskeyChange((news) => {
    isAdded.value = true;
    announce(news);
  });
  if (!isPossible.value) return null;
  return html`
    <ul class="card prose">
      <li class="setting">
        <span class=${isAdded.value ? "disc is-ok" : "disc"}><${Icon} name="passkey" /></span>
        <div>${words.withoutCode}<small>${isAdded.value ? common.passkeyAdded : words.withFace}</small></div>
        ${!isAdded.value && !codeForm && html`<${Button} disabled=${busy.value} onClick=${() => make(addPasskey, common.passkeyAdded)}>${words.add}<//>`}
      </li>
    </ul>
    ${problem.value && html`<p class="problem" role="alert">${problem.value}</p>`}
    ${codeForm}
  `;
}
