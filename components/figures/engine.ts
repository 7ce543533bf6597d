/** Engine turning, as on a watch case: strands of one wave round a circle. No two numbers give the same. */
const round = (value: number) => Math.round(value * 10) / 10;

export function polar(radius: number, angle: number): [number, number] {
  return [round(radius * Math.sin(angle)), round(-radius * Math.cos(angle))];
}

type Engine = { radius: number; swing: number; lobes: number; strands: number; phase: number };

/** Curves a lobe is drawn with: as close to the wave as hundreds of straight pieces, at a quarter of their weight. */
const perLobe = 4;

export function engineTurning({ radius, swing, lobes, strands, phase }: Engine) {
  const steps = lobes * perLobe;
  const third = (2 * Math.PI) / steps / 3;
  let path = "";
  for (let strand = 0; strand < strands; strand++) {
    const shift = phase + (strand * 2 * Math.PI) / strands;
    for (let step = 0; step <= steps; step++) {
      const angle = (step / steps) * 2 * Math.PI;
      const wave = radius + swing * Math.sin(lobes * angle + shift);
      const slope = swing * lobes * Math.cos(lobes * angle + shift);
      const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
      const [x, y] = [wave * sin, -wave * cos];
      // How far the curve reaches out towards its neighbour on either side.
      const [dx, dy] = [(slope * sin + wave * cos) * third, (wave * sin - slope * cos) * third];
      if (step === 0) path += `M${round(x)} ${round(y)}C${round(x + dx)} ${round(y + dy)} `;
      else path += `${step > 1 ? "S" : ""}${round(x - dx)} ${round(y - dy)} ${round(x)} ${round(y)}`;
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
