// Illustrations for empty places, signing in and the Home Screen. Screen readers skip them. The letters are classes in
// styles/states.css: `f` and `g` grounds, `s` and `t` the soft and the strong accent, `w` a line on the accent, `q` a quiet line.
import { html } from "../html.ts";

const GROUND = "M20 112h136v4H20z";

const DRAWINGS: Record<string, () => unknown> = {
  // All quiet: a mug on a toolbox
  mug: () => html`
    <path class="g" d="M14 112h148v4H14z" />
    <path class="q" d="M76 14c-5 6 5 9 0 16m14-16c-5 6 5 9 0 16" />
    <path class="s" d="M64 40h38v22a12 12 0 0 1-12 12H76a12 12 0 0 1-12-12Z" />
    <path d="M102 46h5a8 8 0 0 1 0 16h-5" />
    <path class="f" d="M36 80h104a6 6 0 0 1 6 6v26H30V86a6 6 0 0 1 6-6Z" />
    <path d="M30 94h116" />
    <rect class="t" x="78" y="88" width="20" height="13" rx="3" />
  `,
  // No open jobs, and signing in: a van before a house
  van: () => html`
    <path class="g" d="M8 112h160v4H8z" />
    <path class="q" d="M22 112V58l22-18 22 18v54M38 112V88h14v24M38 66h14" />
    <path class="f" d="M70 66h52v40H70Z" />
    <path class="s" d="M122 76h20l14 16v14h-34Z" />
    <path class="f" d="M134 84h6l7 8h-13Z" />
    <path class="t" d="M82 78h26v5H82zm0 10h16v5H82z" />
    <circle class="f" cx="86" cy="108" r="8" />
    <circle class="f" cx="140" cy="108" r="8" />
  `,
  // Nothing found: a magnifying glass before a house
  glass: () => html`
    <path class="g" d=${GROUND} />
    <path class="q" d="M30 112V66l26-20 26 20v46M48 112V86h16v26" />
    <circle class="s" cx="106" cy="60" r="28" />
    <path stroke-width="6" d="m126 82 24 24" />
    <path d="M96 60h20" />
  `,
  // An empty outbox: a tray, and all has left it
  tray: () => html`
    <path class="g" d=${GROUND} />
    <path class="f" d="M36 72 50 46h76l14 26v38H36Z" />
    <path class="s" d="M36 72h32c2 10 8 14 20 14s18-4 20-14h32v38H36Z" />
    <path class="q" d="M88 38V12m-10 10 10-10 10 10" />
    <circle class="t" cx="132" cy="36" r="15" />
    <path class="w" d="m125 37 5 5 9-10" />
  `,
  // The Home Screen: the app among others on a phone
  "home-screen": () => html`
    <path class="g" d="M24 112h128v4H24z" />
    <rect class="f" x="58" y="10" width="60" height="102" rx="12" />
    <path d="M80 18h16" />
    <rect class="g" x="66" y="30" width="12" height="12" rx="3" />
    <rect class="g" x="82" y="30" width="12" height="12" rx="3" />
    <rect class="g" x="98" y="30" width="12" height="12" rx="3" />
    <rect class="g" x="66" y="46" width="12" height="12" rx="3" />
    <rect class="t" x="80" y="58" width="32" height="32" rx="8" />
    <path class="w" d="m88 75 5 5 10-12" />
    <path class="q" d="M138 52c8 10 6 24-8 26m8-8-8 8 10 5" />
  `,
  // The code in an email: an envelope
  envelope: () => html`
    <path class="g" d=${GROUND} />
    <path class="f" d="M40 44h96v66H40Z" />
    <path class="s" d="m40 110 36-36h24l36 36Z" />
    <path d="m40 44 48 40 48-40" />
    <rect class="t" x="58" y="14" width="60" height="26" rx="13" />
    <path class="w" stroke-width="5" d="M72 27h.01m10 0h.01m10 0h.01m10 0h.01" />
  `,
  // A first start without signal: a cellar
  cellar: () => html`
    <path class="g" d="M8 112h160v4H8z" />
    <path class="f" d="M20 112V24h136v88" />
    <path class="s" d="M58 112V96h26V80h26V64h26V48h20v64Z" />
    <path class="q" d="M30 24v30m-8 0h16a8 8 0 0 0-16 0Z" />
    <path class="f" transform="rotate(-12 77 74)" d="M66 58h22v32H66Z" />
    <path transform="rotate(-12 77 74)" d="m70 70 14 10m-1-12L71 82" />
  `,
  // An address without a page: a pipe that leads nowhere
  pipe: () => html`
    <path class="g" d=${GROUND} />
    <path class="f" d="M14 30h62v22H14Zm62-6h14v34H76Z" />
    <path class="f" d="M162 30h-36v22h36Zm-36-6h-14v34h14Z" />
    <path class="t" d="M101 66c6 8 9 12 9 16a9 9 0 0 1-18 0c0-4 3-8 9-16Z" />
    <ellipse class="s" stroke="none" cx="101" cy="108" rx="22" ry="4" />
  `,
};

export const Art = ({ name }: {name: string}) => html`
  <svg class="art" viewBox="0 0 176 128" aria-hidden="true" focusable="false">${DRAWINGS[name]()}</svg>
`;
