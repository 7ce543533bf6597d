// Outside these years it is a mistake, not a date.
const earliest = Date.UTC(1990, 0, 1);
const latest = Date.UTC(2100, 0, 1);
const iso =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/** ISO 8601 or Unix time (seconds, or milliseconds where seconds would be no date); undefined for what is no moment. */
export function whenOf(raw: unknown): number | undefined {
  if (typeof raw === "number") return unix(raw);
  if (typeof raw !== "string") return undefined;
  const text = raw.trim();
  if (/^\d{9,13}(\.\d+)?$/.test(text)) return unix(Number(text));
  const found = iso.exec(text);
  if (!found) return undefined;
  const [, year, month, day, hour = "0", minute = "0", second = "0", fraction = "0", zone = "Z"] = found;
  const numbers = [year, month, day, hour, minute, second].map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const at = Date.UTC(numbers[0], numbers[1] - 1, numbers[2], numbers[3], numbers[4], numbers[5]);
  const back = new Date(at);
  // The 31st of February would quietly be the 3rd of March.
  if (
    back.getUTCMonth() !== numbers[1] - 1 ||
    back.getUTCDate() !== numbers[2] ||
    numbers[3] > 23 ||
    numbers[4] > 59 ||
    numbers[5] > 60
  )
    return undefined;
  return within(at + Math.floor(Number(`0.${fraction}`) * 1000) - offset(zone));
}

function offset(zone: string): number {
  if (zone.toUpperCase() === "Z") return 0;
  const digits = zone.slice(1).replace(":", "");
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2) || "0");
  return (zone.startsWith("-") ? -1 : 1) * minutes * 60_000;
}

function unix(value: number): number | undefined {
  return within(value * 1000) ?? within(value);
}

function within(at: number): number | undefined {
  return Number.isFinite(at) && at >= earliest && at < latest ? Math.floor(at) : undefined;
}
