import type { Words } from "@/lib/text";
import { BadgeFigure } from "../figures/badge-figure";

export type BadgeItem = {
  id: string;
  name: string;
  meaning: string;
  earned: string;
  kind: keyof Words["badges"]["kinds"];
  motif: string;
  editionSize: number | null;
  holders: number;
};

/** A brand's badges, each drawn. */
export function BadgeList({ badges, words }: { badges: readonly BadgeItem[]; words: Words["badges"] }) {
  return (
    <ul className="badge-list">
      {badges.map((badge) => (
        <li key={badge.id}>
          <BadgeFigure
            name={badge.name}
            label=""
            motif={badge.motif}
            size={96}
            of={badge.editionSize ?? undefined}
            ofText={badge.editionSize ? words.of({ of: badge.editionSize }) : undefined}
          />
          <div>
            <h3 className="h3">{badge.name}</h3>
            <p className="quiet">{badge.meaning}</p>
            {badge.earned ? <p className="quiet">{badge.earned}</p> : null}
            <p className="meta">
              {words.kinds[badge.kind]} · {words.holders({ n: badge.holders })}
              {badge.editionSize
                ? ` · ${words.left({ n: badge.editionSize - badge.holders, of: badge.editionSize })}`
                : ""}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
