// The API's description to read and to try, and a line at the top to sign in with, since a cookie cannot be typed in.
"use strict";

const part = (id) => document.getElementById(id);
const [who, ask, enter, leave] = ["who", "ask", "enter", "leave"].map(part);
const SIGNED_OUT = "Not signed in. To try what needs a session, sign in here:";

async function call(path, method = "GET", body = undefined) {
  const headers = body ? { "Content-Type": "application/json" } : {};
  const answer = await fetch(path, { method, headers, body: body && JSON.stringify(body) });
  const json = answer.headers.get("Content-Type")?.startsWith("application/json") ? await answer.json() : {};
  return { ok: answer.ok, status: answer.status, json };
}

function show(text, ...visible) {
  who.textContent = text;
  for (const each of [ask, enter, leave]) each.hidden = !visible.includes(each);
}

async function look() {
  const { ok, status, json } = await call("session");
  if (ok) {
    const { agency, agencyName, contractorId, displayName } = json.account;
    show(`Signed in as ${json.email}: ${displayName} (${contractorId}) at ${agencyName} (${agency}).`, leave);
  } else if (status === 401) {
    show(SIGNED_OUT, ask, ...(ask.elements.email.value && !enter.hidden ? [enter] : []));
  } else {
    show(json.error ?? "The portal does not answer.", ask);
  }
}

async function attempt(work) {
  try {
    await work();
  } catch {
    show("The portal cannot be reached. Please try again in a moment.", ask);
  }
}

ask.addEventListener("submit", (event) => {
  event.preventDefault();
  attempt(async () => {
    const { ok, json } = await call("session/code", "POST", { email: ask.elements.email.value });
    if (!ok) return show(json.error, ask);
    show("If an agency knows this address, a code is on its way by e-mail (in development: in the terminal).", ask, enter);
    enter.elements.code.focus();
  });
});

enter.addEventListener("submit", (event) => {
  event.preventDefault();
  attempt(async () => {
    const body = { email: ask.elements.email.value, code: enter.elements.code.value };
    const { ok, json } = await call("session", "POST", body);
    if (ok) {
      enter.reset();
      await look();
      leave.focus();
    } else {
      show(json.error, ask, enter);
    }
  });
});

leave.addEventListener("click", () =>
  attempt(async () => {
    await call("session", "DELETE");
    await look();
    ask.elements.email.focus();
  }),
);

SwaggerUIBundle({
  url: "openapi.json",
  dom_id: "#api",
  deepLinking: true,
  validatorUrl: null,
  displayOperationId: true,
  defaultModelsExpandDepth: 0,
  tryItOutEnabled: true,
  // What is tried here may sign in or out, too, or find that a session has ended.
  responseInterceptor: (answer) => {
    if (answer.status === 401 || new URL(answer.url).pathname.startsWith("/api/session")) attempt(look);
    return answer;
  },
  plugins: [
    // The session is a cookie that scripts cannot set: there is nothing to type in.
    () => ({ wrapComponents: { authorizeBtn: () => () => null, authorizeOperationBtn: () => () => null } }),
  ],
});

attempt(look);
