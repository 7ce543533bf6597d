import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { firstStart } from "@/lib/operate/start/first-start.mjs";
import { asked, everything, plantedPlace } from "./place";

it("a start with another version looks for what is new once, and whatever comes in the way, it goes on", async () => {
  const place = await plantedPlace();
  const url = place.DATABASE_URL;
  const note = join(place.DATA_DIR, "demo.json");
  const [{ database } = { database: "" }] = await asked<{ database: string }>(
    url,
    `select (select system_identifier from pg_control_system()) || '/' || oid as database
     from pg_database where datname = current_database()`,
  );
  const noted = () => JSON.parse(readFileSync(note, "utf8")) as { welcome: string; content?: string };
  const older = (content?: string) =>
    writeFileSync(note, JSON.stringify({ database, complete: true, welcome: "as it was", content }));
  const told: string[] = [];
  const listening = vi.spyOn(console, "error").mockImplementation((line) => told.push(String(line)));
  const start = () => firstStart({ dataDir: place.DATA_DIR, empty: false, variables: { ...process.env, ...place } });

  // As it stands in the data folder of a demo that was planted before there was anything to note.
  older();
  const before = await everything(url);
  expect(await start()).toEqual({ welcome: expect.stringContaining("/demo"), demo: true });
  expect(await everything(url)).toEqual(before);
  const { content } = noted();
  expect(content).toMatch(/^[0-9a-f]{64}$/);
  expect(told).toEqual(["kindling: the demo gets what is new in it"]);

  expect(await start()).toEqual({ welcome: noted().welcome, demo: true });
  expect(told).toHaveLength(1);

  older("another");
  await asked(url, "update communities set founded_at = founded_at - interval '5 hours'");
  expect(await start()).toEqual({ welcome: "as it was", demo: true });
  expect(told.at(-1)).toContain("the demo stays as it was");
  expect(noted().content).toBe("another");
  listening.mockRestore();
}, 240_000);
