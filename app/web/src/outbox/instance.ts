// The outbox of this page. Tests construct others.
import { Outbox } from "./outbox.ts";

export const outbox = new Outbox();
