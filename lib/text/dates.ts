import type { Locale } from "./index";
import { intlTag } from "./numbers";
import { dayIn, daysBetween } from "./zones";

/** Who reads, where their clock stands, and which region's way of writing dates their browser named. */
export type Reader = { locale: Locale; zone: string; region?: string };

const formats = new Map<string, Intl.DateTimeFormat>();

const american =
  /^America\/(New_York|Chicago|Denver|Phoenix|Los_Angeles|Anchorage|Boise|Detroit|(Indiana|Kentucky|North_Dakota)\/.*)$|^Pacific\/Honolulu$/;
const tags = new Map<string, string>();

/** English without a region puts the month first for everybody; only those whose clock stands in the United States expect that. */
function dateTag({ locale, zone, region }: Reader): string {
  const wanted = region ?? (locale === "en" ? (american.test(zone) ? "US" : "001") : "");
  if (!wanted) return intlTag(locale);
  const asked = `${locale}-${wanted.toUpperCase()}`;
  const known = tags.get(asked) ?? new Intl.DateTimeFormat(asked).resolvedOptions().locale;
  tags.set(asked, known);
  // A region in which the platform knows nobody who speaks it.
  return known === "en" ? "en-001" : known;
}

function format(at: Date, reader: Reader, shape: Intl.DateTimeFormatOptions): string {
  const tag = dateTag(reader);
  const key = `${tag} ${reader.zone} ${Object.values(shape).join(" ")}`;
  let made = formats.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(tag, { ...shape, timeZone: reader.zone });
    formats.set(key, made);
  }
  return made.format(at);
}

export const day = (at: Date, reader: Reader) => format(at, reader, { year: "numeric", month: "long", day: "numeric" });

/** Of a calendar's day (2026-03-29), which is the same everywhere. */
export const dayOnly = (iso: string, reader: Reader) => day(new Date(`${iso}T12:00:00Z`), { ...reader, zone: "UTC" });

/** From 0, which is Monday. */
export const weekday = (index: number, reader: Reader, width: "long" | "short" = "long") =>
  format(new Date(Date.UTC(2024, 0, 1 + index, 12)), { ...reader, zone: "UTC" }, { weekday: width });

export const timeOfDay = (at: Date, reader: Reader) =>
  format(at, reader, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/** Day and time; with the zone's name where the reader wants it, or where another zone than theirs is meant. */
export const absolute = (at: Date, reader: Reader, { showZone = false } = {}) =>
  format(at, reader, {
    year: "numeric",
    month: "long",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    ...(showZone ? { timeZoneName: "short" } : {}),
  });

/** "3 hours ago", "yesterday". From yesterday on it counts days of the calendar, as people do. */
export function relative(at: Date, now: Date, reader: Reader): string {
  const words = new Intl.RelativeTimeFormat(intlTag(reader.locale), { numeric: "auto" });
  const seconds = (at.getTime() - now.getTime()) / 1000;
  if (Math.abs(seconds) < 45) return words.format(0, "second");
  if (Math.abs(seconds) < 3600) return words.format(awayFromZero(seconds / 60), "minute");
  const days = daysBetween(dayIn(now, reader.zone), dayIn(at, reader.zone));
  if (days === 0 || Math.abs(seconds) < 12 * 3600) return words.format(awayFromZero(seconds / 3600), "hour");
  if (Math.abs(days) < 7) return words.format(days, "day");
  if (Math.abs(days) < 30) return words.format(Math.trunc(days / 7), "week");
  if (Math.abs(days) < 365) return words.format(awayFromZero(days / 30.44), "month");
  return words.format(Math.trunc(days / 365.25) || Math.sign(days), "year");
}

/** When somebody was here: "yesterday 21:40", and from the day before on with its date. */
export function visited(at: Date, now: Date, reader: Reader): string {
  const days = daysBetween(dayIn(now, reader.zone), dayIn(at, reader.zone));
  if (days < -1) return absolute(at, reader);
  const word = new Intl.RelativeTimeFormat(intlTag(reader.locale), { numeric: "auto" }).format(days, "day");
  return `${word} ${timeOfDay(at, reader)}`;
}

/** Whole units, never fewer than one. */
const awayFromZero = (amount: number) => Math.trunc(amount) || Math.sign(amount);
