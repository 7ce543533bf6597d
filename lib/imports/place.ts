import { createHash } from "node:crypto";
import type { Origin } from "./ids";

/** Where an import goes, and whose ids its things get. */
export interface Place extends Origin {
  readonly importId: string;
  /** IANA: days are counted in it. */
  readonly zone: string;
}

/** The key of a step of an import: whoever does it again after a crash does it once. */
export function keyOf({ importId }: Place, step: string): string {
  const hex = createHash("sha256").update(`${importId}\n${step}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
