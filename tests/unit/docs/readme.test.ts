import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readWorld } from "@/lib/demo/read";
import { parse } from "@/lib/operate/start/environment.mjs";
import { allVariables, read, root, variablesOfEnv } from "./variables";

const readme = read("README.md");
const section = (title: string) => readme.split(/^## /m).find((part) => part.startsWith(`${title}\n`)) ?? "";
const rows = (text: string) =>
  text
    .split("\n")
    .filter((line) => line.startsWith("| ") && !/^\| -/.test(line))
    .slice(1)
    .map((line) => line.split(" | ").map((cell) => cell.replace(/^\| | *\|$/g, "").trim()));
const quoted = (text: string) => [...text.matchAll(/`([^`\n]+)`/g)].map((match) => match[1]!);

describe("README.md", () => {
  it("explains every variable that the product reads, and no other", () => {
    const explained = rows(section("Configuration")).map(([name = ""]) => name.replaceAll("`", ""));
    expect([...explained].sort()).toEqual([...allVariables()].sort());
  });

  it("says the defaults that lib/env.ts has", () => {
    const said = new Map(rows(section("Configuration")).map((row) => [row[0]!.replaceAll("`", ""), row[1]!]));
    const made = /^made at the first start$/;
    for (const [name, value] of variablesOfEnv()) {
      const text = said.get(name) ?? "";
      if (value === undefined) expect(text, name).toMatch(/^(none|made at|the built-in|`DATABASE_URL`|`http:)/);
      else if (!made.test(text)) expect(text, name).toBe(`\`${value}\``);
    }
  });

  it("names only commands that there are, and every one that an operator needs", () => {
    const { scripts } = JSON.parse(read("package.json"));
    const told = new Set([...readme.matchAll(/npm (?:run )?(?:--silent )?([a-z:]+)/g)].map((match) => match[1]!));
    for (const name of told) expect(Object.keys(scripts), name).toContain(name);
    for (const name of ["up", "dev", "test", "check", "bench", "backup", "restore", "verify"])
      expect(told, name).toContain(name);
    for (const command of Object.values<string>(scripts))
      for (const [file] of command.matchAll(/\b[\w/-]+\.(?:mjs|ts)\b/g))
        expect(existsSync(join(root, file)), file).toBe(true);
  });

  it("leads to files that exist", () => {
    const paths = quoted(readme).filter((text) => /^(app|components|db|lib|public|tests)\/[\w/.()[\]-]*$/.test(text));
    expect(paths.length).toBeGreaterThan(20);
    // The recipe of a new write names the file it makes.
    for (const path of paths.filter((each) => !each.includes("/greet/")))
      expect(existsSync(join(root, path)), path).toBe(true);
    const links = [...readme.matchAll(/\]\(([^)#:]+)\)/g), ...readme.matchAll(/src(?:set)?="([^"]+)"/g)];
    for (const [, path] of links) expect(existsSync(join(root, path!)), path).toBe(true);
  });

  it("names things in files where they are", () => {
    const here: [string, string][] = [
      ["lib/accounts/input.ts", "profileInput"],
      ["lib/accounts/profile.ts", "changeProfile"],
      ["db/schema/people.ts", "people_erased_is_empty"],
      ["lib/text/index.ts", "localeNames"],
      ["lib/text/index.ts", "catalogues"],
      ["lib/action.ts", "export function action"],
      ["lib/write.ts", "export async function write"],
    ];
    for (const [file, word] of here) expect(read(file), file).toContain(word);
    const metrics = read("lib/operate/metrics.ts");
    for (const name of quoted(section("Running it for others")).filter((text) => /^kindling_\w+$/.test(text)))
      expect(metrics, name).toContain(name);
  });

  it("introduces the six people of the demo by their names", () => {
    const { people, signIns } = readWorld();
    const names = rows(section("Look around as six people")).map(([name]) => name);
    expect(names).toEqual(Object.values(signIns).map((person) => people.get(person)?.name));
  });
});

describe(".env.example", () => {
  it("shows only variables that are read, and sets none", () => {
    const text = read(".env.example");
    expect(parse(text)).toEqual({});
    const shown = Object.keys(parse(text.replace(/^# (?=[A-Z0-9_]+=)/gm, "")));
    expect(shown.length).toBeGreaterThan(8);
    for (const name of shown) expect(allVariables().has(name), name).toBe(true);
  });
});
