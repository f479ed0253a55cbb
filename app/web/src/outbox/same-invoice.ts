// Whether an invoice of the agency's list is the invoice of an item.

/** Return whether it is: by the portal's id, by AgentOS's, or by its content if one of them has no id. */
export function isSameInvoice(invoice: Invoice, { jobId, content, result, submissionId }: OwnedItem & {kind: "invoice"}) {
  if (submissionId && invoice.submissionId) return submissionId === invoice.submissionId;
  if (result?.invoiceId && invoice.invoiceId) return result.invoiceId === invoice.invoiceId;
  const { amount, invoiceNumber = null, invoiceDate } = content;
  return (
    (invoice.jobId ?? null) === jobId &&
    invoice.amount === amount &&
    (invoice.invoiceNumber ?? null) === invoiceNumber &&
    invoice.invoiceDate === invoiceDate
  );
}
