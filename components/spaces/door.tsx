import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import type { BadgeFigureProps } from "../figures/badge-drawing";
import { BadgeFigure } from "../figures/badge-figure";
import { DoorScene } from "../figures/door-scene";

export type WayIn = {
  key: string;
  badge: Omit<BadgeFigureProps, "size" | "label">;
  title: string;
  /** The page of the badge. */
  href?: string;
  /** How it is earned, and how far this viewer has come. */
  how: string;
  /** A button, or a word such as "Closed". */
  action?: ReactNode;
};

export type DoorProps = {
  /** "An insider space". */
  kind: string;
  name: string;
  purpose: string;
  /** The declared facts only: number of holders, when it opened. */
  facts: readonly { figure: string; label: string }[];
  waysTitle: string;
  ways: readonly WayIn[];
  published?: { title: string; items: readonly { key: string; label: string; href: string }[] };
  /** For who is not signed in, or who may knock. */
  below?: ReactNode;
};

/** What an outsider sees of a listed insider space: what it is for and how to come in, and not a word of what is said. */
export function Door({ kind, name, purpose, facts, waysTitle, ways, published, below }: DoorProps) {
  return (
    <div className="doorpage">
      <div className="scenebox">
        <DoorScene />
      </div>
      <div className="about">
        <div className="pagehead">
          <p className="label">{kind}</p>
          <h1 className="purpose">{name}</h1>
          <p className="lead">{purpose}</p>
        </div>
        {facts.length ? (
          <div className="facts">
            {facts.map((fact) => (
              <div key={fact.label}>
                <b>{fact.figure}</b>
                <span className="meta">{fact.label}</span>
              </div>
            ))}
          </div>
        ) : null}
        <section aria-label={waysTitle}>
          <h2 className="label">{waysTitle}</h2>
          <ul className="waysin">
            {ways.map((way) => (
              <li key={way.key}>
                <BadgeFigure {...way.badge} label="" size={40} />
                <div>
                  <b>{way.href ? <Link href={way.href}>{way.title}</Link> : way.title}</b>
                  <p className="meta">{way.how}</p>
                </div>
                {way.action ? <div className="meta">{way.action}</div> : null}
              </li>
            ))}
          </ul>
        </section>
        {published?.items.length ? (
          <section aria-label={published.title}>
            <h2 className="label">{published.title}</h2>
            <ul className="row">
              {published.items.map((item) => (
                <li key={item.key}>
                  <a className="link" href={item.href}>
                    {item.label}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        {below}
      </div>
    </div>
  );
}
