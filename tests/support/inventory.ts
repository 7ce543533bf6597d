import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { kinds } from "@/lib/mail/kinds";

/** Everything there is, found in the source: what nobody listed is found too. */
export const project = join(import.meta.dirname, "../..");

/** Paths of files below a folder, from the project's root, with `/`. */
export function filesIn(folder: string, ending = /\.tsx?$/): string[] {
  const walk = (dir: string): string[] =>
    readdirSync(dir, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? walk(join(dir, entry.name)) : [join(dir, entry.name)],
    );
  return walk(join(project, folder))
    .map((path) => relative(project, path).split(sep).join("/"))
    .filter((path) => ending.test(path))
    .sort();
}

export const read = (path: string) => readFileSync(join(project, path), "utf8");

export interface Door {
  /** `GET /[community]/manage`, as in the table of surfaces. */
  name: string;
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "HEAD";
  /** The address as the framework writes it, without route groups. */
  pattern: string;
  file: string;
}

/** Every page and every method of every route handler. */
export function doors(): Door[] {
  const found = filesIn("app", /\/(page\.tsx|route\.tsx?)$/).flatMap((file): Door[] => {
    const pattern = patternOf(file);
    const methods = file.endsWith("page.tsx") ? ["GET"] : methodsOf(read(file));
    return methods.map((method) => ({
      name: `${method} ${pattern}`,
      method: method as Door["method"],
      pattern,
      file,
    }));
  });
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function patternOf(file: string): string {
  const parts = file.split("/").slice(1, -1);
  return `/${parts.filter((part) => !part.startsWith("(")).join("/")}`;
}

const methodsOf = (source: string) => [
  ...new Set(
    [
      ...source.matchAll(/export (?:const|async function|function) (GET|POST|PUT|PATCH|DELETE|HEAD)\b/g),
      ...source.matchAll(/export const \{[^}]*\b(GET|POST)\b[^}]*\}/g),
    ].map(([, method]) => method!),
  ),
];

export interface Act {
  /** `members/commands.giveRole` */
  name: string;
  /** The type of its first parameter. */
  proof: string;
  file: string;
}

// Not people's acts: the gate itself, the words, what operates the product, and the demo world that calls acts.
const elsewhere = /^lib\/(access|text|operate|demo)\//;
const proven =
  /^export (?:async )?(?:function\*? (\w+)|const (\w+) = (?:async )?)(?:<[^>]*>)?\(\s*(?:\w+|\{[^}]*\}): (\w*Access)\b/gm;

/** Every exported function of the product whose first parameter is a proof of access. */
export function acts(): Act[] {
  return filesIn("lib", /\.ts$/)
    .filter((file) => !elsewhere.test(file))
    .flatMap((file) =>
      [...read(file).matchAll(proven)].map(([, named, arrow, proof]) => ({
        name: `${file.slice("lib/".length, -".ts".length)}.${named ?? arrow}`,
        proof: proof!,
        file,
      })),
    );
}

export const channelKinds = () =>
  [
    ...(/export type ChannelKind = ([^;]+);/.exec(read("lib/realtime/channels.ts"))?.[1] ?? "").matchAll(/"(\w+)"/g),
  ].map(([, kind]) => kind!);

/** The names in the list of jobs; a job that is not in it never runs. */
export const jobNames = () =>
  [...(/jobs: readonly Job\[\] = \[([^\]]*)\]/.exec(read("lib/jobs/jobs.ts"))?.[1] ?? "").matchAll(/\w+/g)].map(
    ([name]) => name,
  );

export const mailKinds = () => Object.keys(kinds).sort();
