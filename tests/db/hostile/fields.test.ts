import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { collected, faultsIn, hostileStrings, tenth } from "@/tests/support/hostile";
import { type Answer, withInstance } from "@/tests/support/http";
import type { Principal } from "@/tests/support/principals";
import { keepState } from "@/tests/support/principals-restore";
import { allDoors } from "@/tests/support/surfaces";
import type { DoorRow } from "@/tests/support/surfaces-doors";
import { everything as full } from "@/tests/support/thoroughness";

const instance = withInstance();
let kept: Awaited<ReturnType<typeof keepState>>;
beforeAll(async () => {
  kept = await keepState(instance.url);
});
afterAll(() => kept?.close());

const strings = [
  ...hostileStrings,
  ...(collected.present ? tenth(collected.json<string[]>("strings/blns.json")) : []),
  ...(collected.present
    ? collected.json<{ cases: { text?: string }[] }>("unicode/hostile-text.json").cases
    : []
  ).flatMap(({ text }) => text ?? []),
];

/** Each field gets its own part of the strings, another part with every field; at full length all of them. */
const part = full ? 1 : 17;
const partFor = (name: string, n: number) => strings.filter((_, index) => (index + n + name.length) % part === 0);

const json = { accept: "application/json" };
/** What is typed into a form, or sent by a script as if it were one. */
async function typedInto(row: DoorRow, who: Principal): Promise<Record<string, string>> {
  const body = row.raw?.(instance.world).body;
  return body instanceof URLSearchParams ? Object.fromEntries(body) : ((await row.form?.(instance.world, who)) ?? {});
}

const forms = Object.entries(allDoors).filter(([name, row]) => name.startsWith("POST ") && row.who.length > 0);

let sent = 0;
let refused = 0;
describe(`every field of every form takes every string, or refuses it with a sentence${collected.present ? "" : " (the collected ones are not here)"}`, () => {
  test.each(forms)(
    "%s",
    async (name, row) => {
      const faults: string[] = [];
      const fields = Object.keys(await typedInto(row, row.who[0]!));
      for (const [n, field] of fields.entries())
        for (const text of partFor(name, n)) {
          const fault = await type(row, field, text).catch((error) => String(error));
          if (fault) faults.push(`${field} ${JSON.stringify(text.slice(0, 40))}: ${fault}`);
        }
      await kept.restore();
      expect(faults, faults.join("\n")).toEqual([]);
    },
    full ? 1_200_000 : 60_000,
  );

  test("some were refused and some were not", () => {
    expect(sent).toBeGreaterThan(300);
    expect(refused).toBeGreaterThan(20);
    expect(refused).toBeLessThan(sent);
  });
});

/** Whether something was taken since the world was last put back: it may be why the next one is refused. */
let changed = false;

async function type(row: DoorRow, field: string, text: string): Promise<string | undefined> {
  let answer = await send(row, field, text);
  if (answer.status >= 400 && answer.status < 500 && (changed || answer.status === 429)) {
    await kept.restore();
    answer = await send(row, field, text);
    changed = false;
  }
  sent++;
  const said = read(answer);
  if (!said) return `${answer.status} ${answer.text.slice(0, 200)}`;
  if (answer.status >= 500) return `${answer.status} ${said.message}`;
  if (said.location && !/^\/(?![/\\])/.test(said.location)) return `leads to ${said.location}`;
  if (answer.status < 300) {
    changed = true;
    return undefined;
  }
  refused++;
  const sentences = [said.message, ...Object.values(said.fields ?? {})];
  return sentences.every((sentence) => sentence && sentence.length > 5 && !sentence.includes(".errors."))
    ? undefined
    : answer.text;
}

async function send(row: DoorRow, field: string, text: string): Promise<Answer> {
  const who = row.who[0]!;
  const form = { ...(await typedInto(row, who)), [field]: text };
  const begun = performance.now();
  const answer = await instance.ask(who, row.path(instance.world), { method: "POST", form, headers: json });
  const took = performance.now() - begun;
  // What grows out of all bounds with its length takes minutes; a busy machine takes seconds.
  if (took > 15_000) throw new Error(`took ${Math.round(took)} ms`);
  return answer;
}

function read({ text }: Answer) {
  try {
    return JSON.parse(text) as { message?: string; fields?: Record<string, string>; location?: string };
  } catch {
    return undefined;
  }
}

describe("what is taken is shown as it was typed", () => {
  test(
    "in a person's own words",
    async () => {
      const wrong: string[] = [];
      const taken = strings.filter((text) => text.trim().length > 0 && text.length <= 500);
      for (const bio of full ? taken : taken.filter((_, index) => index % 3 === 0)) {
        const form = { name: "Somebody", bio, locale: "", zone: "" };
        const saved = await instance.ask("member", "/do/profile", { method: "POST", form, headers: json });
        if (saved.status !== 200) continue;
        const { text } = await instance.ask("member", "/settings/profile");
        const shown = /<textarea[^>]*name="bio"[^>]*>([\s\S]*?)<\/textarea>/.exec(text)?.[1] ?? "";
        if (plain(shown) !== plain(bio.trim().normalize("NFC"), false))
          wrong.push(`${JSON.stringify(bio)} became ${JSON.stringify(shown)}`);
      }
      expect(wrong, wrong.join("\n")).toEqual([]);
    },
    full ? 300_000 : 60_000,
  );
});

test("and nothing of all this was a fault of ours", () => expect(faultsIn(instance.log())).toEqual([]));

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };
/** A textarea swallows its first line's end, and every page has one kind of line end. */
const plain = (text: string, escaped = true) =>
  (escaped ? text.replace(/&([#\w]+);/g, (all, name: string) => entities[name] ?? all) : text)
    .replace(/\r\n?/g, "\n")
    .replace(/^\n/, "");
