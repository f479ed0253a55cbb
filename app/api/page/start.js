// The API's description to read and to try, and a line at the top to sign in with, since a cookie cannot be typed in.
"use strict";

const part = (id) => document.getElementById(id);
const [who, ask, enter, leave] = ["who", "ask", "enter", "leave"].map(part);
const SIGNED_OUT = "Not signed in. To try what needs a session, sign in here:";
const CALLED = { email: "The address", code: "The code" };

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

// What the API says, with its fields called as the line calls them.
function why({ error = "The portal does not answer. Please try again in a moment." }) {
  return error.replace(/^(email|code):/, (_, field) => CALLED[field]);
}

async function look() {
  const { ok, status, json } = await call("session");
  if (ok) {
    const { agency, agencyName, contractorId, displayName } = json.account;
    const names = json.accounts.map((one) => `${one.agency}/${one.contractorId}`);
    const others = names.filter((name) => name !== `${agency}/${contractorId}`).join(", ");
    const more = others && ` Other accounts, for switchAccount or Portal-Account: ${others}.`;
    show(`Signed in as ${json.email}: ${displayName} (${contractorId}) at ${agencyName} (${agency}).${more}`, leave);
  } else if (status === 401) {
    show(SIGNED_OUT, ask, ...(ask.elements.email.value && !enter.hidden ? [enter] : []));
  } else {
    show(why(json), ask);
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
    if (!ok) return show(why(json), ask);
    show("If an agency knows this address, a code is on its way by e-mail (in development: in the terminal).", ask, enter);
    enter.reset();
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
      show(why(json), ask, enter);
      enter.elements.code.select();
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

// The session is a cookie that scripts can neither set nor read: there is nothing to type in, and it is not in commands.
const SESSION_IN_COMMANDS =
  "The session is not in this command. In a terminal, sign in with “curl -b jar -c jar” (requestCode, then signIn) and add " +
  "“-b jar” to this; the README's walk with curl shows how.";

const withoutTypingIn = () => ({ wrapComponents: { authorizeBtn: () => () => null, authorizeOperationBtn: () => () => null } });

const aboutCommands = ({ React: { createElement } }) => ({
  wrapComponents: {
    curl: (Curl) => (props) =>
      createElement("div", null, createElement(Curl, props), createElement("p", { className: "note" }, SESSION_IN_COMMANDS)),
  },
});

// What an operation answers, on few lines. Whatever fails has one shape: what it means and what it may say is enough.
const shortAnswers = ({ React: { createElement } }) => ({
  wrapComponents: {
    response: (Response, { getComponent }) => (props) => {
      const said = props.response.getIn(["content", "application/json", "example", "error"]);
      if (!said) return createElement(Response, props);
      return createElement(
        "tr",
        { className: `response short ${props.className ?? ""}` },
        createElement("td", { className: "response-col_status" }, props.code),
        createElement(
          "td",
          { className: "response-col_description", colSpan: 2 },
          createElement(getComponent("Markdown", true), { source: props.response.get("description") }),
          createElement("code", null, JSON.stringify({ error: said })),
        ),
      );
    },
    operationLink: () => ({ name, link }) =>
      createElement(
        "p",
        { className: "short" },
        "Then ",
        createElement("code", null, name),
        ...(link.get("parameters")?.entrySeq() ?? []).flatMap(([parameter, where]) => [
          `, ${parameter}: `,
          createElement("code", { key: parameter }, where),
        ]),
      ),
    headers: (Headers) => (props) =>
      createElement("details", null, createElement("summary", null, "Headers"), createElement(Headers, props)),
  },
});

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
  plugins: [withoutTypingIn, aboutCommands, shortAnswers],
});

if (document.body.dataset.session) attempt(look);
else show(SIGNED_OUT, ask);
