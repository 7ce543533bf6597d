import { Link } from "../ui/link";

export type Move = { key: string; href: string; title: string; meta: string; gain?: string };

/** People to answer, each a way to where that is done. */
export function Moves({ title, moves, none }: { title: string; moves: readonly Move[]; none: string }) {
  return (
    <section>
      <h3 className="h4">{title}</h3>
      {moves.length > 0 ? (
        <ul className="lines">
          {moves.map(({ key, href, title: name, meta, gain }) => (
            <li key={key}>
              <Link className="link" href={href}>
                <bdi>{name}</bdi>
              </Link>
              <p className="meta">{meta}</p>
              {gain ? <p className="meta">{gain}</p> : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="quiet">{none}</p>
      )}
    </section>
  );
}
