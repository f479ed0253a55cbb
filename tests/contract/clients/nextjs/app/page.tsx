"use client";

import { useState, type FormEvent } from "react";
import { client } from "../client";
import { sendInvoice } from "../invoice";
import type { components } from "../portal";

type Schemas = components["schemas"];

/** Return the sentence of a failure for the contractor. */
function sentence(failure: { error: string } | { detail: string } | undefined): string | undefined {
  if (!failure) return undefined;
  return "detail" in failure ? failure.detail : failure.error;
}

/** Return a text of a form. */
function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

/** Sign in, list jobs, add a note, send an invoice with its PDF, and sign out. */
export default function Page() {
  const [email, setEmail] = useState("");
  const [isSignedIn, setSignedIn] = useState(false);
  const [jobs, setJobs] = useState<Schemas["Job"][]>([]);
  const [message, setMessage] = useState("");
  const [error, setError] = useState("");

  /** Return a handler that shows the sentence of a failure, or else the message. */
  function submit(send: (form: FormData) => Promise<string | undefined>, success = "") {
    return async (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault();
      const failure = await send(new FormData(event.currentTarget));
      setError(failure ?? "");
      setMessage(failure ? "" : success);
    };
  }

  async function requestCode(form: FormData) {
    const body = { email: text(form, "email") };
    const { error } = await client.POST("/api/session/code", { body });
    if (!error) setEmail(body.email);
    return sentence(error);
  }

  async function signIn(form: FormData) {
    const signedIn = await client.POST("/api/session", { body: { email, code: text(form, "code") } });
    if (signedIn.error) return sentence(signedIn.error);
    const open = await client.GET("/api/contractor/jobs", { params: { query: { status: "open", limit: 3 } } });
    setJobs(open.data?.jobs ?? []);
    setSignedIn(!open.error);
    return sentence(open.error);
  }

  async function addNote(jobId: string, form: FormData) {
    const { error } = await client.POST("/api/contractor/jobs/{jobId}/notes", {
      params: { path: { jobId }, header: { "Idempotency-Key": crypto.randomUUID() } },
      body: { note: text(form, "note") },
    });
    return sentence(error);
  }

  async function submitInvoice(jobId: string, form: FormData) {
    const document = form.get("document");
    if (!(document instanceof File)) return "Choose a PDF.";
    const invoice = {
      jobId,
      amount: Number(text(form, "amount")),
      description: text(form, "description"),
      invoiceDate: new Date().toISOString().slice(0, 10),
      invoiceNumber: text(form, "number"),
    };
    const { error } = await sendInvoice(invoice, document, crypto.randomUUID());
    return sentence(error);
  }

  async function signOut() {
    const { error } = await client.DELETE("/api/session");
    setSignedIn(false);
    setEmail("");
    return sentence(error);
  }

  return (
    <main>
      <p role="status">{message}</p>
      <p role="alert">{error}</p>
      {!email && (
        <form onSubmit={submit(requestCode, "A code is on its way.")}>
          <label>
            E-mail address <input name="email" />
          </label>
          <button>Send me a code</button>
        </form>
      )}
      {email && !isSignedIn && (
        <form onSubmit={submit(signIn, "You are signed in.")}>
          <label>
            Code <input name="code" />
          </label>
          <button>Sign in</button>
        </form>
      )}
      {isSignedIn && (
        <form onSubmit={submit(signOut, "You are signed out.")}>
          <button>Sign out</button>
        </form>
      )}
      {isSignedIn &&
        jobs.map((job) => (
          <section key={job.jobId} aria-label={job.jobId}>
            <h2>{job.title}</h2>
            <form onSubmit={submit((form) => addNote(job.jobId, form), "The note was added.")}>
              <label>
                Note <input name="note" />
              </label>
              <button>Add the note</button>
            </form>
            <form onSubmit={submit((form) => submitInvoice(job.jobId, form), "The invoice was sent.")}>
              <label>
                Amount <input name="amount" />
              </label>
              <label>
                Description <input name="description" />
              </label>
              <label>
                Invoice number <input name="number" />
              </label>
              <label>
                PDF <input name="document" type="file" />
              </label>
              <button>Send the invoice</button>
            </form>
          </section>
        ))}
    </main>
  );
}
