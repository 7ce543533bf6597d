import { useId } from "react";
import type { HearthElement } from "./hearth-element";
import { HEARTH, petal, reach } from "./hearth-geometry";
import { HearthLabel } from "./hearth-label";

export type HearthProps = {
  /** Repeated interaction, built-in meaning, real stakes, insider standing: always in this order, never mirrored. */
  elements: readonly [HearthElement, HearthElement, HearthElement, HearthElement];
  label: string;
  size?: "large" | "small";
  open?: number;
};

export function Hearth({ elements, label, size = "small", open }: HearthProps) {
  const id = useId();
  const large = size === "large";
  const R = large ? HEARTH.radius : 80;
  const pad = large ? 104 : 6;
  const linked = elements.some((element) => element.href);
  return (
    <svg
      className="hearth"
      viewBox={`${-R - pad} ${-R - 6} ${2 * (R + pad)} ${2 * R + 12}`}
      role={linked ? "group" : "img"}
      aria-label={linked ? label : `${label}: ${elements.map(spoken).join("; ")}`}
    >
      {large ? [25, 50, 75, 100].map((score) => <circle key={score} className="circle" r={reach(score, R)} />) : null}
      {elements.map((element, index) => {
        const drawing = (
          <g transform={`rotate(${index * 90})`}>
            <Petal
              element={element}
              id={`${id}-${index}`}
              R={R}
              large={large}
              opened={open === index}
              dim={open !== undefined && open !== index}
            />
          </g>
        );
        const label = large ? <HearthLabel element={element} index={index} R={R} /> : null;
        if (!element.href) {
          return (
            <g key={element.name}>
              {drawing}
              {label}
            </g>
          );
        }
        return (
          <a key={element.name} href={element.href} aria-label={spoken(element)}>
            {drawing}
            {label}
          </a>
        );
      })}
      <circle r={R * HEARTH.gap * 0.5} fill="var(--ink)" />
      {large ? <Scale R={R} /> : null}
    </svg>
  );
}

const spoken = (element: HearthElement) => `${element.name}: ${element.scoreText}, ${element.rangeText}`;

type PetalProps = { element: HearthElement; id: string; R: number; large: boolean; opened: boolean; dim: boolean };

function Petal({ element, id, R, large, opened, dim }: PetalProps) {
  const { score, low = score ?? 0, high = score ?? 0 } = element;
  const line = large ? 2 : R * 0.02;
  if (score === null) {
    return (
      <path
        className="hollow"
        d={petal(reach(50, R), R)}
        strokeWidth={line}
        strokeDasharray={`${R * 0.004} ${R * 0.036}`}
      />
    );
  }
  const far = reach(high, R);
  const solid = reach(low, R) / far;
  const middle = reach(score, R) / far;
  return (
    <g className={dim ? "dim" : undefined}>
      <radialGradient id={id} gradientUnits="userSpaceOnUse" cx="0" cy="0" r={far}>
        <stop offset="0" stopColor="var(--accent-deep)" />
        <stop offset={solid * 0.75} stopColor="var(--accent)" />
        <stop offset={solid} stopColor="var(--accent)" />
        <stop offset={middle} stopColor="var(--accent)" stopOpacity=".5" />
        <stop offset="1" stopColor="var(--accent)" stopOpacity="0" />
      </radialGradient>
      <path className="petal" d={petal(far, R)} fill={`url(#${id})`} />
      <path className="edge" d={petal(reach(score, R), R)} strokeWidth={opened ? 3 : line} />
    </g>
  );
}

function Scale({ R }: { R: number }) {
  return [
    { score: 50, turn: Math.PI / 4 },
    { score: 100, turn: Math.PI / 6 },
  ].map(({ score, turn }) => (
    <text
      key={score}
      className="scale"
      textAnchor="middle"
      x={reach(score, R) * Math.sin(turn)}
      y={4 - reach(score, R) * Math.cos(turn)}
    >
      {score}
    </text>
  ));
}
