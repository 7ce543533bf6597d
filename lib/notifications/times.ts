import { addDays, dayIn, instantAt, localMinute, weekOf } from "@/lib/text/zones";

// Pure: the hours in which nobody is to be disturbed, and when the next digest goes out, by the clock of a zone.

export interface Quiet {
  readonly zone: string;
  /** Hours of the day; null: always to be reached. */
  readonly from: number | null;
  readonly to: number;
}

const hourIn = (at: Date, zone: string) => Number(localMinute(at, zone).slice(11, 13));

export function isQuiet(at: Date, { zone, from, to }: Quiet): boolean {
  if (from === null || from === to) return false;
  const hour = hourIn(at, zone);
  return from < to ? hour >= from && hour < to : hour >= from || hour < to;
}

/** This moment, or the end of the quiet hours it falls into. */
export function afterQuiet(at: Date, quiet: Quiet): Date {
  if (!isQuiet(at, quiet)) return at;
  const today = dayIn(at, quiet.zone);
  const overnight = hourIn(at, quiet.zone) >= quiet.to;
  return instantAt(overnight ? addDays(today, 1) : today, quiet.to, quiet.zone);
}

export interface Rhythm {
  readonly every: "never" | "daily" | "weekly";
  readonly hour: number;
}

/** The first digest after this moment, outside the quiet hours; weekly ones go out on Mondays. */
export function nextDigest(after: Date, { every, hour }: Rhythm, quiet: Quiet): Date | undefined {
  if (every === "never") return undefined;
  const today = dayIn(after, quiet.zone);
  const step = every === "daily" ? 1 : 7;
  let day = every === "daily" ? today : weekOf(today);
  let next = instantAt(day, hour, quiet.zone);
  while (next <= after) {
    day = addDays(day, step);
    next = instantAt(day, hour, quiet.zone);
  }
  return afterQuiet(next, quiet);
}
