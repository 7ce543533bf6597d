import { createHash } from "node:crypto";

/** Whose ids they are: the same thing of the same place in the same community is always the same one. */
export interface Origin {
  readonly communityId: string;
  /** What the community calls the other place. */
  readonly source: string;
  /** How often it was brought and undone before. */
  readonly round: number;
}

/**
 * The id that something of another place has here. Made from its own id there, so that nothing is brought twice, whatever
 * crashed or was asked for again, and no list of old ids has to be kept. A UUID of version 8 (RFC 9562).
 */
export function idOf(
  { communityId, source, round }: Origin,
  kind: "person" | "post" | "thread",
  there: string,
): string {
  const hash = createHash("sha256").update([communityId, source, round, kind, there].join("\n")).digest();
  hash[6] = (hash[6]! & 0x0f) | 0x80;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = hash.toString("hex", 0, 16);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
