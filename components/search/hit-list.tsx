import { Fragment } from "react";
import { Link } from "@/components/ui/link";

type Part = { text: string; hit: boolean };

export type HitItem = {
  key: string;
  href: string;
  title: readonly Part[];
  said: readonly Part[];
  /** Who said it, where, when: each in a script of its own. */
  meta: readonly string[];
};

/** Posts that were found, with the words that were asked for marked. */
export function HitList({ label, hits, lang }: { label: string; hits: readonly HitItem[]; lang: string }) {
  return (
    <ol className="lines hits" aria-label={label}>
      {hits.map(({ key, href, title, said, meta }) => (
        <li key={key}>
          <Link className="t" href={href} lang={lang} dir="auto">
            <Marked parts={title} />
          </Link>
          <p className="said" lang={lang} dir="auto">
            <Marked parts={said} />
          </p>
          <p className="meta">
            {meta.map((part, index) => (
              <Fragment key={part}>
                {index > 0 ? " · " : null}
                <bdi>{part}</bdi>
              </Fragment>
            ))}
          </p>
        </li>
      ))}
    </ol>
  );
}

function Marked({ parts }: { parts: readonly Part[] }) {
  return parts.map(({ text, hit }, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, which never change their order
    hit ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
  );
}
