import { expect, it } from "vitest";
import { MOTIFS } from "@/components/figures/badge-motifs";
import { motifs } from "@/lib/badges/input";
import { readWorld } from "@/lib/demo/read";

it("every motif that can be chosen, or is worn in the demo, has its own two drawings", () => {
  const worn = readWorld().brands.flatMap(({ badges }) => badges.map(({ motif }) => motif));
  for (const key of [...motifs, ...worn]) {
    expect(Object.keys(MOTIFS)).toContain(key);
    expect(MOTIFS[key].small).not.toBe(MOTIFS[key].drawn);
  }
});
