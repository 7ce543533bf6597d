import { describe, expect, it } from "vitest";
import { instantOf } from "@/lib/demo/calendar";
import { keyOf } from "@/lib/demo/keys";

const said = (day: number, at: string, zone: string, today: string) =>
  instantOf({ day, at }, zone, new Date(today)).toISOString();

describe("a day of the demo world", () => {
  it("is counted from today in the community's zone, not from today in London", () => {
    expect(said(-1, "07:40", "Europe/Berlin", "2026-07-10T12:00:00Z")).toBe("2026-07-09T05:40:00.000Z");
    // 23:30 in London is the next day in Berlin already.
    expect(said(-1, "07:40", "Europe/Berlin", "2026-07-10T22:30:00Z")).toBe("2026-07-10T05:40:00.000Z");
    expect(said(-1, "07:40", "Pacific/Kiritimati", "2026-07-10T12:00:00Z")).toBe("2026-07-09T17:40:00.000Z");
    expect(said(-1, "07:40", "Pacific/Pago_Pago", "2026-07-10T05:00:00Z")).toBe("2026-07-08T18:40:00.000Z");
  });

  it("keeps the clock's time across both changes of the clock", () => {
    expect(said(-1, "09:00", "Europe/London", "2026-03-30T12:00:00Z")).toBe("2026-03-29T08:00:00.000Z");
    expect(said(-2, "09:00", "Europe/London", "2026-03-30T12:00:00Z")).toBe("2026-03-28T09:00:00.000Z");
    expect(said(-1, "09:00", "Europe/London", "2026-10-26T12:00:00Z")).toBe("2026-10-25T09:00:00.000Z");
    expect(said(-2, "09:00", "Europe/London", "2026-10-26T12:00:00Z")).toBe("2026-10-24T08:00:00.000Z");
    expect(said(0, "00:30", "Europe/Berlin", "2026-03-29T12:00:00Z")).toBe("2026-03-28T23:30:00.000Z");
  });

  it("makes of an hour that a change skips the hour after, and of one that comes twice one of the two", () => {
    expect(said(0, "02:30", "Europe/Berlin", "2026-03-29T12:00:00Z")).toBe("2026-03-29T01:30:00.000Z");
    expect(said(0, "02:30", "Europe/Berlin", "2026-10-25T12:00:00Z")).toBe("2026-10-25T01:30:00.000Z");
  });

  it("knows midnight and leap days", () => {
    expect(said(-1, "00:00", "UTC", "2028-03-01T00:00:00Z")).toBe("2028-02-29T00:00:00.000Z");
  });

  it("yesterday is over everywhere, whatever the hour of the first start", () => {
    for (const zone of ["Europe/London", "Europe/Berlin", "Pacific/Kiritimati", "Pacific/Pago_Pago"])
      for (let hour = 0; hour < 24; hour++) {
        const today = new Date(Date.UTC(2026, 4, 5, hour, 1));
        expect(instantOf({ day: -1, at: "23:59" }, zone, today) < today).toBe(true);
      }
  });
});

describe("the key of a step", () => {
  it("is a uuid, always the same for one step and another for another", () => {
    expect(keyOf("bridget joins")).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(keyOf("bridget joins")).toBe(keyOf("bridget joins"));
    expect(keyOf("bridget joins")).not.toBe(keyOf("fergus joins"));
  });
});
