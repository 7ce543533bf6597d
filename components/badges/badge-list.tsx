import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import type { Words } from "@/lib/text";
import { BadgeFigure } from "../figures/badge-figure";
import { Tag } from "../ui/tag";

export type BadgeItem = {
  id: string;
  name: string;
  meaning: string;
  earned: string;
  kind: keyof Words["badges"]["kinds"];
  motif: string;
  editionSize: number | null;
  holders: number;
  given: number;
  /** Its page in a community; the brand's desk has none to lead to. */
  href?: string;
  /** The viewer wears it; left out where nobody's own is meant. */
  mine?: boolean;
  /** The way to change it, on the brand's desk. */
  change?: ReactNode;
  /** That form stands open and wants the whole width. */
  open?: boolean;
};

type Props = { badges: readonly BadgeItem[]; words: Words["badges"]; counted?: boolean; lang?: string };

/** A brand's badges, each drawn. `counted` says how many wear it and are left: not for outsiders. */
export function BadgeList({ badges, words, counted = true, lang }: Props) {
  return (
    <ul className="badge-list">
      {badges.map((badge) => (
        <li key={badge.id} className={badge.open ? "open" : undefined}>
          <BadgeFigure
            name={badge.name}
            label=""
            motif={badge.motif}
            size={96}
            earned={badge.mine ?? true}
            of={badge.editionSize ?? undefined}
            ofText={badge.editionSize ? words.of({ of: badge.editionSize }) : undefined}
          />
          <div>
            <h2 className="h3">
              {badge.href ? <Link href={badge.href}>{badge.name}</Link> : badge.name}{" "}
              {badge.mine ? <Tag kind="accent">{words.yours}</Tag> : null}
            </h2>
            <p className="quiet" lang={lang}>
              {badge.meaning}
            </p>
            {badge.earned ? (
              <p className="quiet" lang={lang}>
                {badge.earned}
              </p>
            ) : null}
            <p className="meta">
              {words.kinds[badge.kind]}
              {counted ? ` · ${words.holders({ n: badge.holders })}` : ""}
              {counted && badge.editionSize
                ? ` · ${words.left({ n: badge.editionSize - badge.given, of: badge.editionSize })}`
                : ""}
            </p>
            {badge.change}
          </div>
        </li>
      ))}
    </ul>
  );
}
