import { oklch } from "./colours";
import { dot, fill, line, thrown, times } from "./pieces";

const hill = (y: number, swell: number, phase: number) => {
  const at = (x: number) =>
    (y + Math.sin(x / 260 + phase) * swell + Math.sin(x / 97 + phase * 2) * swell * 0.22).toFixed(1);
  return `M0 500 L0 ${at(0)} ${times(41, (i) => `L${i * 40} ${at(i * 40)} `)}L1600 500Z`;
};

function blades(seed: number, count: number, reach: number, colours: string[]): string {
  const next = thrown(seed);
  return times(count, () => {
    const x = next() * 1680 - 40;
    const h = reach * (0.45 + next() * 0.6);
    const lean = (next() - 0.4) * h * 0.55;
    const w = 4 + next() * 7;
    const colour = colours[Math.floor(next() * colours.length)] ?? "";
    const f = (n: number) => n.toFixed(1);
    const tip = `${f(x + lean)} ${f(510 - h)}`;
    return fill(
      `M${f(x - w)} 510 Q${f(x - w * 0.4 + lean * 0.2)} ${f(510 - h * 0.6)} ${tip} Q${f(x + w + lean * 0.3)} ${f(510 - h * 0.5)} ${f(x + w)} 510Z`,
      colour,
    );
  });
}

function seedheads(seed: number, count: number, colour: string): string {
  const next = thrown(seed);
  return times(count, () => {
    const x = next() * 1600;
    const y = 250 + next() * 110;
    const lean = (next() - 0.3) * 46;
    const grains = times(7, (i) => {
      const gx = x + lean + (i % 2 ? 5 : -5) - lean * 0.06 * i;
      return `<ellipse cx="${gx.toFixed(1)}" cy="${(y + i * 8).toFixed(1)}" rx="3.600" ry="7.500" fill="${colour}" transform="rotate(${i % 2 ? 24 : -24} ${gx.toFixed(1)} ${(y + i * 8).toFixed(1)})"/>`;
    });
    return (
      line(
        `M${x.toFixed(1)} 510 Q${(x + lean * 0.3).toFixed(1)} 400 ${(x + lean).toFixed(1)} ${y.toFixed(1)}`,
        colour,
        3,
      ) + grains
    );
  });
}

/** The recorder on its peg: two feelers in fur, one knob. */
function recorder(x: number, y: number): string {
  const shell = oklch(0.46, 0.045, 150);
  const fur = oklch(0.5, 0.05, 65);
  const tuft = (cx: number, cy: number, turn: number) =>
    `<g transform="translate(${cx} ${cy}) rotate(${turn})">${times(26, (i) => {
      const a = (i / 26) * Math.PI * 2;
      return line(
        `M${(Math.cos(a) * 20).toFixed(1)} ${(Math.sin(a) * 34).toFixed(1)} L${(Math.cos(a + 0.1) * 33).toFixed(1)} ${(Math.sin(a + 0.1) * 48).toFixed(1)}`,
        fur,
        8,
      );
    })}<ellipse rx="25" ry="39" fill="${fur}"/>${line("M-9 -18 q4 9 0 18 M8 -8 q4 9 0 18", oklch(0.62, 0.055, 68), 4)}</g>`;
  return `<g transform="translate(${x} ${y})">${line("M0 60 V300", oklch(0.38, 0.04, 60), 12)}${line("M-14 -36 L-52 -92 M14 -36 L52 -92", oklch(0.3, 0.02, 150), 9)}${tuft(-68, -122, -32)}${tuft(68, -122, 32)}<rect x="-46" y="-44" width="92" height="136" rx="20" fill="${shell}"/><rect x="-46" y="-44" width="26" height="136" rx="13" fill="${oklch(0.53, 0.05, 150)}"/>${dot(4, 44, 27, oklch(0.9, 0.03, 90))}${line("M4 44 L18 26", oklch(0.35, 0.04, 150), 6)}${[-22, -8, 6, 20].map((g) => line(`M${g - 4} -20 v20`, oklch(0.35, 0.04, 150), 5)).join("")}${dot(34, -30, 4.5, oklch(0.66, 0.18, 28))}</g>`;
}

