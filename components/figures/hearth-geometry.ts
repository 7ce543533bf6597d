/** The hearth's geometry: a petal's reach is the score. */
export const HEARTH = { radius: 200, gap: 0.075, halfWidth: 0.29 } as const;

const round = (value: number) => Math.round(value * 100) / 100;

export function reach(score: number, radius: number) {
  const gap = radius * HEARTH.gap;
  return gap + ((radius - gap) * score) / 100;
}

/** Greatest half-width; constant from a score of about 52, so that area grows with the score and not with its square. */
export function halfWidth(far: number, radius: number) {
  return Math.min(HEARTH.halfWidth * radius, 0.56 * (far - radius * HEARTH.gap));
}

/** One petal pointing up from the centre. */
export function petal(far: number, radius: number) {
  const gap = radius * HEARTH.gap;
  const [x, waist, g, r] = [(halfWidth(far, radius) * 4) / 3, gap + 0.42 * (far - gap), gap, far].map(round) as [
    number,
    number,
    number,
    number,
  ];
  return `M0 ${-g}C${x} ${-waist} ${x} ${-r} 0 ${-r}C${-x} ${-r} ${-x} ${-waist} 0 ${-g}Z`;
}

/** A point on the petal's shoulder, turned to its place, where the label's hairline is tied. */
export function shoulder(score: number, radius: number, index: number) {
  const far = reach(score, radius);
  const gap = radius * HEARTH.gap;
  const x = -halfWidth(far, radius) * 0.86;
  const y = -(gap + (far - gap) * 0.78);
  const turn = (index * Math.PI) / 2;
  return {
    x: round(x * Math.cos(turn) - y * Math.sin(turn)),
    y: round(x * Math.sin(turn) + y * Math.cos(turn)),
  };
}
