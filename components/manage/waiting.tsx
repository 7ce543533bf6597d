import { ChevronRight } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";

type Item = {
  href: string;
  figure: string;
  label: string;
  /** Since when, or what is about to happen. */
  meta?: string;
  /** Somebody waits for an answer. */
  now: boolean;
};

/** What waits, each line the way to it. What waits for nobody stays quiet. */
export function Waiting({ label, items }: { label: string; items: readonly Item[] }) {
  return (
    <ul className="waiting" aria-label={label}>
      {items.map(({ href, figure, label, meta, now }) => (
        <li key={href}>
          <Link href={href} className={now ? "now" : undefined}>
            <b>{figure}</b>
            <span>
              {label}
              {meta ? <span className="meta block">{meta}</span> : null}
            </span>
            <ChevronRight className="i i-turns" aria-hidden />
          </Link>
        </li>
      ))}
    </ul>
  );
}
