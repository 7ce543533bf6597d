import { Link } from "@/components/ui/link";

type Item = { name: string; href: string; count: string; countLabel: string };

/** Every tag with how many threads carry it, the most used first. */
export function TagList({ tags, lang }: { tags: readonly Item[]; lang: string }) {
  return (
    <ul className="taglist">
      {tags.map(({ name, href, count, countLabel }) => (
        <li key={href}>
          <Link href={href}>
            <bdi lang={lang}>{name}</bdi> <span aria-hidden>{count}</span>
            <span className="vh">{countLabel}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
