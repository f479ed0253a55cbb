import { html } from "../html.js";
export const SignIn = () => html`<main><h1>Sign in</h1></main>`;
