import { Problem } from "@/lib/operate/problem.mjs";

const known = ["--only", "--rounds", "--seconds", "--scale"];

/** `npm run bench -- [--only NAME] [--rounds N] [--seconds N] [--scale N|1m] [--json [FILE]]` */
export function readArguments(args: readonly string[]) {
  const after = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  for (const arg of args.filter((each) => each.startsWith("--")))
    if (![...known, "--json"].includes(arg))
      throw new Problem(`There is no ${arg}; there are ${known.join(", ")}, --json.`);
  const number = (name: string, otherwise: number) => {
    const value = after(name) ?? String(otherwise);
    if (!/^\d+$/.test(value) || Number(value) < 1) throw new Problem(`${name} takes a number from 1, not "${value}".`);
    return Number(value);
  };
  const file = after("--json");
  return {
    only: after("--only"),
    rounds: number("--rounds", 5),
    seconds: number("--seconds", 2),
    /** So many times the threads of the standard size; "1m" for a million posts. */
    scale: after("--scale") === "1m" ? 20 : number("--scale", 1),
    /** A file to write to, "-" for the console. */
    json: args.includes("--json") ? (file && !file.startsWith("--") ? file : "-") : undefined,
  };
}

/** Those rows whose name holds the word. */
export function choose<Row extends { name: string }>(rows: readonly Row[], only: string | undefined): Row[] {
  const chosen = rows.filter(({ name }) => !only || name.includes(only));
  if (chosen.length === 0)
    throw new Problem(`No row is called "${only}"; there are ${rows.map(({ name }) => name).join(", ")}.`);
  return chosen;
}
