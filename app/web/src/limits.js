// The limits of what people write. The portal defines them (app/domain/limits.py) and sends them with the agency.

/**
 * The limits of this release. They apply before sign-in, and to an agency that was saved by an older release. A test
 * compares them with the portal's.
 *
 * @type {Limits}
 */
export const DEFAULT_LIMITS = {
  emailCharacters: 254,
  noteCharacters: 4_000,
  descriptionCharacters: 2_000,
  invoiceNumberCharacters: 50,
  amountLeast: 0.01,
  amountMost: 1_000_000,
  invoiceYearsBack: 6,
  invoiceDaysAhead: 1,
  documentBytes: 10 * 1024 * 1024,
  documentNameCharacters: 255,
  retryHours: 72,
};

/**
 * Return the limits of an agency.
 *
 * @param {Agency | null} [agency]
 * @returns {Limits}
 */
export const limitsOf = (agency) => ({ ...DEFAULT_LIMITS, ...agency?.limits });
