// Where a job is, in words.

const OUTWARD_CODE = /^([a-z]{1,2}\d[a-z\d]?)\s*\d[a-z]{2}$/i;
const MAX_KEPT = 24;

/** Return the address of a job's property in one line, with the postcode if it is not part of it already. */
export function jobAddress({ property }: Pick<Job, "property">) {
  const { address, postcode } = property ?? {};
  return [address, postcode && !address?.includes(postcode) && postcode].filter(Boolean).join(", ");
}

/**
 * Return the address of a job's property for a row: the street, and the town with the first part of the postcode. The
 * town is "" if it is too long to stay in one line.
 */
export function placeOf({ property }: Pick<Job, "property">) {
  const { address, postcode } = property ?? {};
  const code = OUTWARD_CODE.exec(postcode ?? "")?.[1] ?? postcode ?? "";
  const parts = (address ?? "").replace(postcode || /$^/, "").split(/[,\n]+/).map((part) => part.trim()).filter(Boolean);
  const town = [parts.length > 1 ? parts.pop() : "", code].filter(Boolean).join(" ");
  const street = parts.join(", ");
  return town.length > MAX_KEPT ? { street: [street, town].filter(Boolean).join(", "), town: "" } : { street, town };
}
