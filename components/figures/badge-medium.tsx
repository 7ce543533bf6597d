import type { BadgeDrawing } from "./badge-drawing";
import { motif } from "./badge-motifs";
import { Drawing } from "./drawing";
import { engineTurning } from "./engine";

/** From 56 pixels: one ring with a notch, a coarse engine turning, motif and number, no lettering. */
export function BadgeMedium({ motif: key, of, number, ofText, earned, seed, frame }: BadgeDrawing) {
  const turning = engineTurning({
    radius: 194,
    swing: 26,
    lobes: 7 + (seed % 5),
    strands: 4,
    phase: (number ?? 0) * 0.37,
  });
  const numbered = of !== undefined && (earned ? number !== undefined : ofText !== undefined);
  return (
    <Drawing viewBox="-256 -256 512 512" {...frame}>
      <circle
        className="face"
        r="240"
        strokeWidth="9"
        strokeDasharray={earned ? undefined : "2 19"}
        strokeLinecap="round"
      />
      <path className="deep" d={turning} strokeWidth="3.5" opacity={earned ? 0.75 : 0.45} />
      <circle className="face" r="158" strokeWidth="4" />
      {of && number && earned ? (
        <g transform={`rotate(${((number - 1) / of) * 360})`}>
          <path className="notch" d="M0-254v50" strokeWidth="34" />
          <path className="deep" d="M0-252v46" strokeWidth="14" />
        </g>
      ) : null}
      <g transform={numbered ? "translate(0 -46) scale(1.15)" : "scale(1.55)"}>{motif(key).drawn}</g>
      {numbered ? (
        <text className="no" fontSize={earned ? 96 : 58} y={earned ? 112 : 100}>
          {earned ? number : ofText}
        </text>
      ) : null}
    </Drawing>
  );
}
