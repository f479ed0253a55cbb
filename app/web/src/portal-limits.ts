// `make web` writes this file: see tools/phone_limits.py.

export const CODE_DIGITS = 6;
export const CODE_TRIES = 5;

export const LIMITS: Limits = {
  "emailCharacters": 254,
  "noteCharacters": 4000,
  "descriptionCharacters": 2000,
  "invoiceNumberCharacters": 50,
  "amountLeast": 0.01,
  "amountMost": 1000000.0,
  "invoiceYearsBack": 6,
  "invoiceDaysAhead": 1,
  "documentBytes": 10485760,
  "documentNameCharacters": 255,
  "retryHours": 72
};
