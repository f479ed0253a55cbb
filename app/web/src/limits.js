// The limits of what people write. The portal defines them (app/domain/limits.py) and sends them with the agency. Its copy
// in this build applies before sign-in.

import { LIMITS } from "./portal-limits.js";

/**
 * Return the limits of an agency.
 *
 * @param {Agency | null} [agency]
 * @returns {Limits}
 */
export const limitsOf = (agency) => ({ ...LIMITS, ...agency?.limits });
