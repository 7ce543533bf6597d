import { type CommunityAccess, openSpaces, type SpaceAccess } from "@/lib/access/gate";
import { paths } from "@/lib/paths";
import { settings } from "@/lib/settings/queries";
import { tagsToSuggest } from "@/lib/tags/queries";
import type { Words } from "@/lib/text";

/** The spaces whose tags this viewer may know of. */
export const insideOf = async (access: CommunityAccess): Promise<SpaceAccess[]> =>
  (await openSpaces(access)).flatMap((found) => ("inside" in found ? found.inside : []));

/** What the field for tags needs on every form that has one. */
export async function tagFieldFor(access: CommunityAccess, words: Words) {
  const { community } = access;
  const [inside, { tagsByMembers }] = await Promise.all([
    insideOf(access),
    settings({ brandId: community.brandId, communityId: community.id }, ["tagsByMembers"]),
  ]);
  const w = words.tags;
  return {
    label: w.field,
    hint: w.fieldHint,
    optional: words.common.optional,
    add: w.add,
    takeOff: w.takeOff,
    suggestions: await tagsToSuggest(inside, tagsByMembers),
  };
}

export const tagLinks = (slug: string, tags: readonly { slug: string; name: string }[], space?: string) =>
  tags.map((tag) => ({
    name: tag.name,
    href: space ? paths.spaceTag(slug, space, tag.slug) : paths.tag(slug, tag.slug),
  }));
