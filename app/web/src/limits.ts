// The limits of what people write. The portal defines them (app/domain/limits.py) and sends them with the agency. Its copy
// in this build applies before sign-in.

import { LIMITS } from "./portal-limits.ts";

/** Return the limits of an agency. */
export const limitsOf = (agency?: Agency | null): Limits => ({ ...LIMITS, ...agency?.limits });
