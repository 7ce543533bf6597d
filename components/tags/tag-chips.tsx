import { Chip } from "../ui/chip";

/** What a thread is about: each leads to the others about the same. */
export function TagChips({ tags, label }: { tags: readonly { name: string; href: string }[]; label: string }) {
  if (tags.length === 0) return null;
  return (
    <ul className="tagchips" aria-label={label}>
      {tags.map(({ name, href }) => (
        <li key={href}>
          <Chip href={href}>
            <bdi>{name}</bdi>
          </Chip>
        </li>
      ))}
    </ul>
  );
}
