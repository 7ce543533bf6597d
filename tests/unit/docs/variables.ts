import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The variables the product itself reads, found in its source: there is no second list that could fall behind. */

export const root = join(import.meta.dirname, "..", "..", "..");
export const read = (path: string) => readFileSync(join(root, path), "utf8");

/** Those of lib/env.ts, each with its default as it is written there. */
export function variablesOfEnv(): Map<string, string | undefined> {
  const text = read("lib/env.ts");
  const body = text.slice(text.indexOf("z\n  .object({"), text.indexOf(".transform((e) =>"));
  const entries = body.split(/^ {4}(?=[A-Z0-9_]+: )/m).slice(1);
  return new Map(
    entries.map((entry) => {
      const name = /^[A-Z0-9_]+/.exec(entry)![0];
      const given = /\.default\((?:"([^"]*)"|([\w.]+))\)/.exec(entry);
      return [name, given?.[1] ?? given?.[2]];
    }),
  );
}

/** What only this process of the machine knows, or the framework reads: no operator sets it. */
const machinery = new Set([
  "PATH",
  "INIT_CWD",
  "NODE_ENV",
  "NODE_OPTIONS",
  "NEXT_RUNTIME",
  "AUTH_URL",
  "NEXT_TELEMETRY_DISABLED",
]);

/** Those that the starters read by themselves, and the secrets they make. */
export function variablesOfStarters(): Set<string> {
  const folder = join(root, "lib", "operate");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /\.(mjs|ts)$/.test(name));
  const found = files.flatMap((name) => {
    const text = readFileSync(join(folder, name), "utf8");
    return [...text.matchAll(/\b(?:process\.env|said|given|variables)\.([A-Z][A-Z0-9_]+)\b/g)].map(
      (match) => match[1]!,
    );
  });
  const secrets = [...read("lib/operate/start/secrets.mjs").matchAll(/^ {2}([A-Z][A-Z0-9_]+): random/gm)];
  return new Set([...found, ...secrets.map((match) => match[1]!)].filter((name) => !machinery.has(name)));
}

export const allVariables = () => new Set([...variablesOfEnv().keys(), ...variablesOfStarters()]);
