import { describe, expect, test } from "vitest";
import { afterQuiet, isQuiet, nextDigest } from "@/lib/notifications/times";
import { instantAt, localMinute } from "@/lib/text/zones";

const utc = (text: string) => new Date(`${text}Z`);
const night = (zone: string, from: number | null = 22, to = 7) => ({ zone, from, to });
const said = (at: Date | undefined) => at?.toISOString().slice(0, 16);

describe("quiet hours", () => {
  test("over midnight, within a day, and none at all", () => {
    const berlin = night("Europe/Berlin");
    expect([isQuiet(utc("2026-01-10T20:59:59"), berlin), isQuiet(utc("2026-01-10T21:00"), berlin)]).toEqual([
      false,
      true,
    ]);
    expect([isQuiet(utc("2026-01-11T05:59"), berlin), isQuiet(utc("2026-01-11T06:00"), berlin)]).toEqual([true, false]);
    const noon = night("Europe/Berlin", 12, 14);
    expect([isQuiet(utc("2026-01-10T11:30"), noon), isQuiet(utc("2026-01-10T13:00"), noon)]).toEqual([true, false]);
    expect(isQuiet(utc("2026-01-10T23:00"), night("UTC", null))).toBe(false);
    expect(isQuiet(utc("2026-01-10T23:00"), night("UTC", 7, 7))).toBe(false);
  });

  test("end the same evening's next morning, or the same morning", () => {
    const berlin = night("Europe/Berlin");
    expect(said(afterQuiet(utc("2026-01-10T22:30"), berlin))).toBe("2026-01-11T06:00");
    expect(said(afterQuiet(utc("2026-01-11T02:00"), berlin))).toBe("2026-01-11T06:00");
    expect(said(afterQuiet(utc("2026-01-11T08:00"), berlin))).toBe("2026-01-11T08:00");
  });

  test("when the clocks go forward and back", () => {
    const berlin = night("Europe/Berlin");
    expect(said(afterQuiet(utc("2026-03-28T22:00"), berlin)), "an hour shorter").toBe("2026-03-29T05:00");
    expect(said(afterQuiet(utc("2026-10-24T21:00"), berlin)), "an hour longer").toBe("2026-10-25T06:00");
    // The hour that is skipped ends with the skip; the one that comes twice is quiet twice.
    expect(said(afterQuiet(utc("2026-03-29T00:30"), night("Europe/Berlin", 0, 2)))).toBe("2026-03-29T01:00");
    expect(isQuiet(utc("2026-10-25T00:30"), night("Europe/Berlin", 1, 3))).toBe(true);
    expect(isQuiet(utc("2026-10-25T01:30"), night("Europe/Berlin", 1, 3))).toBe(true);
    expect(said(afterQuiet(utc("2026-10-25T00:30"), night("Europe/Berlin", 1, 3)))).toBe("2026-10-25T02:00");
  });

  test("at UTC+14 and UTC-11", () => {
    expect(said(afterQuiet(utc("2026-06-01T08:30"), night("Pacific/Kiritimati")))).toBe("2026-06-01T17:00");
    expect(said(afterQuiet(utc("2026-06-01T10:00"), night("Pacific/Pago_Pago")))).toBe("2026-06-01T18:00");
  });
});

describe("the digest", () => {
  const daily = { every: "daily", hour: 8 } as const;
  const weekly = { every: "weekly", hour: 8 } as const;

  test("daily comes at its hour, weekly on Monday, never never", () => {
    const berlin = night("Europe/Berlin");
    expect(said(nextDigest(utc("2026-01-10T05:00"), daily, berlin))).toBe("2026-01-10T07:00");
    expect(said(nextDigest(utc("2026-01-10T07:00"), daily, berlin)), "not the same once more").toBe("2026-01-11T07:00");
    // The 12th is a Monday.
    expect(said(nextDigest(utc("2026-01-10T05:00"), weekly, berlin))).toBe("2026-01-12T07:00");
    expect(said(nextDigest(utc("2026-01-12T06:59"), weekly, berlin))).toBe("2026-01-12T07:00");
    expect(said(nextDigest(utc("2026-01-12T07:00"), weekly, berlin))).toBe("2026-01-19T07:00");
    expect(nextDigest(utc("2026-01-10T05:00"), { every: "never", hour: 8 }, berlin)).toBeUndefined();
  });

  test("keeps its hour across both clock changes, and comes once where the hour comes twice or not at all", () => {
    const berlin = night("Europe/Berlin", null);
    expect(said(nextDigest(utc("2026-03-28T12:00"), daily, berlin))).toBe("2026-03-29T06:00");
    expect(said(nextDigest(utc("2026-10-24T12:00"), daily, berlin))).toBe("2026-10-25T07:00");
    const two = { every: "daily", hour: 2 } as const;
    expect(said(nextDigest(utc("2026-03-28T12:00"), two, berlin)), "skipped: the hour after it").toBe(
      "2026-03-29T01:00",
    );
    const first = nextDigest(utc("2026-10-24T12:00"), two, berlin);
    expect(said(first), "twice: the first").toBe("2026-10-25T00:00");
    expect(said(nextDigest(first!, two, berlin)), "and then the next day").toBe("2026-10-26T01:00");
  });

  test("at UTC+14 and UTC-11, on their own day", () => {
    expect(said(nextDigest(utc("2026-01-11T20:00"), weekly, night("Pacific/Kiritimati", null)))).toBe(
      "2026-01-18T18:00",
    );
    expect(said(nextDigest(utc("2026-01-11T12:00"), weekly, night("Pacific/Kiritimati", null)))).toBe(
      "2026-01-11T18:00",
    );
    expect(said(nextDigest(utc("2026-01-12T12:00"), weekly, night("Pacific/Pago_Pago", null)))).toBe(
      "2026-01-12T19:00",
    );
  });

  test("that would come in quiet hours waits for their end", () => {
    expect(said(nextDigest(utc("2026-01-10T12:00"), { every: "daily", hour: 23 }, night("UTC")))).toBe(
      "2026-01-11T07:00",
    );
  });
});

test("an hour of a day is found in every zone on every day of a year with its clock changes", () => {
  for (const zone of [
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Antarctica/Troll",
    "Pacific/Kiritimati",
    "America/Havana",
  ])
    for (let day = Date.UTC(2026, 0, 1); day < Date.UTC(2027, 0, 1); day += 86_400_000) {
      const date = new Date(day).toISOString().slice(0, 10);
      const at = instantAt(date, 8, zone);
      expect(localMinute(at, zone)).toBe(`${date}T08:00`);
    }
});
