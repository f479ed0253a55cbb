// The actions of an item: as buttons and links in the bar of its page, and below it.
import type { Office } from "../data/office.ts";
import { html } from "../html.ts";
import { outbox } from "../outbox/instance.ts";
import { announce } from "../parts/announcer.ts";
import { fail, type useAttempt } from "../parts/attempt.ts";
import { Button } from "../parts/button.ts";
import { sheetHref } from "../parts/sheet.ts";
import { hrefTo } from "../router.ts";
import { outbox as words } from "../words.ts";
import type { Action } from "./actions-of.ts";
import { saveReceipt, textOf } from "./texts.ts";

type Context = {item: OwnedItem, account: ShownAccount, office: Office | null};

/** `href`: where the action leads, or nothing if it is impossible. `run`: what it does instead. */
const ACTIONS: Record<Action, {icon: string, href?: (context: Context) => string | null, run?: (context: Context) => unknown}> = {
  job: { icon: "jobs", href: ({ item, account }) => item.jobId && hrefTo(`/jobs/${item.jobId}`, {}, account.name) },
  edit: { icon: "edit", href: ({ item, account }) => (item.kind === "invoice" ? invoiceHref(item, account) : sheetHref("edit")) },
  delete: { icon: "trash", href: () => sheetHref("delete") },
  call: { icon: "ring", href: ({ office }) => office && `tel:${office.number}` },
  compare: { icon: "invoice", href: ({ item, account }) => hrefTo(`/sent/${item.id}`, {}, account.name) },
  takeBack: { icon: "undo", run: ({ item }) => outbox.takeBack(item) },
  copy: { icon: "copy", run: ({ item }) => navigator.clipboard.writeText(textOf(item)).catch(() => fail(words.notCopied)) },
  sendAgain: { icon: "outbox", run: ({ item }) => outbox.resend(item) },
  receipt: { icon: "download", run: ({ item, account }) => saveReceipt(item, account) },
};

export function invoiceHref({ id, jobId, content: { statementId } }: OwnedItem & {kind: "invoice"}, account: ShownAccount) {
  return hrefTo(jobId ? `/jobs/${jobId}/invoice` : "/invoice", { ...(statementId && { statement: statementId }), change: id }, account.name);
}

/** A button or a link for an action. It is left out if the item has no job, or the agency no number. */
export function ActionButton({ name, isPrimary = false, attempt, ...context }: Context & {
  name: Action, isPrimary?: boolean, attempt: ReturnType<typeof useAttempt>["attempt"],
}) {
  const { icon, href, run } = ACTIONS[name];
  const address = href?.(context);
  if (href && !address) return null;
  const perform = async () => {
    if (await attempt(() => run?.(context))) announce(words.news[name] ?? "");
  };
  const label = words.actions[name](context.account.shortName, context.item.state === "refused");
  return html`<${Button} icon=${icon} look=${isPrimary && "is-primary"} href=${address} onClick=${run && perform}>${label}<//>`;
}
