import type { HearthElement } from "./hearth-element";
import { shoulder } from "./hearth-geometry";

/** Each label stands in the corner before its petal, clockwise, and is tied to it by a hairline. */
export function HearthLabel({ element, index, R }: { element: HearthElement; index: number; R: number }) {
  const [x, y, anchor] = (
    [
      [-152, -R + 12, "end"],
      [152, -R + 12, "start"],
      [152, R - 56, "start"],
      [-152, R - 56, "end"],
    ] as const
  )[index % 4]!;
  const knot = shoulder(element.score ?? 50, R, index);
  return (
    <>
      <path className="tie" d={`M${x + (anchor === "end" ? 8 : -8)} ${y + 22}L${knot.x} ${knot.y}`} />
      <circle className="knot" cx={knot.x} cy={knot.y} r="2.5" />
      <g textAnchor={anchor} aria-hidden>
        <text className="nm" x={x} y={y}>
          {element.name}
        </text>
        <text className={element.score === null ? "sc none" : "sc"} x={x} y={y + 33}>
          {element.scoreText}
        </text>
        <text className="ci" x={x} y={y + 53}>
          {element.rangeText}
        </text>
      </g>
    </>
  );
}
