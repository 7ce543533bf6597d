import { Link } from "@/components/ui/link";

type Props = { text: string; links: readonly { href: string; label: string }[] };

/** On every page of a demonstration: what this is, and the way to being somebody else. */
export function DemoBanner({ text, links }: Props) {
  return (
    <aside className="bg-accent-soft border-b border-line" aria-label={text}>
      <div className="wrap flex flex-wrap justify-between gap-x-5 py-2 text-t0">
        <span>{text}</span>
        <span className="flex flex-wrap gap-x-5">
          {links.map(({ href, label }) => (
            <Link key={href} href={href} className="link">
              {label}
            </Link>
          ))}
        </span>
      </div>
    </aside>
  );
}
