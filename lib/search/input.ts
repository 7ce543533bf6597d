import { slugPattern } from "@/lib/paths";

/** Longer, and it is a text that somebody pasted. */
export const longestQuery = 200;

/** What is asked for. Everything comes from an address, so that anything may stand there: what makes no sense is not asked. */
export interface Asked {
  readonly words: string;
  /** The slug of a space. */
  readonly space: string;
  /** What is known of the author's name. */
  readonly by: string;
  /** Days, in the person's own zone; both are within. */
  readonly from: string;
  readonly until: string;
  readonly tag: string;
  readonly picture: boolean;
  /** The latest first, instead of the best. */
  readonly latest: boolean;
}

const text = (value: unknown, longest: number) =>
  (typeof value === "string" ? value : "").normalize("NFC").replaceAll("\0", "").replace(/\s+/g, " ").slice(0, longest);

/** A day of the calendar: the pattern alone lets the 31st of February through. */
const day = (value: unknown) => {
  const typed = text(value, 10);
  const read = /^[12]\d{3}-\d{2}-\d{2}$/.test(typed) ? new Date(`${typed}T00:00:00Z`) : undefined;
  return read && !Number.isNaN(read.getTime()) && read.toISOString().startsWith(typed) ? typed : "";
};

export function readAsked(address: Readonly<Record<string, unknown>>): Asked {
  const space = text(address.space, 40);
  return {
    // A space at the end stays: it says that the last word is whole.
    words: text(address.q, longestQuery).trimStart(),
    space: slugPattern.test(space) ? space : "",
    by: text(address.by, 80).trim(),
    from: day(address.from),
    until: day(address.until),
    tag: text(address.tag, 40).trim(),
    picture: address.picture === "1",
    latest: address.sort === "latest",
  };
}

const fields = { words: "q", space: "space", by: "by", from: "from", until: "until", tag: "tag" } as const;

/** The same as it stands in an address. */
export function asAddress({ picture, latest, ...asked }: Asked): Record<string, string> {
  const typed = Object.entries(fields).flatMap(([field, name]) => {
    const value = asked[field as keyof typeof fields];
    return value ? [[name, value] as const] : [];
  });
  return { ...Object.fromEntries(typed), ...(picture ? { picture: "1" } : {}), ...(latest ? { sort: "latest" } : {}) };
}

/** Whether anything narrows it besides the words. */
export const isFiltered = ({ space, by, from, until, tag, picture }: Asked): boolean =>
  picture || [space, by, from, until, tag].some((value) => value !== "");
