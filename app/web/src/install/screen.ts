// How to add the app to the Home Screen, and why: what this phone keeps, and whether it may delete that.
import { count, size, when } from "../format.ts";
import { html } from "../html.ts";
import { outbox } from "../outbox/instance.ts";
import { isOnlyOnPhone } from "../outbox/states.ts";
import { Art } from "../parts/art.ts";
import { Bar, Button } from "../parts/button.ts";
import { Icon } from "../parts/icon.ts";
import { Page } from "../parts/place.ts";
import { isApplePhone, isOnHomeScreen, isSafari } from "../parts/platform.ts";
import { askToKeep, isKept } from "../store/persistence.ts";
import { install as words } from "../words.ts";
import { type InstallEvent, installEvent } from "./prompt.ts";

export function InstallScreen() {
  const isDone = isOnHomeScreen();
  const event = installEvent.value;
  const bar = event && html`<${Bar}><${Button} icon="home-screen" look="is-primary" onClick=${() => ask(event)}>${words.title}<//><//>`;
  return html`
    <${Page} parent="/account" title=${words.title} bar=${bar}>
      <section class="empty is-tight">
        <${Art} name="home-screen" />
        <h2>${isDone ? words.done : words.why}</h2>
        <p class="second">${isDone ? words.doneMore : isSafari() ? words.whySafari : words.whyOther}</p>
      </section>
      ${!isDone && !event && html`<${Steps} />`}
      <h2 class="section"><span>${words.keptHere}</span></h2>
      <ul class="card"><${Keeping} /><${Waiting} /></ul>
    <//>
  `;
}

async function ask(event: InstallEvent) {
  await event.prompt();
  installEvent.value = null; // it can ask once
  await askToKeep();
}

function Steps() {
  const steps = isApplePhone() ? words.appleSteps : words.otherSteps;
  return html`
    <ol class="card pad steps">
      ${steps.map(([before, name, icon, after]) => html`<li key=${before}><span>${before}${name && html` <b>${name}</b>`}${icon && html` <${Icon} name=${icon} />`}${after && ` ${after}`}</span></li>`)}
    </ol>
  `;
}

function Keeping() {
  if (isKept.value === null) return null;
  return html`
    <li class="setting">
      <span class=${isKept.value ? "disc is-ok" : "disc is-wait"}><${Icon} name="storage" /></span>
      <div>${isKept.value ? words.isKept : words.mayDelete}<small>${isKept.value ? words.saidYes : words.saidNo}</small></div>
      ${!isKept.value && html`<${Button} onClick=${askToKeep}>${words.askAgain}<//>`}
    </li>
  `;
}

function Waiting() {
  const waiting = (outbox.items.value ?? []).filter(isOnlyOnPhone);
  const bytes = waiting.reduce((sum, { document }) => sum + (document?.size ?? 0), 0);
  const amount = [count(waiting.length, words.item), bytes && size(bytes)].filter(Boolean).join(", ");
  return html`
    <li class="setting">
      <span class="disc"><${Icon} name="device" /></span>
      <div>
        ${waiting.length ? words.wait(amount, waiting.length) : words.nothingWaits}
        <small>${waiting.length > 0 && words.oldest(when(waiting[0].addedAt))} ${words.readable}</small>
      </div>
    </li>
  `;
}
