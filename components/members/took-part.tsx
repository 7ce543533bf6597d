import type { ReactNode } from "react";
import { CircleCheck } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { Tag } from "../ui/tag";
import { Time } from "../ui/time";

export type SaidLine = {
  key: string;
  href: string;
  title: string;
  beginning: string;
  space: string;
  /** Said where it is more than a post. */
  mark?: string;
  /** It was chosen as the answer. */
  answer?: string;
  written: { iso: string; text: string; absolute: string };
};

/** What one person wrote, each line leading into its thread. */
export function SaidList({ lines, lang }: { lines: readonly SaidLine[]; lang: string }) {
  return (
    <ul className="lines saidlist">
      {lines.map(({ key, href, title, beginning, space, mark, answer, written }) => (
        <li key={key}>
          <p className="row">
            <Link className="t" href={href} lang={lang} dir="auto">
              {title}
            </Link>
            {answer ? (
              <Tag kind="good">
                <CircleCheck className="i" aria-hidden />
                {answer}
              </Tag>
            ) : null}
          </p>
          {beginning ? (
            <p className="said" lang={lang} dir="auto">
              {beginning}
            </p>
          ) : null}
          <p className="meta">
            {[mark, space].filter(Boolean).join(" · ")} · <Time {...written} />
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Sums that are worth saying, and where somebody talks. */
export function Sums({ sums, where, note }: { sums: readonly string[]; where?: ReactNode; note?: string }) {
  return (
    <div className="sums">
      <ul className="row">
        {sums.map((sum) => (
          <li key={sum}>{sum}</li>
        ))}
      </ul>
      {where ? <p className="meta">{where}</p> : null}
      {note ? <p className="meta">{note}</p> : null}
    </div>
  );
}
