// The invoice screens: an invoice for a job or for a pending statement, new or from the outbox.
import { useAccount } from "../data/accounts.ts";
import { jobTitle, useJob } from "../data/jobs.ts";
import { useResource } from "../data/resource.ts";
import { html } from "../html.ts";
import { outbox } from "../outbox/instance.ts";
import { canEdit } from "../outbox/states.ts";
import { Page } from "../parts/place.ts";
import { hrefTo, navigate, route } from "../router.ts";
import { accountName } from "../session.ts";
import { common, invoice as words, parts as partWords } from "../words.ts";
import { ChooseJob } from "./choose.ts";
import { statementLabel } from "./fields.ts";
import { InvoiceFlow } from "./flow.ts";
import { inOneLine, pence, purposeOf, rateOf } from "./rules.ts";

export function InvoiceScreen({ id }: {id: string}) {
  const { job, resource, account } = useJob(id);
  const { item, isLoading } = useEditedItem(account);
  const parent = hrefTo(`/jobs/${id}`);
  // An invoice that the person edits stays in its form, although its job may be gone.
  if (!account || isLoading || (!job && !item)) {
    const text = !job && resource.status === 404 ? words.jobGone : (resource.problem ?? partWords.loading);
    return html`<${Page} key="missing" parent=${parent} account=${account} title=${common.invoice}><p class="hint" role="status">${text}</p><//>`;
  }
  const title = job ? jobTitle(job) : (item?.about ?? id);
  const { address, postcode } = job?.property ?? {};
  const initial = { ...EMPTY, description: purposeOf(title, address), statementId: route.value.query.get("statement") ?? "" };
  const footer =
    job?.completed &&
    html`<p class="prose"><a class="btn is-quiet is-wide" href=${hrefTo(`/jobs/${id}`, { sheet: "elsewhere" })}>${words.elsewhere}</a></p>`;
  return html`
    <${InvoiceFlow}
      key=${item?.id} account=${account} jobId=${id} item=${item} title=${title} subject=${[title, postcode].filter(Boolean).join(", ")}
      reference=${job ? (job.reference ?? id) : id} initial=${initial} parent=${parent} footer=${footer}
    />
  `;
}

/** The invoice for a pending statement. Without one in the address, the person chooses the job. */
export function StatementScreen() {
  const { query } = route.value;
  const account = useAccount();
  const { item, isLoading } = useEditedItem(account);
  const resource = useResource("statements/pending");
  const statementId = query.get("statement") ?? item?.content.statementId ?? "";
  const statement = resource.body?.statements.find((each) => each.statementId === statementId);
  if (!statementId && !isLoading) return html`<${ChooseJob} />`;
  if (!account || isLoading || (!statement && !item && resource.busy)) {
    return html`<${Page} key="missing" parent="/money" account=${account} title=${common.invoice}><p class="hint" role="status">${partWords.loading}</p><//>`;
  }
  const label = statement ? statementLabel(statement) : "";
  const initial = { ...EMPTY, ...(statement && textsOfStatement(statement)), statementId };
  return html`
    <${InvoiceFlow}
      key=${item?.id} account=${account} jobId=${null} item=${item} title=${label} subject=${label} statement=${label} initial=${initial} parent="/money"
    />
  `;
}

/** Return the item that the address names for editing. If it cannot be edited any more, go to what became of it. */
function useEditedItem(account: ShownAccount | null) {
  const id = Number(route.value.query.get("change"));
  if (!id || !account) return { isLoading: false };
  if (outbox.items.value === null) return { isLoading: true };
  const item = outbox.items.value.find((each) => each.id === id && accountName(each.owner) === account.name);
  if (item?.kind !== "invoice" || canEdit(item)) return { item: item?.kind === "invoice" ? item : undefined, isLoading: false };
  queueMicrotask(() => navigate(hrefTo(`/sent/${id}`), { replace: true }));
  return { isLoading: true };
}

const EMPTY = { amount: "", vat: "", vatRate: "", description: "", invoiceNumber: "", invoiceDate: "", statementId: "" };

const textsOfStatement = ({ gross, vat, description }: Statement) => ({
  amount: gross ? pence(gross) : "",
  vat: vat ? pence(vat) : "",
  vatRate: rateOf({ amount: gross, vat }),
  description: inOneLine(description ?? ""),
});
