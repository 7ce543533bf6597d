import type { ReactNode } from "react";
import type { BadgeFigureProps } from "../figures/badge-drawing";
import { BadgeFigure } from "../figures/badge-figure";

type Props = {
  figure: Omit<BadgeFigureProps, "size">;
  /** The way back. */
  before: ReactNode;
  name: string;
  /** The viewer's own: "No. 17 of 200", what for, by whom and when. */
  mine?: { number?: string; reason: string; granted: string };
  meaning: string;
  /** How it is earned, its kind and edition, what it opens. */
  facts: ReactNode;
  lang: string;
  actions?: ReactNode;
};

/** One badge, drawn as large as it is worth, beside what it means. */
export function BadgeStory({ figure, before, name, mine, meaning, facts, lang, actions }: Props) {
  return (
    <section className="bigbadge">
      <div className="drawnbox">
        <BadgeFigure {...figure} size={512} />
      </div>
      <div className="stack">
        <div className="pagehead">
          {before}
          <h1 className="h1">
            {name}
            {mine?.number ? <span className="block">{mine.number}</span> : null}
          </h1>
          <p className="lead" lang={lang}>
            {meaning}
          </p>
          {actions ? <div className="row">{actions}</div> : null}
        </div>
        {mine ? (
          <div>
            <p className="said" lang={lang}>
              {mine.reason}
            </p>
            <p className="meta">{mine.granted}</p>
          </div>
        ) : null}
        {facts}
      </div>
    </section>
  );
}
