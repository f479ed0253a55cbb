// The actions of an item: as buttons and links in the bar of its page, and below it.
import { html } from "../html.ts";
import { outbox } from "../outbox/instance.ts";
import { announce } from "../parts/announcer.ts";
import { Icon } from "../parts/icon.ts";
import { sheetHref } from "../parts/sheet.ts";
import { hrefTo } from "../router.ts";
import { outbox as words } from "../words.ts";
import { saveReceipt } from "./receipt.ts";
import { textOf } from "./texts.ts";

const ICONS = {
  job: "jobs",
  edit: "edit",
  delete: "trash",
  takeBack: "undo",
  tryNow: "up",
  copy: "copy",
  call: "ring",
  sendAgain: "outbox",
  compare: "invoice",
  receipt: "download",
};

import type { Action } from "./actions-of.ts";
export type ActionContext = {item: OwnedItem, account: ShownAccount, office: import("../data/office.ts").Office | null, onProblem: (problem: string | null) => void};

/** A button or a link for an action. It is left out if the item has no job, or the agency no number. */
export function ActionButton({ name, isPrimary = false, ...context }: ActionContext & {name: Action, isPrimary?: boolean}) {
  const { item, account, office } = context;
  const className = isPrimary ? "btn is-primary" : "btn";
  const label = words.actions[name](account.shortName, item.state === "refused");
  const content = html`<${Icon} name=${ICONS[name]} />${label}`;
  const href = hrefOf(name, item, account, office);
  if (href === null) return null;
  if (href) return html`<a class=${className} href=${href}>${content}</a>`;
  return html`<button class=${className} type="button" onClick=${() => perform(name, context)}>${content}</button>`;
}

/** Return the address of an action; undefined if a button performs it; null if it is impossible for this item. */
function hrefOf(name: Action, item: OwnedItem, account: ShownAccount, office: import("../data/office.ts").Office | null) {
  const { kind, jobId } = item;
  switch (name) {
    case "job":
      return jobId && hrefTo(`/jobs/${jobId}`, {}, account.name);
    case "call":
      return office && `tel:${office.number}`;
    case "compare":
      return hrefTo(`/sent/${item.id}`, {}, account.name);
    case "edit":
      return kind === "invoice" ? invoiceHref(item, account) : sheetHref("edit");
    case "delete":
      return sheetHref("delete");
    default:
      return undefined;
  }
}

/** Return the address of the invoice form for an item. */
function invoiceHref({ id, jobId, content }: OwnedItem, account: ShownAccount) {
  const statement = "statementId" in content ? content.statementId : undefined;
  return hrefTo(jobId ? `/jobs/${jobId}/invoice` : "/invoice", { ...(statement && { statement }), change: id }, account.name);
}

async function perform(name: Action, { item, account, onProblem }: ActionContext) {
  onProblem(null);
  try {
    if (name === "takeBack") await outbox.takeBack(item);
    if (name === "sendAgain") await outbox.resend(item);
    if (name === "tryNow") await outbox.tryNow();
    if (name === "receipt") saveReceipt(item, account);
    if (name === "copy") await navigator.clipboard.writeText(textOf(item));
    const news = words.news[name];
    if (news) announce(news);
  } catch (error) {
    const { sentence } = error as {sentence?: string};
    if (!sentence && name !== "copy") throw error;
    onProblem(sentence ?? words.notCopied);
  }
}
