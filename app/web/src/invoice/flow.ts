// The steps of an invoice: the form, then the review of all that it contains, then sending. The address names the step, so back and
// reload work.
import { useEffect, useRef } from "preact/hooks";
import { type AccountInvoice, isValid, useInvoices } from "../data/invoices.ts";
import { useResource } from "../data/resource.ts";
import { useDraft } from "../data/use-draft.ts";
import { day, money, size } from "../format.ts";
import { html } from "../html.ts";
import { limitsOf } from "../limits.ts";
import { outbox } from "../outbox/instance.ts";
import { useHeldItem } from "../outbox-screens/item-screen.ts";
import { announce } from "../parts/announcer.ts";
import { useAttempt } from "../parts/attempt.ts";
import { Bar, Button } from "../parts/button.ts";
import { Facts } from "../parts/facts.ts";
import { Icon } from "../parts/icon.ts";
import { Page } from "../parts/place.ts";
import { goBack, hrefTo, hrefWith, navigate, replaceSteps, route } from "../router.ts";
import { accountName, serverNow, serverToday } from "../session.ts";
import { deleteSharedFile, readSharedFile } from "../store/shared-file.ts";
import { common, invoice as words, parts as partWords } from "../words.ts";
import { Problem } from "./fields.ts";
import { FORM_ID, InvoiceForm } from "./form.ts";
import { paperOf, photoOf } from "./paper.ts";
import { contentOf, lastNumber, lastRate, nextNumber, pounds, problemsOf, textsOf, vatText } from "./rules.ts";

const REMOVED = false; // a draft of the paper; null means that the person has neither chosen nor removed one

export type InvoiceItem = OwnedItem & {kind: "invoice"};

/**
 * `title`, `subject`: what the invoice is for, in the outbox and in the header. `initial`: the texts that the form begins
 * with. `item`: an item of the outbox that the person edits. `footer`: a link below the form.
 */
export function InvoiceFlow({ account, jobId, item, title, subject, reference, statement, initial, parent, footer }: {
  account: ShownAccount, jobId: string | null, item?: InvoiceItem, title: string, subject: string, reference?: string | null,
  statement?: string | null, initial: InvoiceTexts, parent: string, footer?: Children,
}) {
  const name = item ? `change of ${item.id}` : `invoice for ${jobId ?? `statement ${initial.statementId}`}`;
  const [draft, setDraft] = useDraft<Partial<InvoiceTexts>>(name);
  const [paper, setPaper] = useDraft<DraftDocument | false>(`PDF of ${name}`);
  const agency = useResource("agency");
  const { attempt, problem, busy } = useAttempt(words.notKept);
  const sending = useRef(null as unknown); // the review as it is sent: the sent invoice changes the next one's number
  const { invoices, isComplete: areListsHere } = useInvoices();
  const isReview = route.value.query.get("step") === "review";
  useHeldItem(item);
  useSharedPaper(paper.value !== undefined, limitsOf(agency.body), setPaper);
  if (sending.current) return sending.current;
  const frame = { parent, account, title: common.invoice, meta: subject };
  if (draft.value === undefined || paper.value === undefined || (!agency.body && agency.busy)) {
    return html`<${Page} key="form" ...${frame}><p class="hint" role="status">${partWords.loading}</p><//>`;
  }
  const obstacle = agency.body && obstacleOf(account, jobId);
  if (obstacle) return html`<${Page} key="form" ...${frame}><p>${obstacle}</p><//>`;

  const others = invoices.filter((invoice) => isValid(invoice) && !isOf(invoice, item));
  const last = lastNumber(others.map(({ invoiceNumber, account: { name: owner } }) => ({ invoiceNumber, isOwn: owner === account.name })));
  const rate = lastRate(others);
  const prefilled = item
    ? textsOf(item.content)
    : { invoiceNumber: nextNumber(last), vatRate: initial.vatRate || rate, invoiceDate: serverToday() };
  const values = { ...initial, ...prefilled, ...draft.value };
  const isUnreadable = item?.asks === "document"; // the person then attaches the PDF again, or sends none
  const document = (paper.value ?? (isUnreadable ? null : item?.document)) || null;
  const isChanged = (field: string) =>
    field === "document" ? paper.value !== null : draft.value && (field in draft.value || (field === "vat" && "vatRate" in draft.value));
  const faults = Object.fromEntries(Object.entries(item?.faults ?? {}).filter(([field]) => !isChanged(field)));
  const isComplete = !Object.keys(problemsOf(values, document, agency.body, jobId, serverNow())).length;
  const sameJob = others.filter((invoice) => jobId && invoice.jobId === jobId && invoice.account.name === account.name);
  const remark = jobId && html`<${OtherInvoices} invoices=${sameJob} account=${account} areListsHere=${areListsHere} />`;

  const keep = () => {
    const content = contentOf(values, jobId);
    if (!item) return outbox.add(account.owner, { kind: "invoice", jobId, about: title, content, document: fileOf(document) });
    return outbox.edit(item, { content, ...((paper.value !== null || isUnreadable) && { document: fileOf(document) }) });
  };
  const send = async () => {
    if (busy.value) return;
    sending.current = review;
    const isSent = await attempt(async () => {
      const { id } = await keep();
      announce(words.isAdded);
      replaceSteps(hrefTo(`/sent/${id}`));
      setDraft(null);
      setPaper(null);
    });
    if (!isSent) sending.current = null;
  };
  const review = html`
    <${Review}
      account=${account} subject=${subject} reference=${reference} statement=${statement} values=${values} document=${document}
      remark=${remark} problem=${problem} busy=${busy} onSend=${send} editAddress=${hrefWith({ step: null })}
    />
  `;
  if (isReview && isComplete) return review;
  const amount = pounds(values.amount);
  const label = amount ? words.reviewAmount(money(amount)) : words.review;
  const bar = html`<${Bar}><${Button} look="is-primary" type="submit" form=${FORM_ID}>${label}<//><//>`;
  const isUsed = others.some(({ invoiceNumber }) => invoiceNumber && invoiceNumber === values.invoiceNumber.trim());
  return html`
    <${Page} key="form" ...${frame} bar=${bar} className="page stack">
      ${sameJob.length > 0 && remark}
      <${InvoiceForm}
        values=${values} setValue=${(field: string, text: string) => setDraft({ ...draft.value, [field]: text })}
        document=${document} setDocument=${(chosen: DraftDocument | null) => setPaper(chosen ?? REMOVED)}
        account=${account} jobId=${jobId} habits=${{ lastNumber: last, lastRate: rate, isUsed }} faults=${faults} showsAll=${isReview}
        onComplete=${() => navigate(hrefWith({ step: "review" }))}
      />
      ${!item && footer}
    <//>
  `;
}

