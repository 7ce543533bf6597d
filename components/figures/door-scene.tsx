import { useId } from "react";

const round = (value: number) => Math.round(value * 100) / 100;
const H = "var(--brand-h)";
/** The lamp takes the brand's chroma; the room keeps a trace of it. */
const lit = (l: number, share: number) => `oklch(${l} calc(var(--brand-c) * ${share}) ${H})`;

type Props = {
  width?: number;
  height?: number;
  /** Drawn under this name, to be shown again on the same page; or the name it was drawn under before. */
  drawn?: string;
  again?: string;
};

/** A door ajar, light falling out. The scene is dark in both themes on purpose. */
export function DoorScene({ width = 520, height = 620, drawn, again }: Props) {
  const frame = { className: "scene", viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: "xMidYMax slice" };
  return (
    <svg {...frame} aria-hidden>
      {again ? (
        <use href={`#${again}`} />
      ) : (
        <g id={drawn}>
          <Drawn width={width} height={height} />
        </g>
      )}
    </svg>
  );
}

function Drawn({ width, height }: { width: number; height: number }) {
  const id = useId();
  const floor = height - Math.min(118, height * 0.26);
  const wide = Math.min(width * 0.36, height * 0.42);
  const left = width / 2 - wide * 0.45;
  const right = left + wide;
  const top = height * 0.135;
  const spring = top + wide / 2;
  const gapX = left + wide * 0.42;
  const latch = spring + (floor - spring) * 0.48;
  const leaf = 0.52;
  const arch = (inset: number) => {
    const x = left + inset * leaf;
    const radius = wide / 2 - inset;
    const across = radius * 2 * leaf;
    const foot = round(floor - inset * 0.9);
    return `M${round(x)} ${foot}V${round(spring)}A${round(across / 2)} ${round(radius)} 0 0 1 ${round(x + across)} ${round(spring)}V${foot}Z`;
  };
  const opening = (grow: number) =>
    `M${round(left - grow)} ${floor}V${round(spring - grow / 8)}A${round(wide / 2 + grow)} ${round(wide / 2 + grow)} 0 0 1 ${round(right + grow)} ${round(spring - grow / 8)}V${floor}Z`;
  return (
    <>
      <defs>
        <linearGradient id={`${id}l`} x1="0" x2="0" y1="0" y2="1">
          <stop offset="0" stopColor={lit(0.8, 0.93)} />
          <stop offset="1" stopColor={lit(0.9, 0.73)} />
        </linearGradient>
        <linearGradient id={`${id}f`} x1="0" x2="0" y1="0" y2="1">
          <stop offset="0" stopColor={lit(0.82, 0.87)} stopOpacity=".75" />
          <stop offset="1" stopColor={lit(0.82, 0.87)} stopOpacity="0" />
        </linearGradient>
        <radialGradient id={`${id}g`} cx={round((gapX + wide * 0.3) / width)} cy=".56" r=".62">
          <stop offset="0" stopColor={lit(0.62, 0.73)} stopOpacity=".62" />
          <stop offset="1" stopColor={`oklch(.3 .03 ${H})`} stopOpacity="0" />
        </radialGradient>
        <clipPath id={`${id}c`}>
          <path d={opening(0)} />
        </clipPath>
      </defs>
      <rect width={width} height={height} fill={`oklch(.205 .014 ${H})`} />
      <rect y={floor} width={width} height={height - floor} fill={`oklch(.19 .013 ${H})`} />
      <rect width={width} height={height} fill={`url(#${id}g)`} />
      <path d={opening(16)} fill={`oklch(.26 .018 ${H})`} stroke={`oklch(.42 .03 ${H})`} strokeWidth="1.5" />
      <g clipPath={`url(#${id}c)`}>
        <rect x={left} y={top} width={wide} height={floor - top} fill={`url(#${id}l)`} />
        <path d={arch(0)} transform="translate(7 0)" fill={lit(0.47, 0.4)} />
        <path d={arch(0)} fill={`oklch(.285 .026 ${H})`} />
        <path d={arch(20)} fill={`oklch(.255 .022 ${H})`} stroke={`oklch(.36 .032 ${H})`} strokeWidth="1.5" />
        <path
          d={`M${round(left + 20 * leaf)} ${round(latch)}h${round((wide - 40) * leaf)}`}
          stroke={`oklch(.36 .032 ${H})`}
          strokeWidth="1.5"
        />
        <circle cx={round(left + wide * leaf - 9)} cy={round(latch)} r="5.5" fill={lit(0.82, 0.87)} />
      </g>
      <path
        d={`M${round(gapX + wide * 0.1)} ${floor}H${round(right)}L${round(Math.min(width * 0.99, right + wide * 0.8))} ${height}H${round(gapX - wide * 0.25)}Z`}
        fill={`url(#${id}f)`}
      />
    </>
  );
}
