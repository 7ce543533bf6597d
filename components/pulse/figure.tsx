import { Hearth } from "../figures/hearth";
import type { HearthElement } from "../figures/hearth-element";

type Props = {
  elements: readonly [HearthElement, HearthElement, HearthElement, HearthElement];
  label: string;
  open: number;
  caption: string;
  /** Where the same stands as a table. */
  table: { href: string; label: string };
};

/** Large with its labels where there is room, small with its numbers beside it on a phone; one of the two is shown. */
export function PulseFigure({ elements, label, open, caption, table }: Props) {
  return (
    <figure className="pulsefigure">
      <div className="large">
        <Hearth elements={elements} label={label} size="large" open={open} />
      </div>
      <div className="small">
        <Hearth elements={elements} label={label} open={open} />
        <ul>
          {elements.map(({ name, href, scoreText, rangeText }) => (
            <li key={name}>
              <a className="link" href={href}>
                {name}
              </a>
              <b>{scoreText}</b>
              <span className="meta">{rangeText}</span>
            </li>
          ))}
        </ul>
      </div>
      <figcaption className="meta">
        {caption}{" "}
        <a className="link" href={table.href}>
          {table.label}
        </a>
      </figcaption>
    </figure>
  );
}
