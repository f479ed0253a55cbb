// The outbox of this page. Tests construct others.
import { Outbox } from "./outbox.js";

export const outbox = new Outbox();
