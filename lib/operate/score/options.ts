import { existsSync, readFileSync } from "node:fs";
import { isAbsolute, resolve } from "node:path";
import { type Format, formats } from "@/lib/import/records";
import { dayMs } from "@/lib/scoring/activity/days";
import { type AttackName, attackNames } from "@/lib/scoring/attacks/attacks";

/** A wrong option: one line, and the exit code 2. */
export class Wrong extends Error {}

export interface Asked {
  readonly path: string;
  readonly format?: Format;
  readonly json: boolean;
  /** A day since 1970. */
  readonly asOf?: number;
  readonly zone: string;
  readonly attack?: AttackName;
  readonly seed: number;
  readonly catalogue: readonly string[];
  readonly reference?: string;
}

const valued = new Set(["format", "as-of", "zone", "attack", "seed", "catalogue", "reference"]);

export function readOptions(args: readonly string[]): Asked {
  const given = new Map<string, string>();
  const paths: string[] = [];
  let json = false;
  for (let i = 0; i < args.length; i++) {
    const [name, inline] = named(args[i]!);
    if (name === undefined) paths.push(args[i]!);
    else if (name === "json" && inline === undefined) json = true;
    else if (valued.has(name)) {
      if (given.has(name)) throw new Wrong(`--${name} is given twice`);
      const value = inline ?? args[++i];
      if (value === undefined || value === "") throw new Wrong(`--${name} wants a value`);
      given.set(name, value);
    } else throw new Wrong(`there is no option --${name}`);
  }
  if (paths.length !== 1) throw new Wrong("say which export: npm run --silent score -- PATH");
  const format = oneOf("format", given.get("format"), formats);
  const attack = oneOf("attack", given.get("attack"), attackNames);
  const asOf = given.has("as-of") ? dayIn(given.get("as-of")!) : undefined;
  const reference = given.get("reference");
  return {
    path: placeOf(paths[0]!),
    json,
    zone: zoneIn(given.get("zone") ?? "UTC"),
    seed: seedIn(given.get("seed") ?? "1"),
    catalogue: given.has("catalogue") ? linesOf("catalogue", given.get("catalogue")!) : [],
    ...(format && { format }),
    ...(attack && { attack }),
    ...(asOf !== undefined && { asOf }),
    ...(reference !== undefined && { reference: readable("reference", reference) }),
  };
}

function named(arg: string): [string | undefined, string | undefined] {
  if (!arg.startsWith("--")) return [undefined, undefined];
  const equals = arg.indexOf("=");
  return equals < 0 ? [arg.slice(2), undefined] : [arg.slice(2, equals), arg.slice(equals + 1)];
}

function oneOf<T extends string>(name: string, value: string | undefined, all: readonly T[]): T | undefined {
  if (value === undefined) return undefined;
  const found = all.find((one) => one === value);
  if (!found) throw new Wrong(`--${name} is one of ${all.join(", ")}`);
  return found;
}

function dayIn(text: string): number {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (!Number.isFinite(at) || new Date(at).toISOString().slice(0, 10) !== text)
    throw new Wrong("--as-of is a day such as 2026-06-30");
  return at / dayMs;
}

function zoneIn(zone: string): string {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return zone;
  } catch {
    throw new Wrong("--zone is a time zone such as Europe/Berlin");
  }
}

function seedIn(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Wrong("--seed is a whole number");
  return Number(text);
}

/** From where the command was typed; npm itself goes to the project's folder. */
function placeOf(path: string): string {
  if (isAbsolute(path)) return path;
  const typed = resolve(process.env.INIT_CWD ?? process.cwd(), path);
  return existsSync(typed) ? typed : resolve(path);
}

function readable(name: string, path: string): string {
  const place = placeOf(path);
  if (!existsSync(place)) throw new Wrong(`--${name}: the file is not there`);
  return place;
}

function linesOf(name: string, path: string): string[] {
  try {
    return readFileSync(readable(name, path), "utf8")
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter(Boolean);
  } catch (error) {
    if (error instanceof Wrong) throw error;
    throw new Wrong(`--${name}: the file cannot be read`);
  }
}
