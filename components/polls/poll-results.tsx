import type { CSSProperties } from "react";
import { Check } from "@/components/ui/icons";

export type ResultLine = {
  key: string;
  label: string;
  /** Between 0 and 1. */
  share: number;
  votes: string;
  percent: string;
  mine: boolean;
  /** Who voted for it, where that is open. */
  who?: string;
};
type Props = {
  caption: string;
  lines: readonly ResultLine[];
  lang: string;
  words: { option: string; votes: string; share: string; yours: string };
};

/** Bars to look at, which are a table to whoever listens. */
export function PollResults({ caption, lines, lang, words }: Props) {
  return (
    <table className="pollresults">
      <caption className="vh">{caption}</caption>
      <thead className="vh">
        <tr>
          <th scope="col">{words.option}</th>
          <th scope="col">{words.votes}</th>
          <th scope="col">{words.share}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, label, share, votes, percent, mine, who }) => (
          <tr key={key} className={mine ? "mine" : undefined}>
            <th scope="row">
              <span lang={lang} dir="auto">
                {label}
              </span>
              {mine ? (
                <span className="yours">
                  <Check className="i" aria-hidden />
                  {words.yours}
                </span>
              ) : null}
              {who ? <span className="hint">{who}</span> : null}
              <span className="bar" style={{ "--share": share } as CSSProperties} aria-hidden />
            </th>
            <td>{votes}</td>
            <td>{percent}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
