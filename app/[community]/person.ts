import type { Listed } from "@/lib/members/queries";
import { paths } from "@/lib/paths";
import type { Words } from "@/lib/text";
import { day, type Reader } from "@/lib/text/dates";

type On = { words: Words; reader: Reader; slug: string };

/** One person of a list: how they are named, and what stands under the name. */
export function personLine({ words, reader, slug }: On, person: Listed) {
  const w = words.members;
  return {
    key: person.id,
    href: paths.member(slug, person.id),
    name: person.name ?? w.gone,
    image: person.avatarFileId ? paths.picture(person.avatarFileId) : null,
    representative: person.role === "representative",
    role: roleTag(words, person),
    meta: w.joined({ date: day(new Date(person.joinedAt), reader) }),
  };
}

/** What a person is here, where it is more than a member. */
export function roleTag(words: Words, { owner, role }: Pick<Listed, "owner" | "role">): string | undefined {
  if (owner) return words.members.role.owner;
  return role === "member" ? undefined : words.members.role[role];
}
