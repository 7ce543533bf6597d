import { Time } from "../ui/time";

type Look = { key: string; line: string; iso: string; when: string; absolute: string };
type Props = { words: { title: string; text: string; none: string }; looks: readonly Look[] };

/** Who looked at what is held about the viewer: for nobody's eyes but theirs. */
export function Looks({ words, looks }: Props) {
  return (
    <section className="section" aria-labelledby="looks">
      <h2 className="h2" id="looks">
        {words.title}
      </h2>
      <p className="quiet">{looks.length ? words.text : words.none}</p>
      {looks.length ? (
        <ul className="lines">
          {looks.map((look) => (
            <li key={look.key}>
              {look.line} <Time iso={look.iso} text={look.when} absolute={look.absolute} />
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
