// The actions of an item: as buttons and links in the bar of its page, and below it.
import { html } from "../html.js";
import { outbox } from "../outbox/instance.js";
import { announce } from "../parts/announcer.js";
import { Icon } from "../parts/icon.js";
import { sheetHref } from "../parts/sheet.js";
import { hrefTo } from "../router.js";
import { outbox as words } from "../words.js";
import { saveReceipt } from "./receipt.js";
import { textOf } from "./texts.js";

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

/**
 * @typedef {import("./actions-of.js").Action} Action
 * @typedef {{item: OwnedItem, account: ShownAccount, office: import("../data/office.js").Office | null, onProblem: (problem: string | null) => void}} ActionContext
 */

/**
 * A button or a link for an action. It is left out if the item has no job, or the agency no number.
 *
 * @param {ActionContext & {name: Action, isPrimary?: boolean}} props
 */
export function ActionButton({ name, isPrimary = false, ...context }) {
  const { item, account, office } = context;
  const className = isPrimary ? "btn is-primary" : "btn";
  const label = words.actions[name](account.shortName, item.state === "refused");
  const content = html`<${Icon} name=${ICONS[name]} />${label}`;
  const href = hrefOf(name, item, account, office);
  if (href === null) return null;
  if (href) return html`<a class=${className} href=${href}>${content}</a>`;
  return html`<button class=${className} type="button" onClick=${() => perform(name, context)}>${content}</button>`;
}

/**
 * Return the address of an action; undefined if a button performs it; null if it is impossible for this item.
 *
 * @param {Action} name
 * @param {OwnedItem} item
 * @param {ShownAccount} account
 * @param {import("../data/office.js").Office | null} office
 */
function hrefOf(name, item, account, office) {
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

/**
 * Return the address of the invoice form for an item.
 *
 * @param {OwnedItem} item
 * @param {ShownAccount} account
 */
function invoiceHref({ id, jobId, content }, account) {
  const statement = "statementId" in content ? content.statementId : undefined;
  return hrefTo(jobId ? `/jobs/${jobId}/invoice` : "/invoice", { ...(statement && { statement }), change: id }, account.name);
}

/**
 * @param {Action} name
 * @param {ActionContext} context
 */
async function perform(name, { item, account, onProblem }) {
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
    const { sentence } = /** @type {{sentence?: string}} */ (error);
    if (!sentence && name !== "copy") throw error;
    onProblem(sentence ?? words.notCopied);
  }
}
