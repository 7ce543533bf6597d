import type { CommunityAccess, Space } from "@/lib/access/gate";
import { openSpaces } from "@/lib/access/gate";
import { paths } from "@/lib/paths";
import type { Words } from "@/lib/text";

type On = { access: CommunityAccess; slug: string; words: Words };

/** The spaces this viewer may enter, and the doors of the others. */
export async function spacesToShow({ access, slug, words }: On) {
  const found = await openSpaces(access);
  const w = words.spaces;
  return {
    inside: found.flatMap((one) => ("inside" in one ? one.inside : [])),
    spaces: found.flatMap((one) =>
      "inside" in one
        ? {
            href: paths.space(slug, one.inside.space.slug),
            name: one.inside.space.name,
            purpose: one.inside.space.purpose,
            audience: audienceOf(words, one.inside.space),
            tags: one.inside.space.door === "hidden" ? [w.hidden] : [],
          }
        : [],
    ),
    doors: found.flatMap((one) =>
      "outside" in one
        ? {
            href: paths.space(slug, one.outside.door.slug),
            name: one.outside.door.name,
            purpose: one.outside.door.purpose,
            holders: holdersIn(words, one.outside.door.holders),
          }
        : [],
    ),
  };
}

/** Exact from ten; below, a number would nearly name people. */
export const fromWhichExact = 10;

function holdersIn(words: Words, holders: number | null): string | undefined {
  if (holders === null) return undefined;
  return holders < fromWhichExact ? words.spaces.door.insideFew : words.spaces.door.inside({ n: holders });
}

export function audienceOf(words: Words, { readAudience, writeAudience }: Space): string {
  const w = words.spaces;
  const who = { everyone: w.everyone, members: w.membersOnly, badges: w.holdersOnly };
  return w.audience({ read: who[readAudience], write: who[writeAudience] });
}
