export const dayMs = 86_400_000;

/** The number of the day (since 1970) at a moment, somewhere. */
export type DayOf = (at: number) => number;

/** Days of a zone; UTC without one. The offset is asked once for each quarter of an hour that is met. */
export function daysIn(zone: string): DayOf {
  if (zone === "UTC") return (at) => Math.floor(at / dayMs);
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
  });
  const known = new Map<number, number>();
  return (at) => {
    const quarter = Math.floor(at / 900_000);
    const before = known.get(quarter);
    if (before !== undefined) return before;
    const parts = Object.fromEntries(format.formatToParts(quarter * 900_000).map(({ type, value }) => [type, value]));
    const day = Math.round(Date.UTC(Number(parts.year), Number(parts.month) - 1, Number(parts.day)) / dayMs);
    known.set(quarter, day);
    return day;
  };
}

/** 2021-06-30 */
export const isoDay = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);
