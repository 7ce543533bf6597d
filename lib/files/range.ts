import type { Span } from "./keys";

/**
 * The part that a `Range` header asks for. Whatever is not one plain part (several, another unit, nonsense) is answered
 * with the whole, as the protocol allows; a part that begins behind the end cannot be answered at all.
 */
export function readRange(header: string | null, size: number): Span | "whole" | "outside" {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? "") ?? [];
  if (first === undefined || last === undefined || (!first && !last)) return "whole";
  if (!first) return Number(last) > 0 ? { from: Math.max(0, size - Number(last)), to: size - 1 } : "outside";
  const from = Number(first);
  const to = last ? Math.min(Number(last), size - 1) : size - 1;
  if (last && Number(last) < from) return "whole";
  return from < size ? { from, to } : "outside";
}

/** Whether one of the versions a header names is this one. */
export const namesVersion = (header: string | null, etag: string) =>
  header?.split(",").some((one) => ["*", etag].includes(one.trim().replace(/^W\//, ""))) ?? false;
