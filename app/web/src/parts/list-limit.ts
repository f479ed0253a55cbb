// How many rows of a long list are rendered. The number outlives the screen, so Back finds the row that the person left.
import { signal } from "@preact/signals";
import { GROUP_SIZE } from "./long-list.ts";

/** The list that was shown last, and its number of rows. */
const last = signal({ name: "", limit: 2 * GROUP_SIZE });

/** Return [limit, onMore] of the list of this name. Another list begins with few rows. */
export function useLimit(name: string) {
  const limit = last.value.name === name ? last.value.limit : 2 * GROUP_SIZE;
  const onMore = () => {
    last.value = { name, limit: limit + GROUP_SIZE };
  };
  return [limit, onMore] as const;
}
