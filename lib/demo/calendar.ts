import { addDays, dayIn } from "@/lib/text/zones";
import type { Moment } from "./read";

/** "day: -12, at: 07:40" of the world's files as an instant: counted back from the day of the first start, on the community's own clock. */
export function instantOf({ day, at }: Moment, zone: string, today: Date): Date {
  const wanted = Date.parse(`${addDays(dayIn(today, zone), day)}T${at}:00Z`);
  // The clock's distance from UTC is not known before the instant is: the second look is right also beside a change of
  // the clock, and a time that the change skips becomes the one an hour later.
  let instant = wanted;
  for (let look = 0; look < 2; look++) instant += wanted - clockIn(zone, instant);
  return new Date(instant);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** What a clock in the zone shows, written as if it were UTC. */
function clockIn(zone: string, instant: number): number {
  let format = formats.get(zone);
  if (!format) {
    const two = "2-digit";
    const shape = {
      year: "numeric",
      month: two,
      day: two,
      hour: two,
      minute: two,
      second: two,
      hourCycle: "h23",
    } as const;
    format = new Intl.DateTimeFormat("en-CA", { timeZone: zone, ...shape });
    formats.set(zone, format);
  }
  const [year, month, day, hour, minute, second] = format
    .formatToParts(instant)
    .flatMap(({ type, value }) => (type === "literal" ? [] : Number(value)));
  return Date.UTC(year!, month! - 1, day!, hour!, minute!, second!);
}
