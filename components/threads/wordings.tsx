import type { ReactNode } from "react";

export type Piece = { text: string; how: "same" | "added" | "taken out" };
export type Wording = { key: number; title: string; by: ReactNode; pieces: readonly Piece[] };

/** Every wording of a post, each marked against the one before it; the marks are said as well as drawn. */
export function Wordings({
  wordings,
  lang,
  words,
}: {
  wordings: readonly Wording[];
  lang: string;
  words: { added: string; takenOut: string };
}) {
  return (
    <ol className="lines">
      {wordings.map(({ key, title, by, pieces }) => (
        <li key={key} className="wording">
          <h2 className="h3">{title}</h2>
          <p className="meta">{by}</p>
          <pre lang={lang} dir="auto">
            {pieces.map((piece, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text never reorder
              <Marked key={index} {...piece} words={words} />
            ))}
          </pre>
        </li>
      ))}
    </ol>
  );
}

function Marked({ text, how, words }: Piece & { words: { added: string; takenOut: string } }) {
  if (how === "same") return text;
  const Mark = how === "added" ? "ins" : "del";
  return (
    <Mark>
      <span className="vh">{how === "added" ? words.added : words.takenOut} </span>
      {text}
    </Mark>
  );
}
