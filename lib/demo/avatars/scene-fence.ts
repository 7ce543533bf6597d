import { oklch } from "./colours";
import { dot, fill, line, thrown, times } from "./pieces";

const green = oklch(0.55, 0.11, 138);
const dark = oklch(0.42, 0.09, 142);
const beet = oklch(0.5, 0.17, 358);

function leaf(x: number, y: number, size: number, turn: number, colour: string, vein: string): string {
  return `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${size})">${fill("M0 0 C-46 -20 -44 -96 0 -132 C44 -96 46 -20 0 0Z", colour)}${line("M0 18 L0 -112 M0 -30 L-18 -54 M0 -30 L18 -54 M0 -62 L-14 -84 M0 -62 L14 -84", vein, 5)}</g>`;
}

function beetroot(x: number, y: number, size: number): string {
  const tops = [
    [-38, 0.8],
    [-14, 1],
    [14, 1.05],
    [38, 0.82],
  ] as const;
  return `<g transform="translate(${x} ${y}) scale(${size})">${tops.map(([turn, s]) => leaf(turn / 3, -46, s, turn, green, beet)).join("")}${fill("M-62 0 C-62 -52 -26 -60 0 -54 C26 -60 62 -52 62 0 C60 46 20 62 6 82 Q2 108 -12 128 Q-4 100 -8 82 C-22 62 -60 46 -62 0Z", beet)}${line("M-42 -16 Q-34 -34 -14 -38", oklch(0.66, 0.14, 358), 7)}</g>`;
}

function sunflower(x: number, y: number, r: number): string {
  const petals = times(
    16,
    (i) =>
      `<ellipse cx="0" cy="${-r * 1.35}" rx="${r * 0.3}" ry="${r * 0.62}" fill="${i % 2 ? oklch(0.84, 0.16, 85) : oklch(0.79, 0.16, 76)}" transform="rotate(${i * 22.5})"/>`,
  );
  return `${line(`M${x} ${y} Q${x + 12} ${y + 160} ${x - 4} 520`, dark, 11)}${leaf(x + 4, y + 150, 0.5, 68, green, dark)}${leaf(x + 2, y + 190, 0.48, -72, green, dark)}<g transform="translate(${x} ${y})">${petals}${dot(0, 0, r, oklch(0.38, 0.06, 50))}${dot(0, 0, r * 0.55, oklch(0.46, 0.07, 55))}</g>`;
}

function bean(x: number): string {
  const vine = times(7, (i) =>
    leaf(x + (i % 2 ? 18 : -18), 430 - i * 58, 0.42, i % 2 ? 62 : -62, i % 3 ? green : dark, dark),
  );
  const pods = [1, 3, 5]
    .map((i) =>
      line(
        `M${x + (i % 4 === 1 ? 26 : -26)} ${420 - i * 52} q${i % 4 === 1 ? 22 : -22} 26 4 62`,
        oklch(0.68, 0.13, 128),
        11,
      ),
    )
    .join("");
  return `${line(`M${x} 520 V6`, oklch(0.55, 0.06, 65), 9)}${line(`M${x - 6} 500 ${times(8, (i) => `Q${x + (i % 2 ? -26 : 26)} ${470 - i * 56} ${x} ${444 - i * 56} `)}`, dark, 5)}${vine}${pods}${[0, 2, 4].map((i) => dot(x + (i % 4 ? 22 : -24), 300 - i * 50, 10, oklch(0.62, 0.2, 28))).join("")}`;
}

function pickets(): string {
  const wood = [oklch(0.93, 0.025, 80), oklch(0.9, 0.03, 78), oklch(0.95, 0.02, 82)];
  const rail = (y: number) => `<rect x="0" y="${y}" width="1600" height="24" fill="${oklch(0.83, 0.035, 76)}"/>`;
  const next = thrown(5);
  const posts = times(27, (i) => {
    const x = i * 60 + 4;
    const top = 262 + Math.round(next() * 16);
    const lean = (next() - 0.5) * 2.4;
    return `<g transform="rotate(${lean.toFixed(2)} ${x + 24} 500)">${fill(`M${x} 510 V${top + 24} L${x + 24} ${top} L${x + 48} ${top + 24} V510Z`, wood[i % 3] ?? "")}${dot(x + 24, 322, 3.5, oklch(0.6, 0.03, 70))}${dot(x + 24, 442, 3.5, oklch(0.6, 0.03, 70))}</g>`;
  });
  return rail(310) + rail(430) + posts;
}

function wateringCan(x: number, y: number): string {
  const tin = oklch(0.66, 0.06, 215);
  return `<g transform="translate(${x} ${y})">${line("M-20 -30 C-34 -96 62 -96 58 -26", oklch(0.56, 0.06, 215), 12)}${fill("M-54 -36 H62 L72 66 H-64Z", tin)}${fill("M-58 34 L-128 -44 L-114 -58 L-52 -6Z", oklch(0.6, 0.06, 215))}${fill("M-142 -38 L-104 -74 L-98 -62 L-130 -32Z", oklch(0.56, 0.06, 215))}${line("M-60 -6 H66", oklch(0.74, 0.05, 215), 7)}</g>`;
}

function robin(x: number, y: number): string {
  return `<g transform="translate(${x} ${y})">${fill("M-36 8 L-66 -4 L-62 14Z", oklch(0.42, 0.04, 70))}${fill("M-40 6 C-34 -30 0 -46 24 -36 C44 -28 42 6 22 20 C0 32 -32 28 -40 6Z", oklch(0.5, 0.045, 70))}${fill("M10 -24 C26 -34 44 -22 38 2 C34 18 20 24 8 22 C18 8 16 -10 10 -24Z", oklch(0.66, 0.17, 42))}${dot(24, -24, 3.6, "#231d18")}${fill("M40 -24 L54 -18 L39 -14Z", oklch(0.4, 0.03, 70))}${line("M-6 28 l-2 14 M8 27 l1 15", oklch(0.4, 0.03, 60), 4)}</g>`;
}

export function fence(): string {
  return [
    `<rect width="1600" height="500" fill="${oklch(0.92, 0.045, 5)}"/>`,
    dot(1240, 150, 88, oklch(0.95, 0.05, 70)),
    fill("M0 190 Q300 110 640 180 T1240 170 T1600 150 V500 H0Z", oklch(0.85, 0.065, 350)),
    fill("M0 262 Q420 190 860 250 T1600 226 V500 H0Z", oklch(0.74, 0.085, 135)),
    bean(150),
    bean(300),
    sunflower(470, 150, 40),
    sunflower(590, 206, 30),
    sunflower(1470, 132, 44),
    times(9, (i) =>
      leaf(
        690 + i * 84,
        330,
        0.9 + (i % 3) * 0.22,
        (i % 2 ? 14 : -12) + i,
        i % 2 ? green : dark,
        i % 3 ? beet : oklch(0.78, 0.1, 130),
      ),
    ),
    pickets(),
    robin(934, 240),
    beetroot(722, 352, 0.84),
    beetroot(850, 368, 0.7),
    wateringCan(1236, 428),
    times(34, (i) => leaf(i * 49, 512, 0.3 + (i % 4) * 0.08, (i % 5) * 12 - 24, i % 2 ? dark : green, dark)),
  ].join("");
}
