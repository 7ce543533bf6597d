import type { ReactNode } from "react";
import { Link } from "../ui/link";
import { Bars } from "./bars";

export type TermItem = {
  key: string;
  term: string;
  href: string;
  /** The first words of its story, or that nobody told one. */
  lore?: string;
  untold?: string;
  facts: readonly string[];
  weeks: readonly number[];
  spread: string;
  vote?: ReactNode;
};

/** Words with their story, who began them and how they spread. */
export function TermList({ terms, lang, label }: { terms: readonly TermItem[]; lang: string; label: string }) {
  return (
    <ul className="terms" aria-label={label}>
      {terms.map(({ key, term, href, lore, untold, facts, weeks, spread, vote }) => (
        <li key={key} id={`t-${key}`}>
          <div>
            <h3 className="word" lang={lang} dir="auto">
              <Link href={href}>{term}</Link>
            </h3>
            {lore ? (
              <p className="story" lang={lang} dir="auto">
                {lore}
              </p>
            ) : untold ? (
              <p className="quiet">{untold}</p>
            ) : null}
            <p className="meta">{facts.join(" · ")}</p>
          </div>
          <div className="spread">
            <Bars weeks={weeks} />
            <p className="meta">{spread}</p>
          </div>
          {vote}
        </li>
      ))}
    </ul>
  );
}
