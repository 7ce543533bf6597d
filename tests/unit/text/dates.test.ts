import { expect, test } from "vitest";
import { absolute, day, relative, timeOfDay } from "@/lib/text/dates";
import { list, megabytes, number, percent } from "@/lib/text/numbers";
import { addDays, dayIn, daysBetween, isZone, startOfDay, weekOf, zones } from "@/lib/text/zones";

const at = (iso: string) => new Date(iso);
const berlin = { locale: "en", zone: "Europe/Berlin" } as const;
const hours = (from: Date, to: Date) => (to.getTime() - from.getTime()) / 3_600_000;

test("a day has 23 hours in spring, 25 in autumn, 24 otherwise", () => {
  const length = (it: string, zone = "Europe/Berlin") => hours(startOfDay(it, zone), startOfDay(addDays(it, 1), zone));
  expect(length("2026-03-29")).toBe(23);
  expect(length("2026-10-25")).toBe(25);
  expect(length("2026-06-01")).toBe(24);
  expect(length("2026-04-05", "Australia/Lord_Howe")).toBe(24.5);
});

test("a day begins at its first instant, also where the clock changes at midnight", () => {
  expect(startOfDay("2026-03-29", "Europe/Berlin").toISOString()).toBe("2026-03-28T23:00:00.000Z");
  // In Beirut midnight of this day does not exist: it begins at one.
  const beirut = startOfDay("2026-03-29", "Asia/Beirut");
  expect(timeOfDay(beirut, { locale: "en", zone: "Asia/Beirut" })).toBe("01:00");
  expect(dayIn(new Date(beirut.getTime() - 1), "Asia/Beirut")).toBe("2026-03-28");
});

test("the same instant is three different days around the world", () => {
  const noon = at("2026-01-01T10:30:00Z");
  expect(dayIn(noon, "Pacific/Kiritimati")).toBe("2026-01-02");
  expect(dayIn(noon, "UTC")).toBe("2026-01-01");
  expect(dayIn(noon, "Pacific/Pago_Pago")).toBe("2025-12-31");
  expect(startOfDay("2026-01-02", "Pacific/Kiritimati").toISOString()).toBe("2026-01-01T10:00:00.000Z");
  expect(startOfDay("2025-12-31", "Pacific/Pago_Pago").toISOString()).toBe("2025-12-31T11:00:00.000Z");
});

test("times before and after both clock changes are told by the wall clock", () => {
  expect(timeOfDay(at("2026-03-29T00:59:00Z"), berlin)).toBe("01:59");
  expect(timeOfDay(at("2026-03-29T01:00:00Z"), berlin)).toBe("03:00");
  expect(timeOfDay(at("2026-10-25T00:30:00Z"), berlin)).toBe("02:30");
  expect(timeOfDay(at("2026-10-25T01:30:00Z"), berlin)).toBe("02:30");
  expect(absolute(at("2026-10-25T00:30:00Z"), berlin, { showZone: true })).toContain("GMT+2");
  expect(absolute(at("2026-10-25T01:30:00Z"), berlin, { showZone: true })).toContain("GMT+1");
});

test("yesterday means the calendar's, not 24 hours ago", () => {
  const now = at("2026-03-29T21:00:00Z");
  expect(relative(at("2026-03-28T21:30:00Z"), now, berlin)).toBe("yesterday");
  expect(relative(at("2026-03-29T20:00:00Z"), now, berlin)).toBe("1 hour ago");
  expect(relative(at("2026-03-29T20:59:40Z"), now, berlin)).toBe("now");
  expect(relative(at("2026-03-29T20:58:00Z"), now, berlin)).toBe("2 minutes ago");
  expect(relative(at("2026-03-31T10:00:00Z"), now, berlin)).toBe("in 2 days");
  expect(relative(at("2026-03-12T10:00:00Z"), now, berlin)).toBe("2 weeks ago");
  expect(relative(at("2025-12-12T10:00:00Z"), now, berlin)).toBe("3 months ago");
  expect(relative(at("2024-01-12T10:00:00Z"), now, berlin)).toBe("2 years ago");
});

test("it is always some time away: no zero units at the seams", () => {
  const now = at("2026-03-29T12:00:00Z");
  for (let minutes = 1; minutes < 60 * 24 * 800; minutes = Math.ceil(minutes * 1.1)) {
    for (const sign of [1, -1]) {
      const said = relative(new Date(now.getTime() + sign * minutes * 60_000), now, berlin);
      expect(said, String(minutes)).not.toMatch(/\b0\b|this (month|year|week)|now|today/);
    }
  }
});

test("every language tells days, numbers and lists its own way", () => {
  const then = at("2026-03-12T12:00:00Z");
  expect(day(then, { locale: "de", zone: "UTC" })).toBe("12. März 2026");
  expect(relative(at("2026-03-11T12:00:00Z"), then, { locale: "de", zone: "UTC" })).toBe("gestern");
  expect(number(12345, "de")).toBe("12.345");
  expect(percent(0.256, "en")).toBe("26%");
  expect(megabytes(8_400_000, "en")).toBe("8.4 MB");
  expect(list(["a", "b", "c"], "de")).toBe("a, b und c");
  expect(day(then, { locale: "ar-XB", zone: "UTC" })).toMatch(/12/);
});

test("dates are written as in the reader's region: the browser's, else the clock's, else as most of the world", () => {
  const then = at("2026-01-30T12:00:00Z");
  const said = (region: string | undefined, zone = "UTC", locale: "en" | "de" = "en") =>
    day(then, { locale, zone, region });
  expect(said("GB")).toBe("30 January 2026");
  expect(said("gb")).toBe("30 January 2026");
  expect(said("US")).toBe("January 30, 2026");
  expect(said("GB", "America/New_York")).toBe("30 January 2026");
  expect(said(undefined, "America/New_York")).toBe("January 30, 2026");
  expect(said(undefined, "America/Indiana/Knox")).toBe("January 30, 2026");
  expect(said(undefined, "America/Sao_Paulo")).toBe("30 January 2026");
  expect(said(undefined)).toBe("30 January 2026");
  expect(said("ZZ")).toBe("30 January 2026");
  expect(said("AT", "UTC", "de")).toBe("30. Jänner 2026");
  expect(said("ZZ", "UTC", "de")).toBe("30. Januar 2026");
});

test("weeks begin on Monday and calendar days are counted across clock changes", () => {
  expect(weekOf("2026-03-29")).toBe("2026-03-23");
  expect(weekOf("2026-03-23")).toBe("2026-03-23");
  expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
});

test("zones are IANA names; offsets and inventions are refused", () => {
  expect(zones().length).toBeGreaterThan(400);
  for (const zone of ["UTC", "Europe/Berlin", "Asia/Calcutta"]) expect(isZone(zone), zone).toBe(true);
  for (const zone of ["+02:00", "Mars/Olympus", "", null, 3, `Europe/${"x".repeat(99)}`])
    expect(isZone(zone)).toBe(false);
});
