// Icons. They stand beside words and never replace them: screen readers skip them.
import { html } from "../html.js";

/** @type {Record<string, string>} */
const PATHS = {
  access: "M15 9a5 5 0 1 0-4.6 5L12 16h2v2h2v3h4v-4l-6-6m-6-3h.01",
  account: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 9a8 8 0 0 1 16 0",
  back: "m14 6-6 6 6 6",
  call: "M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2",
  clock: "M12 7v5l3 2m6-2a9 9 0 1 1-18 0 9 9 0 0 1 18 0",
  contacts: "M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm-6 9a6 6 0 0 1 12 0m0-15a3 3 0 0 1 0 6m2 4a6 6 0 0 1 4 5",
  done: "m5 13 4 4L19 7",
  download: "M12 4v11m-5-5 5 5 5-5M5 20h14",
  emergency: "M12 8v5m0 4h.01M10.3 3.9 2.6 17.6A2 2 0 0 0 4.3 20.5h15.4a2 2 0 0 0 1.7-2.9L13.7 3.9a2 2 0 0 0-3.4 0Z",
  invoice: "M7 3h10a1 1 0 0 1 1 1v17l-3-2-3 2-3-2-3 2V4a1 1 0 0 1 1-1Zm2 5h6m-6 4h6",
  jobs: "M4 7h16v13H4Zm5 0V5a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v2M4 12h16",
  leave: "M14 4h5a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1h-5M10 8l-4 4 4 4m-4-4h9",
  mark: "m3 11 9-8 9 8v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1Zm5 3 3 3 5-6",
  mail: "M3 6h18v12H3Zm0 0 9 7 9-7",
  map: "M12 21s7-6.1 7-11a7 7 0 0 0-14 0c0 4.9 7 11 7 11Zm0-8.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z",
  money: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm3-11.500a2.500 2.500 0 0 0-5 0V16m-1.500 0H15m-6.500-3.500h4",
  offline: "m3 3 18 18M5 12.500a10 10 0 0 1 4-2.400M2 9a15 15 0 0 1 4.500-3M19 12.500a10 10 0 0 0-2-1.500m5-2a15 15 0 0 0-11-4M8.500 16a5 5 0 0 1 7 0M12 20h.01",
  open: "m10 6 6 6-6 6",
  reopen: "M4 12a8 8 0 1 1 2.300 5.700M4 12l-2-3m2 3 3-2",
  search: "M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 5 5",
  undo: "M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3",
  switch: "M4 8h15l-4-4m5 12H5l4 4",
  send: "M4 12 20 4l-4 16-4-7Zm8 1 8-9",
};

/** @param {{name: string}} props */
export const Icon = ({ name }) => html`
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${PATHS[name]} /></svg>
`;