/** Uninvited. */
function pigeon(x: number, y: number): string {
  const body = oklch(0.62, 0.035, 265);
  const wing = oklch(0.52, 0.035, 265);
  return `<g transform="translate(${x} ${y})">${fill("M-64 34 C-112 44 -128 52 -140 64 C-104 66 -74 62 -50 50Z", wing)}${fill("M-70 30 C-56 -20 -8 -28 14 -46 C16 -76 58 -78 62 -48 C66 -26 60 -8 52 12 C42 46 -24 68 -70 30Z", body)}${fill("M24 -20 C46 -14 54 -16 61 -26 C60 -8 58 4 50 18 C38 20 26 8 24 -20Z", oklch(0.72, 0.06, 350))}${fill("M18 -28 Q30 -18 38 -28 Q30 -34 18 -28Z", "#f4f1ea")}${fill("M-74 32 C-44 -4 -8 -6 12 8 C2 42 -38 50 -74 32Z", wing)}${line("M-52 32 Q-24 36 0 20", "#f4f1ea", 5)}${dot(44, -54, 5.5, "#f2dd9a")}${dot(44.5, -54, 2.8, "#26211c")}${fill("M60 -54 L82 -45 L60 -42Z", oklch(0.78, 0.13, 68))}${line("M-4 56 l-3 18 M16 52 l2 20", oklch(0.62, 0.13, 30), 5)}</g>`;
}

const moth = (x: number, y: number, size: number, turn: number) =>
  `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${size})" fill="#fff6df">${fill("M0 0 C-12 -22 -34 -20 -30 -2 C-28 8 -12 8 0 2 C12 8 28 8 30 -2 C34 -20 12 -22 0 0Z", "#fff6df", 'opacity=".92"')}${fill("M0 2 C-14 6 -20 18 -10 20 C-4 20 0 12 0 6 C0 12 4 20 10 20 C20 18 14 6 0 2Z", "#f3e0b4")}${line("M0 -4 q-4 -12 -11 -15 M0 -4 q4 -12 11 -15", "#fff6df", 2)}</g>`;

export function grass(): string {
  const far = [oklch(0.55, 0.085, 128), oklch(0.6, 0.1, 122), oklch(0.5, 0.08, 134)];
  const near = [oklch(0.38, 0.07, 136), oklch(0.44, 0.085, 130), oklch(0.34, 0.06, 142), oklch(0.49, 0.095, 124)];
  return [
    `<rect width="1600" height="500" fill="${oklch(0.9, 0.06, 78)}"/>`,
    fill("M0 0 H1600 V120 Q800 190 0 110Z", oklch(0.86, 0.045, 250)),
    fill("M0 96 Q420 200 820 150 T1600 112 V210 Q1100 250 700 222 T0 214Z", oklch(0.89, 0.05, 35)),
    dot(1130, 262, 150, oklch(0.93, 0.075, 85)),
    dot(1130, 262, 92, oklch(0.88, 0.125, 78)),
    fill(hill(282, 26, 0.4), oklch(0.76, 0.05, 170)),
    fill(hill(322, 22, 2.1), oklch(0.7, 0.075, 140)),
    fill(hill(370, 18, 4.2), oklch(0.63, 0.095, 126)),
    blades(11, 150, 150, far),
    recorder(470, 250),
    pigeon(690, 286),
    line("M560 370 Q700 356 860 372", oklch(0.38, 0.05, 60), 16),
    line("M846 371 V520 M588 367 V520", oklch(0.38, 0.05, 60), 14),
    seedheads(23, 26, oklch(0.66, 0.1, 92)),
    blades(71, 230, 150, near),
    moth(300, 140, 1.15, -14),
    moth(890, 130, 0.8, 20),
    moth(1330, 190, 1, -8),
    moth(1010, 220, 0.6, 34),
  ].join("");
}
