/** Engine turning, as on a watch case: strands of one wave round a circle. No two numbers give the same. */
const round = (value: number) => Math.round(value * 10) / 10;

export function polar(radius: number, angle: number): [number, number] {
  return [round(radius * Math.sin(angle)), round(-radius * Math.cos(angle))];
}

type Engine = { radius: number; swing: number; lobes: number; strands: number; phase: number; steps?: number };

export function engineTurning({ radius, swing, lobes, strands, phase, steps = 180 }: Engine) {
  let path = "";
  for (let strand = 0; strand < strands; strand++) {
    for (let step = 0; step <= steps; step++) {
      const angle = (step / steps) * 2 * Math.PI;
      const offset = (strand * 2 * Math.PI) / strands;
      const [x, y] = polar(radius + swing * Math.sin(lobes * angle + phase + offset), angle);
      path += `${step ? "L" : "M"}${x} ${y}`;
    }
  }
  return path;
}

/** A small whole number from a text, the same on every machine. */
export function seedOf(text: string) {
  let sum = 2166136261;
  for (const letter of text) sum = Math.imul(sum ^ letter.codePointAt(0)!, 16777619) >>> 0;
  return sum % 9973;
}
