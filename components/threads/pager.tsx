import { Link } from "@/components/ui/link";

type Props = {
  label: string;
  /** This page and the last one. */
  page: number;
  pages: number;
  hrefOf: (page: number) => string;
  words: { earlier: string; later: string; pageOf: string; page: (n: number) => string };
};

/** Real addresses, for robots and without scripts: the first, the last, and those around this one. */
export function Pager({ label, page, pages, hrefOf, words }: Props) {
  if (pages <= 1) return null;
  const shown = [...new Set([1, page - 1, page, page + 1, pages])].filter((n) => n >= 1 && n <= pages);
  return (
    <nav className="pager" aria-label={label}>
      {page > 1 ? (
        <Link href={hrefOf(page - 1)} rel="prev">
          {words.earlier}
        </Link>
      ) : null}
      <ol>
        {shown.map((n, index) => (
          <li key={n} className={n - (shown[index - 1] ?? n - 1) > 1 ? "gap" : undefined}>
            <Link href={hrefOf(n)} aria-label={words.page(n)} aria-current={n === page ? "page" : undefined}>
              {n}
            </Link>
          </li>
        ))}
      </ol>
      {page < pages ? (
        <Link href={hrefOf(page + 1)} rel="next">
          {words.later}
        </Link>
      ) : null}
    </nav>
  );
}
