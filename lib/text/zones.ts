// Civil time in an IANA zone: which day an instant falls on, and when that day began there.
// Days are written 2026-03-29, so they compare and sort as text.
const formats = new Map<string, Intl.DateTimeFormat>();

function partsIn(zone: string) {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });
    formats.set(zone, format);
  }
  return format;
}

export const zones = (): string[] => ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")];

export function isZone(value: unknown): value is string {
  // A bare offset such as +02:00 knows no clock changes, so it is not a zone to live in.
  if (typeof value !== "string" || value.length > 60 || !/^[A-Za-z]/.test(value)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: value });
    return true;
  } catch {
    return false;
  }
}

export const dayIn = (at: Date, zone: string): string => partsIn(zone).format(at);

/** The first instant of the day. Searched, not computed: some zones change their clock at midnight. */
export function startOfDay(day: string, zone: string): Date {
  const middle = Date.parse(`${day}T00:00:00Z`) / 1000;
  let before = middle - 15 * 3600;
  let within = middle + 13 * 3600;
  while (within - before > 1) {
    const probe = Math.floor((before + within) / 2);
    if (dayIn(new Date(probe * 1000), zone) >= day) within = probe;
    else before = probe;
  }
  return new Date(within * 1000);
}

/** Moves along the calendar, so a day of 23 or 25 hours counts as one. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

export const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** The Monday that begins the week of this day. */
export const weekOf = (day: string) => addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));

const minutes = new Map<string, Intl.DateTimeFormat>();

/** A moment as the clock of a zone shows it, the way a field for date and time holds it: 2026-03-29T09:00. */
export function localMinute(at: Date, zone: string): string {
  let format = minutes.get(zone);
  if (!format) {
    const two = "2-digit";
    const shape = { year: "numeric", month: two, day: two, hour: two, minute: two, hourCycle: "h23" } as const;
    format = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, ...shape });
    minutes.set(zone, format);
  }
  return format.format(at).replace(" ", "T");
}

const quarter = 15 * 60_000;

/** The first instant of a day at which the clock of the zone shows this hour, or a later one where it jumps over it. */
export function instantAt(day: string, hour: number, zone: string): Date {
  const begin = startOfDay(day, zone).getTime();
  if (hour === 0) return new Date(begin);
  const wanted = `${day}T${String(hour).padStart(2, "0")}:00`;
  // Clocks change by quarters of an hour, and by no more than a day of two or three.
  let at = Math.max(begin, begin + (hour - 3) * 3_600_000);
  while (localMinute(new Date(at), zone) < wanted) at += quarter;
  return new Date(at);
}
