import type { Person } from "../ui/avatar";
import { Faces } from "../ui/faces";
import { Link } from "../ui/link";

export type RitualItem = {
  key: string;
  href: string;
  title: string;
  times: string;
  /** How many return, and who of them is named. */
  back: string;
  faces: readonly Person[];
};

/** Threads that come again, each by its latest, with those who come back. */
export function RitualList({ rituals, lang, label }: { rituals: readonly RitualItem[]; lang: string; label: string }) {
  return (
    <ul className="rituals" aria-label={label}>
      {rituals.map(({ key, href, title, times, back, faces }) => (
        <li key={key}>
          <h3 className="h4" lang={lang} dir="auto">
            <Link href={href}>{title}</Link>
          </h3>
          <p className="meta">{times}</p>
          <p className="back">
            <span aria-hidden>
              <Faces people={faces} label={back} />
            </span>
            <span>{back}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}
