import type { ReactNode } from "react";
import { BadgeFigure } from "../figures/badge-figure";
import { PersonLine, type PersonLineProps } from "../members/person-line";

type Holder = PersonLineProps & { key: string; number: number | null; edition?: string; reason: ReactNode };
type Props = { holders: readonly Holder[]; badge: { name: string; motif: string; of?: number }; lang: string };

/** Who wears one badge: each with the number and the reason, since that is what makes it theirs. */
export function BadgeHolders({ holders, badge, lang }: Props) {
  return (
    <ul className="lines">
      {holders.map(({ key, number, edition, reason, ...person }) => (
        <li key={key} className="holder">
          <PersonLine {...person} />
          <p className="said" lang={lang}>
            {reason}
          </p>
          {edition ? (
            <span className="standing">
              <BadgeFigure {...badge} label="" number={number ?? undefined} size={24} />
              {edition}
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
