import { existsSync } from "node:fs";
import { describe, expect } from "vitest";
import { readExport } from "@/lib/import/read";
import { referenceFor } from "@/lib/operate/score/reference";
import { Collector } from "@/lib/scoring/activity/collect";
import { daysIn } from "@/lib/scoring/activity/days";
import { timelineOf } from "@/lib/scoring/activity/timeline";
import { scoreOf } from "@/lib/scoring/score";
import { itWhen } from "@/tests/support/skip";

// Real conversations lie beside the project where it is developed, and are no part of it.
const there = "../shared/data";
const when = itWhen(existsSync(there), "the real conversations are not beside the project");

async function report(file: string) {
  const { records } = await readExport(`${there}/${file}`);
  const all = new Collector();
  for await (const record of records) if (record.kind !== "space") all.add(record);
  const line = timelineOf(all, daysIn("UTC"));
  const { report } = scoreOf(line, { seed: 1, reference: referenceFor(line, []) });
  const known = (name: "interaction" | "meaning") =>
    report.windows
      .map((row) => row[name])
      .filter((one): one is number => one !== null)
      .sort((a, b) => a - b);
  const middle = (all: readonly number[]) => all[Math.floor(all.length / 2)] ?? null;
  return { report, interaction: middle(known("interaction")), meaning: middle(known("meaning")) };
}

describe("real conversations", () => {
  when(
    "a tight community with a joint project",
    async () => {
      const { report: found, interaction, meaning } = await report("lean_zulip_2021h1.jsonl.gz");
      expect(interaction).toBeGreaterThanOrEqual(55);
      expect(meaning).toBeGreaterThan(45);
      expect(found.elements.stakes.reason).toBe("not visible in what you imported");
      expect(found.elements.standing.reason).toBe("not enough yet");
      const carried = (name: string) => found.spaces.find(({ space }) => space === name)!.carried!;
      expect(carried("condensed-mathematics")).toBeGreaterThan(carried("new-members"));
      expect(carried("condensed-mathematics")).toBeGreaterThan(carried("Is-there-code-for-X%3F"));
    },
    240_000,
  );

  when(
    "its twin of beginners' questions",
    async () => {
      expect((await report("isabelle_zulip.jsonl.gz")).interaction).toBeLessThanOrEqual(10);
    },
    240_000,
  );

  when(
    "a forum that a brand runs",
    async () => {
      expect((await report("openenergymonitor.jsonl.gz")).interaction).toBeLessThanOrEqual(20);
    },
    240_000,
  );

  when(
    "a forum of product support",
    async () => {
      expect((await report("opendcl.jsonl.gz")).interaction).toBeLessThanOrEqual(10);
    },
    240_000,
  );

  when(
    "a meet-up's own Slack export",
    async () => {
      const { report: found } = await report("slack_export_real.zip");
      expect(found.members).toBeGreaterThanOrEqual(10);
      expect(found.trust).toBe("low");
    },
    120_000,
  );
});
