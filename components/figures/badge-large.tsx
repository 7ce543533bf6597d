import { useId } from "react";
import type { BadgeDrawing } from "./badge-drawing";
import { motif } from "./badge-motifs";
import { Drawing } from "./drawing";
import { engineTurning, polar } from "./engine";

/** From 200 pixels: edition ring with exactly N ticks and the holder's one lit, lettering, fine engine turning. */
export function BadgeLarge({ name, motif: key, of, number, ofText, rim, earned, seed, frame }: BadgeDrawing) {
  const id = useId();
  const turning = engineTurning({
    radius: 132,
    swing: 26,
    lobes: 11 + (seed % 9),
    strands: 10,
    phase: (number ?? 0) * 0.37,
  });
  return (
    <Drawing viewBox="-256 -256 512 512" {...frame}>
      <circle className="face" r="250" strokeWidth="3" />
      {of ? <EditionRing of={of} number={earned ? number : undefined} /> : null}
      {of ? null : <circle className="line" r="236" strokeWidth="8" strokeDasharray={earned ? undefined : "4 14"} />}
      <circle className="line" r="210" strokeWidth="1.5" />
      <circle className="line" r="164" strokeWidth="1.5" />
      <path className="deep" d={turning} strokeWidth=".9" opacity={earned ? 0.62 : 0.4} />
      <circle className="face" r="110" strokeWidth="1.5" />
      <Lettering id={`${id}-u`} path="M-178 0A178 178 0 0 1 178 0" size={27} space={7} text={name} />
      {rim ? <Lettering id={`${id}-l`} path="M-196 0A196 196 0 0 0 196 0" size={19} space={5} text={rim} /> : null}
      <path className="fill" d="M-187-7l6 7-6 7-6-7zM187-7l6 7-6 7-6-7z" />
      <g transform={of ? "translate(0 -40) scale(.86)" : "scale(1.15)"}>{motif(key).drawn}</g>
      {of && earned && number ? (
        <text className="no" fontSize="62" y="56">
          {number}
        </text>
      ) : null}
      {of && ofText ? (
        <text className="of" fontSize={earned && number ? 17 : 26} y={earned && number ? 84 : 62}>
          {ofText}
        </text>
      ) : null}
    </Drawing>
  );
}

function EditionRing({ of, number }: { of: number; number?: number }) {
  let ticks = "";
  for (let tick = 1; tick <= of; tick++) {
    if (tick === number) continue;
    const angle = ((tick - 1) / of) * 2 * Math.PI;
    const long = tick % 10 === 1 || of < 90;
    ticks += `M${polar(242, angle).join(" ")}L${polar(long ? 226 : 231, angle).join(" ")}`;
  }
  const width = Math.min(3, ((2 * Math.PI * 236) / of) * 0.34);
  return (
    <>
      <path className="line" d={ticks} strokeWidth={Math.round(width * 100) / 100} />
      {number ? (
        <path
          transform={`rotate(${((number - 1) / of) * 360})`}
          d="M-4.500-247h9l-2 36h-5z"
          fill="var(--accent-deep)"
        />
      ) : null}
    </>
  );
}

type Line = { id: string; path: string; size: number; space: number; text: string };

function Lettering({ id, path, size, space, text }: Line) {
  // A long name is set closer and smaller, so that it stays within its half of the rim.
  const fit = Math.min(1, 22 / [...text].length);
  return (
    <>
      <path id={id} d={path} fill="none" />
      <text fontFamily="var(--ui)" fontWeight="600" fontSize={size * fit} letterSpacing={space * fit}>
        <textPath href={`#${id}`} startOffset="50%">
          {text.toLocaleUpperCase()}
        </textPath>
      </text>
    </>
  );
}
