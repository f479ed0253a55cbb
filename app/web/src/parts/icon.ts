// Icons on a grid of 24 pixels. Each has one meaning. They stand beside words, or in a control with a name: screen readers skip
// them.
import { html } from "../html.ts";

const PATHS: Record<string, string> = {
  // Places
  today: "M5 5h14v15H5Zm0 5h14M9 3v4m6-4v4m-3 8h.01",
  jobs: "M4 7h16v13H4Zm5 0V5a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v2M4 12h16",
  money: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm3-11.5a2.5 2.5 0 0 0-5 0V16m-1.5 0H15m-6.5-3.5h4",
  outbox: "M4 12 20 4l-4 16-4-7Zm8 1 8-9",

  // Ways
  search: "M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 5 5",
  back: "m14 6-6 6 6 6",
  next: "m10 6 6 6-6 6",
  down: "m6 9 6 6 6-6",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  close: "m6 6 12 12M18 6 6 18",

  // A job, and people
  emergency: "M12 8v5m0 4h.01M10.3 3.9 2.6 17.6A2 2 0 0 0 4.3 20.5h15.4a2 2 0 0 0 1.7-2.9L13.7 3.9a2 2 0 0 0-3.4 0Z",
  high: "m6 11 6-6 6 6M6 19l6-6 6 6",
  key: "M8 20a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm2.8-6.8L20 4m-4 4 3 3m-6 0 2 2",
  cancelled: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM6 6l12 12",
  map: "M12 21s7-6.1 7-11a7 7 0 0 0-14 0c0 4.9 7 11 7 11Zm0-8.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z",
  ring: "M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2",
  text: "M4 5h16v11H9l-5 4Z",
  mail: "M4 6h16v12H4Zm0 1 8 6 8-6",
  contacts: "M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm-6 9a6 6 0 0 1 12 0m0-15a3 3 0 0 1 0 6m2 4a6 6 0 0 1 4 5",

  // Actions, and what they make
  note: "M5 4h14v12l-4 4H5Zm4 5h6m-6 4h4",
  invoice: "M7 3h10a1 1 0 0 1 1 1v17l-3-2-3 2-3-2-3 2V4a1 1 0 0 1 1-1Zm2 5h6m-6 4h6",
  statement: "M5 4h14v16H5Zm4 4h6m-6 4h6m-6 4h3",
  file: "M7 3h7l4 4v14H7Zm7 0v4h4",
  camera: "M3 8h4l2-3h6l2 3h4v11H3Zm9 8.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Z",
  copy: "M9 9h11v11H9Zm-4 6H4V4h11v1",
  edit: "m4 20 1-5L16 4l4 4L9 19Z",
  trash: "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13",
  undo: "M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3",
  reopen: "M4 12a8 8 0 1 1 2.3 5.7M4 12l-2-3m2 3 3-2",
  again: "M20 11a8 8 0 0 0-14-4L4 9m0-5v5h5M4 13a8 8 0 0 0 14 4l2-2m0 5v-5h-5",
  download: "M12 4v11m-5-5 5 5 5-5M5 20h14",
  print: "M7 8V3h10v5M7 17H4V8h16v9h-3M7 14h10v7H7Z",

  // States
  phone: "M8 3h8a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1Zm3 15h2",
  sending: "M12 20V5m-6 6 6-6 6 6",
  up: "M12 20V5m-6 6 6-6 6 6",
  parcel: "m4 8 8-4 8 4v8l-8 4-8-4Zm0 0 8 4 8-4m-8 4v8",
  eye: "M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12Zm10 3a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z",
  asked: "M4 4h16v12h-8l-5 4v-4H4Zm6 4a2 2 0 1 1 2.6 1.9c-.4.1-.6.4-.6.8m0 2.3h.01",
  tick: "m5 13 4 4L19 7",
  refused: "M8 3h8l5 5v8l-5 5H8l-5-5V8Zm1 6 6 6m0-6-6 6",
  hourglass: "M7 3h10M7 21h10M8 3v4l8 10v4M16 3v4L8 17v4",
  clock: "M12 7v5l3 2m6-2a9 9 0 1 1-18 0 9 9 0 0 1 18 0",
  kept: "m12 3 7 3v6c0 4.5-3 7.5-7 9-4-1.5-7-4.5-7-9V6Zm-3 9 2 2 4-4",
  offline:
    "m3 3 18 18M5 12.5a10 10 0 0 1 4-2.4M2 9a15 15 0 0 1 4.5-3M19 12.5a10 10 0 0 0-2-1.5m5-2a15 15 0 0 0-11-4M8.5 16a5 5 0 0 1 7 0M12 20h.01",
  servers: "M4 5h16v6H4Zm0 8h16v6H4Zm4-5h.01M8 16h.01",

  // The account and its devices
  product:
    "M20 8.5 17 11l-3-1-1-3 2.5-3A5.5 5.5 0 0 0 9 11l-5.5 5.5a2.1 2.1 0 0 0 3 3L12 14a5.5 5.5 0 0 0 8-5.5Z",
  passkey:
    "M4 8V5a1 1 0 0 1 1-1h3m8 0h3a1 1 0 0 1 1 1v3m0 8v3a1 1 0 0 1-1 1h-3m-8 0H5a1 1 0 0 1-1-1v-3M9 9v1m6-1v1m-6 4a4 4 0 0 0 6 0",
  device: "M8 3h8a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1Zm3 15h2",
  computer: "M3 5h18v11H3Zm6 15h6m-3-4v4",
  "home-screen": "M5 4h14a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1Zm7 4v8m-4-4h8",
  share: "M12 15V3M8 7l4-4 4 4M7 11H5v10h14V11h-2",
  storage:
    "M4 6c0-1.7 3.6-3 8-3s8 1.3 8 3-3.6 3-8 3-8-1.3-8-3Zm0 0v12c0 1.7 3.6 3 8 3s8-1.3 8-3V6M4 12c0 1.7 3.6 3 8 3s8-1.3 8-3",
  leave: "M10 4H5v16h5m4-12 4 4-4 4m4-4H9",
};

/** `small`: 16 pixels, for a state or a tag. */
export function Icon({ name, small = false }: {name: string, small?: boolean}) {
  const classes = ["icon", small && "icon-s", name === "more" && "is-dots"].filter(Boolean);
  return html`
    <svg class=${classes.join(" ")} viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${PATHS[name]} /></svg>
  `;
}
