// The agency's own word for a status. Sighted people recognise it by its shape; screen readers say that it is a status.
import { html } from "../html.js";

/** @param {{children: Children}} props */
export const Status = ({ children }) => html`
  <span class="visually-hidden">Status: </span><span class="status" dir="auto">${children}</span>
`;
