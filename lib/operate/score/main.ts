import { readExport } from "@/lib/import/read";
import { Unreadable } from "@/lib/import/records";
import type { Unread } from "@/lib/import/unread";
import { Collector } from "@/lib/scoring/activity/collect";
import { daysIn } from "@/lib/scoring/activity/days";
import { timelineOf } from "@/lib/scoring/activity/timeline";
import { attacked } from "@/lib/scoring/attacks/attacks";
import { elementsOf, scoreOf } from "@/lib/scoring/score";
import { type Asked, readOptions, Wrong } from "./options";
import { referenceFor } from "./reference";
import { readable } from "./report";

async function main() {
  const asked = readOptions(process.argv.slice(2));
  const { format, records, unread } = await readExport(asked.path, asked.format);
  const all = new Collector();
  for await (const record of records) if (record.kind !== "space") all.add(record);
  if (all.at.length === 0 && all.actors.list.length === 0) throw new Unreadable("nothing in it could be read");
  const report = scored(asked, all);
  const text = asked.json ? `${JSON.stringify(report)}\n` : readable(report, format, unread);
  await new Promise<void>((done) => process.stdout.write(text, () => done()));
  if (asked.json) tellUnread(unread);
}

function scored(asked: Asked, all: Collector) {
  const line = timelineOf(all, daysIn(asked.zone), asked.asOf);
  const options = { seed: asked.seed, reference: referenceFor(line, asked.catalogue, asked.reference) };
  const { report, to, prepared } = scoreOf(line, options);
  if (!asked.attack) return report;
  const before = report.elements;
  const after =
    to === null ? before : elementsOf(attacked(asked.attack, prepared, to, asked.seed), to, options, false).elements;
  return { ...report, attack: asked.attack, before: { elements: before }, after: { elements: after } };
}

function tellUnread({ count, samples }: Unread) {
  if (count > 0)
    console.error(`kindling: ${count} entries could not be read, the first: ${samples[0]!.where}: ${samples[0]!.why}`);
}

await main().catch((error: unknown) => {
  if (!(error instanceof Wrong || error instanceof Unreadable)) throw error;
  console.error(`kindling: ${error.message.replaceAll(/\s*\n\s*/g, " ")}`);
  process.exitCode = 2;
});