/** Take the PDF that another app shared into the draft, once the draft has been read. */
function useSharedPaper(isRead: boolean, limits: Limits, setPaper: (paper: DraftDocument) => unknown) {
  const isShared = route.value.query.has("shared");
  useEffect(() => {
    if (!isRead || !isShared) return;
    const take = async () => {
      const file = await readSharedFile();
      // The form says what is wrong with a file that the person chooses there.
      const paper = file && (await paperOf(file, limits).catch(() => null));
      if (paper) await setPaper(paper);
      await deleteSharedFile();
      navigate(hrefWith({ shared: null }), { replace: true });
    };
    take();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a shared file is taken once
  }, [isRead, isShared]);
}

const isOf = ({ item: other }: AccountInvoice, item?: InvoiceItem) =>
  Boolean(item && other && other.id === item.id && accountName(other.owner) === accountName(item.owner));

function OtherInvoices({ invoices, account, areListsHere }: {invoices: Invoice[], account: ShownAccount, areListsHere: boolean}) {
  const text = invoices.map(({ amount, invoiceNumber }) => [amount && money(amount), invoiceNumber].filter(Boolean).join(", ")).join("; ");
  if (text) return html`<p class="banner is-card" dir="auto"><${Icon} name="invoice" /><span>${words.hasInvoice(text)}</span></p>`;
  if (!areListsHere) return null;
  const isListed = account.agency?.offers.includes("invoices.list");
  return html`<p class="hint is-saved"><${Icon} name="tick" small />${isListed ? words.hasNone : words.hasNoneHere}</p>`;
}

function obstacleOf({ agency, shortName }: ShownAccount, jobId: string | null) {
  if (!agency?.offers.includes("invoices.submit")) return words.notOffered(shortName);
  return jobId || agency.invoice.link === "job_or_statement" ? null : words.onlyForJobs(shortName);
}

const fileOf = (paper: DraftDocument | null) =>
  paper && new File([(paper.bytes as BlobPart)], paper.name, { type: "application/pdf" });

/** `remark`: on other invoices for the same job. `editAddress`: of the form. */
function Review({ account, subject, reference, statement, values, document, remark, problem, busy, onSend, editAddress }: {
  account: ShownAccount, subject: string, reference?: string | null, statement?: string | null, values: InvoiceTexts,
  document: DraftDocument | null, remark: Children, problem: Signal<string | null>, busy: Signal<boolean>, onSend: () => void, editAddress: string,
}) {
  const edit = (event: Event) => {
    event.preventDefault();
    goBack(editAddress); // the form is the entry before: a further one would be empty once the invoice is sent
  };
  const facts = [
    [common.number, values.invoiceNumber.trim()],
    [common.date, day(values.invoiceDate)],
    [common.purpose, values.description.trim()],
    [common.job, reference],
    [words.statement, statement],
    [words.paper, document ? documentLabel(document) : common.none],
  ];
  const bar = html`
    <${Bar}>
      <${Button} icon="edit" href=${editAddress} onClick=${edit}>${words.edit}<//>
      <${Button} icon="outbox" look="is-primary" disabled=${busy.value} onClick=${onSend}>${common.sendInvoice}<//>
    <//>
  `;
  return html`
    <${Page} key="review" parent=${editAddress} account=${account} title=${words.review} meta=${subject} bar=${bar}>
      <section class="card pad">
        <p class="second" dir="auto">${common.to(account.agencyName)}</p>
        <p class="amount">${money(pounds(values.amount))}</p>
        <p class="second">${vatFact(values)}</p>
      </section>
      <section class="card pad prose"><${Facts} facts=${facts} /></section>
      ${remark}
      <${Problem}>${problem.value}<//>
    <//>
  `;
}

const documentLabel = (document: DraftDocument) => (photoOf(document) ? words.photoDocument : words.document(document.name, size(document.size)));

function vatFact(values: InvoiceTexts) {
  const text = vatText(values).trim();
  if (!text) return words.vatNotStated;
  if (pounds(text) === 0) return words.noVat;
  const rate = values.vatRate === "20" || values.vatRate === "5" ? `, ${words.vatRates[values.vatRate]}` : "";
  return words.vatIncluded(money(pounds(text))) + rate;
}
