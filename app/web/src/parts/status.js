// The agency's word for where something stands: seen by its shape, and said to be that.
import { html } from "../html.js";

export const Status = ({ children }) => html`
  <span class="visually-hidden">Status: </span><span class="status" dir="auto">${children}</span>
`;
