import { Hearth, type HearthProps } from "./hearth";

/** The small figure with its numbers in words beside it: cards, phones, the front page. */
export function HearthSummary({ title, ...hearth }: Omit<HearthProps, "size"> & { title: string }) {
  return (
    <div className="hearthbox">
      <Hearth {...hearth} size="small" />
      <div>
        <p className="label">{title}</p>
        <ul>
          {hearth.elements.map((element) => (
            <li key={element.name}>
              {element.href ? <a href={element.href}>{element.name}</a> : element.name}
              <b title={element.rangeText}>{element.scoreText}</b>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
