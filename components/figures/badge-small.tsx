import type { BadgeDrawing } from "./badge-drawing";
import { motif } from "./badge-motifs";
import { Drawing } from "./drawing";

/** On a grid of 24: ring, notch, solid motif. Name and number stand beside it in words. */
export function BadgeSmall({ motif: key, of, number, earned, frame }: BadgeDrawing) {
  const turn = of && number ? `rotate(${((number - 1) / of) * 360} 12 12)` : undefined;
  return (
    <Drawing viewBox="0 0 24 24" {...frame}>
      <circle
        className="line"
        cx="12"
        cy="12"
        r="10.25"
        strokeWidth="1.5"
        strokeDasharray={earned ? undefined : "0.1 2.6"}
        strokeLinecap="round"
      />
      {motif(key).small}
      {turn && earned ? (
        <g transform={turn}>
          <path className="notch" d="M12 .5v4" strokeWidth="4.5" />
          <path className="deep" d="M12 .6v3.8" strokeWidth="2.2" />
        </g>
      ) : null}
    </Drawing>
  );
}
