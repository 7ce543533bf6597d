import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { withInstance } from "@/tests/support/http";
import { type Principal, principals, triers } from "@/tests/support/principals";
import { keepState } from "@/tests/support/principals-restore";
import { allDoors } from "@/tests/support/surfaces";
import type { DoorRow } from "@/tests/support/surfaces-doors";
import { everything } from "@/tests/support/thoroughness";

const instance = withInstance();
let kept: Awaited<ReturnType<typeof keepState>>;
beforeAll(async () => {
  kept = await keepState(instance.url);
});
afterEach(() => kept.restore());
afterAll(() => kept?.close());

const writing = Object.entries(allDoors).filter(([name]) => !/^(GET|HEAD) /.test(name));
/** Who is refused, and of these whoever tries a row at its place. */
const refused = (row: DoorRow, place: number) =>
  (everything ? principals : triers(row.who, place)).filter((one) => !row.who.includes(one));
let cells = 0;

async function send(name: string, row: DoorRow, who: Principal, headers: Record<string, string | undefined> = {}) {
  const method = name.split(" ")[0]!;
  const { world } = instance;
  const form = await row.form?.(world, who);
  const raw = row.raw?.(world);
  const asked = { accept: "application/json", ...raw?.headers, ...headers };
  return instance.ask(who, row.path(world), { method, form, body: raw?.body, headers: asked });
}

describe("who may write what", () => {
  test.each(writing.map(([name, row], place) => [name, row, place] as const))("%s", async (name, row, place) => {
    const faults: string[] = [];
    for (const who of refused(row, place)) {
      const { status, text } = await send(name, row, who);
      if (!row.else.includes(status)) faults.push(`${who}: ${status} ${text.slice(0, 100)}`);
      cells++;
    }
    expect(faults, faults.join("\n")).toEqual([]);
    // Tokens that forms are filled with are made by this process, and are no trace of a refusal.
    expect(
      (await kept.changed()).filter((table) => !["tokens", "writes"].includes(table)),
      "after refusals",
    ).toEqual([]);
    for (const who of allowed(row)) {
      const { status, text } = await send(name, row, who);
      if (status !== (row.good ?? 200)) faults.push(`${who}: ${status} ${text.slice(0, 100)}`);
      cells++;
      await kept.restore();
    }
    expect(faults, faults.join("\n")).toEqual([]);
  });

  test("cells were tested", () => expect(cells).toBeGreaterThan(700));
});

describe("what the product leaves in a browser", () => {
  test("every cookie is for this host alone, whichever form set it: none names a domain", () => {
    const names = new Set(instance.cookies.map((cookie) => cookie.split("=")[0]));
    expect([...names]).toEqual(expect.arrayContaining(["kindling", "account-browser", "locale", "theme"]));
    expect(instance.cookies.filter((cookie) => /;\s*domain/i.test(cookie))).toEqual([]);
  });
});

/** What is allowed changes the world, which is then put back: two of them, or all at full length. */
const allowed = (row: DoorRow) =>
  everything ? row.who : row.who.filter((_, index, all) => index === 0 || index === all.length - 1);

describe("a write comes from a form of ours", () => {
  const sender = (row: DoorRow): Principal => row.who[0] ?? "member";

  test("but for what a mail program sends, whose address is signed", () => {
    const anywhere = writing.filter(([, row]) => row.anywhere).map(([name]) => name.split(" ").slice(0, 2).join(" "));
    expect(new Set(anywhere)).toEqual(new Set(["POST /do/unsubscribe/[token]"]));
  });

  test.each(writing.filter(([, row]) => !row.anywhere))("%s", async (name, row) => {
    const attempts = {
      "no origin": { origin: undefined },
      "another origin": { origin: "https://evil.example" },
      "a null origin": { origin: "null" },
      "an origin that begins like ours": { origin: `${instance.origin}.evil.example` },
    };
    for (const [what, headers] of Object.entries(attempts)) {
      const { status } = await send(name, row, sender(row), headers);
      expect([403, 404], `${what}: ${status}`).toContain(status);
    }
    if (row.form && row.who.length > 0) {
      const { status } = await send(
        name,
        { ...row, form: async (w, who) => ({ ...(await row.form?.(w, who)), key: "" }) },
        sender(row),
      );
      expect(status, "without a key").toBe(422);
    }
    expect((await kept.changed()).filter((table) => !["tokens", "writes"].includes(table))).toEqual([]);
  });
});
