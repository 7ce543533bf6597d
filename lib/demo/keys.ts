import { createHash } from "node:crypto";

/** The same step has the same key in every run, so a seed that was cut short is taken up where it stopped. */
export function keyOf(step: string): string {
  const bytes = createHash("sha256").update(`kindling demo\n${step}`).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
