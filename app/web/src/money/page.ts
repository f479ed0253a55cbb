// What the pages of an invoice and of a statement share.
import { useAccount } from "../data/accounts.ts";
import { useOffice } from "../data/office.ts";
import { usePayments } from "../data/use-payments.ts";
import { html } from "../html.ts";
import { Icon } from "../parts/icon.ts";
import { Page } from "../parts/place.ts";
import { money as words } from "../words.ts";

/** Return the payments of the account of this page, the state of its lists, and whom to ring. */
export function useMoneyPage() {
  const account = useAccount();
  const { payments, sources, isReading } = usePayments();
  const isOwn = ({ name }: ShownAccount) => name === account?.name;
  return {
    account,
    payments: payments.filter((payment) => isOwn(payment.account)),
    sources: sources.filter(isOwn),
    isReading,
    office: useOffice(account),
  };
}

/** The page of a payment that is not there. */
export const MissingPage = ({ account, title, isReading }: {account: ShownAccount | null, title: string, isReading: boolean}) => html`
  <${Page} parent="/money" account=${account} title=${title}>
    <p class="hint" role="status">${isReading ? words.reading : words.missing}</p>
  <//>
`;

/** An action of a page: a link in its bar. `isOver`: the icon stands above the words, as in a bar of equal actions. */
export const Action = ({ icon, href, isOver, isPrimary, children }: {icon: string, href: string, isOver?: boolean, isPrimary?: boolean, children: Children}) => html`
  <a class=${["btn", isOver && "is-over", isPrimary && "is-primary"].filter(Boolean).join(" ")} href=${href}>
    <${Icon} name=${icon} />${children}
  </a>
`;

/** A line of facts. Without a value there is none. */
export const Fact = ({ name, isTotal = false, children }: {name: string, isTotal?: boolean, children: Children}) =>
  children ? html`<div class=${isTotal ? "is-total" : null}><dt>${name}</dt><dd dir="auto">${children}</dd></div>` : null;
