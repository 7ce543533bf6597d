import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { check } from "@/lib/operate/backup/check";
import { itWhen } from "../../support/skip";
import { count, emptyPlace, freshFolder, livelyPlace } from "./world";

const passphrase = "correct horse battery";
const runner = join(import.meta.dirname, "../../../lib/operate/run.mjs");
const hasTerminal = spawnSync("script", ["--version"]).status === 0;
const onTerminal = itWhen(hasTerminal, "script, which lends a pseudo terminal, is not installed");

interface Where {
  url: string;
  dataDir: string;
}
const variables = ({ url, dataDir }: Where) => {
  const without = { ...process.env };
  delete without.KINDLING_BACKUP_PASSPHRASE;
  return { ...without, DATABASE_URL: url, DATA_DIR: dataDir };
};

/** One command on a pseudo terminal, and somebody who answers each question after it has been asked. */
async function typed(name: string, args: string[], place: Where, answers: [question: string, answer: string][]) {
  const command = [process.execPath, runner, `lib/operate/${name}.ts`, ...args].map((word) => `'${word}'`).join(" ");
  const child = spawn("script", ["--quiet", "--return", "--flush", "--command", command, "/dev/null"], {
    env: variables(place),
  });
  const waiting = [...answers];
  let shown = "";
  let from = 0;
  child.stdout.setEncoding("utf8").on("data", (part) => {
    shown += part;
    const [question, answer] = waiting[0] ?? [];
    if (question === undefined || !shown.includes(question, from)) return;
    from = shown.indexOf(question, from) + question.length;
    waiting.shift();
    child.stdin.write(`${answer}\r`);
  });
  const [code] = await once(child, "close");
  return { code, shown, unasked: waiting.length };
}

describe("a passphrase is asked for on the terminal", () => {
  onTerminal(
    "hidden, twice when a backup is made, and opens it again",
    async () => {
      const place = await livelyPlace();
      const file = join(freshFolder(), "backup");
      const slip = `${passphrase}x\x7f`;
      const made = await typed("backup", [file, "--passphrase"], place, [
        ["Passphrase: ", slip],
        ["The same again: ", passphrase],
      ]);
      expect(made, made.shown).toMatchObject({ code: 0, unasked: 0 });
      expect(made.shown).toContain("read back and found whole");
      expect(made.shown).not.toContain("correct");
      await expect(check(file)).rejects.toThrow("is sealed");
      await expect(check(file, passphrase)).resolves.toMatchObject({ files: { count: 2 } });

      const target = await emptyPlace();
      const wrong = await typed("restore", [file, "--passphrase"], target, [["Passphrase: ", "incorrect horse"]]);
      expect(wrong).toMatchObject({ code: 1, unasked: 0 });
      expect(wrong.shown).toContain("This is not the passphrase of");
      expect(await count(target.url, "people")).toBe(0);

      const restored = await typed("restore", [file, "--passphrase"], target, [["Passphrase: ", passphrase]]);
      expect(restored, restored.shown).toMatchObject({ code: 0, unasked: 0 });
      expect(restored.shown).not.toContain("correct");
      expect(await count(target.url, "people")).toBe(2);
    },
    180_000,
  );

  onTerminal(
    "a slip of the hand, too few characters and Ctrl-C leave no backup",
    async () => {
      const place = await livelyPlace();
      const file = join(freshFolder(), "backup");
      const attempts: [string, [string, string][]][] = [
        [
          "These were not the same.",
          [
            ["Passphrase: ", passphrase],
            ["The same again: ", "correct horse bakery"],
          ],
        ],
        [
          "has fewer than 8 characters",
          [
            ["Passphrase: ", "horse"],
            ["The same again: ", "horse"],
          ],
        ],
        ["No passphrase was given.", [["Passphrase: ", "\x03"]]],
      ];
      for (const [why, answers] of attempts) {
        const { code, shown } = await typed("backup", [file, "--passphrase"], place, answers);
        expect([code, shown]).toEqual([1, expect.stringContaining(why)]);
        expect(existsSync(file)).toBe(false);
      }
    },
    180_000,
  );
});

describe("a passphrase without a terminal", () => {
  const run = (args: string[], place: Where, more: Record<string, string> = {}) => {
    const { status, stderr } = spawnSync(process.execPath, [runner, "lib/operate/backup.ts", ...args], {
      env: { ...variables(place), ...more },
      encoding: "utf8",
    });
    return { status, said: stderr.trim() };
  };

  it("comes from a file or the variable, and is never a word of the command", async () => {
    const place = await livelyPlace();
    const folder = freshFolder();
    const file = join(folder, "backup");
    const kept = join(folder, "passphrase");
    writeFileSync(kept, `${passphrase}\nnot this line\n`);

    expect(run([file, "--passphrase"], place).said).toMatch(/^kindling: There is no terminal to ask on/);
    for (const args of [
      [file, `--passphrase=${passphrase}`],
      ["--passphrase", passphrase, file],
    ]) {
      const { status, said } = run(args, place);
      expect([status, said]).toEqual([1, expect.stringMatching(/never part of a command/)]);
      expect(said).not.toContain(passphrase);
    }
    const short = run([file], place, { KINDLING_BACKUP_PASSPHRASE: "horse" });
    expect(short).toMatchObject({ status: 1, said: expect.stringContaining("fewer than 8 characters") });
    expect(existsSync(file)).toBe(false);

    for (const [args, more] of [
      [[file, "--passphrase-file", kept], {}],
      [[file], { KINDLING_BACKUP_PASSPHRASE: passphrase }],
    ] as const) {
      expect(run([...args], place, more).status).toBe(0);
      expect(readFileSync(file).includes("anna@example.org")).toBe(false);
      await expect(check(file, passphrase)).resolves.toBeDefined();
    }
  }, 180_000);
});
