// A real OpenID Connect provider for one client. `node server.js PORT ORIGIN…`: its own port, and the portal's origins.
//
// Anybody may sign in, with an e-mail address as the name. An address that begins with "unverified" is not verified.
import { Provider } from "oidc-provider";

const [port, ...origins] = process.argv.slice(2);

const provider = new Provider(`http://localhost:${port}`, {
  clients: [
    {
      client_id: "portal: 100%+&1",
      client_secret: "a secret: with %, + and &/signs",
      redirect_uris: origins.map((origin) => `${origin}/api/session/oidc/callback`),
      post_logout_redirect_uris: origins.map((origin) => `${origin}/`),
    },
  ],
  claims: { openid: ["sub"], email: ["email", "email_verified"] },
  cookies: { keys: ["only for tests"] },
  // Without the dispatcher, which refuses addresses of this machine.
  fetch: (url, { dispatcher, ...options }) => fetch(url, options),
  findAccount: (_, id) => ({
    accountId: id,
    claims: () => ({ sub: id, email: id, email_verified: !id.startsWith("unverified") }),
  }),
});

provider.on("server_error", (_, error) => console.error(error));
provider.listen(Number(port), "localhost", () => console.log(`Listening at http://localhost:${port}`));
