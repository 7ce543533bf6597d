import type { CSSProperties } from "react";

export type Part = { key: string; name: string; about: string; value: number | null; text: string };

/** What a value is made of; the bar says again what the number says. */
export function Parts({ parts, label }: { parts: readonly Part[]; label: string }) {
  return (
    <ul className="parts" aria-label={label}>
      {parts.map(({ key, name, about, value, text }) => (
        <li key={key}>
          <div>
            {name}
            <p className="meta">{about}</p>
          </div>
          <div className="cibar" aria-hidden>
            {value === null ? null : <u style={{ "--at": value } as CSSProperties} />}
          </div>
          <b className={value === null ? "v none" : "v"}>{text}</b>
        </li>
      ))}
    </ul>
  );
}
