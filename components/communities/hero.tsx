import type { ReactNode } from "react";
import { CoverFallback } from "../figures/cover-fallback";

type Props = { name: string; purpose: string; facts: string; cover?: string | null; lang: string; actions?: ReactNode };

/** What this place is for, in its own words, and what it looks like. */
export function Hero({ name, purpose, facts, cover, lang, actions }: Props) {
  return (
    <section className="cols hero">
      <div className="pagehead">
        <h1 className="purpose" lang={lang}>
          {purpose}
        </h1>
        <p className="lead">{facts}</p>
        {actions ? <div className="row">{actions}</div> : null}
      </div>
      <div className="coverbox">
        {cover ? (
          // biome-ignore lint/performance/noImgElement: our own file route already answers in the right size
          <img className="cover" src={cover} alt="" width={640} height={360} />
        ) : (
          <CoverFallback name={name} />
        )}
      </div>
    </section>
  );
}
