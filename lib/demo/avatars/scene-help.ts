import { oklch } from "./colours";
import { dot, fill, line, thrown, times } from "./pieces";

const percent = (x: number, y: number, size: number, colour: string) =>
  `<g transform="translate(${x} ${y}) scale(${size})">${line("M-16 22 L16 -22", colour, 8)}<circle cx="-15" cy="-13" r="9" fill="none" stroke="${colour}" stroke-width="7"/><circle cx="15" cy="13" r="9" fill="none" stroke="${colour}" stroke-width="7"/></g>`;

function coupon(x: number, y: number, turn: number, paper: string, ink: string): string {
  return `<g transform="translate(${x} ${y}) rotate(${turn})">${fill("M-130 -66 H130 V-16 A16 16 0 0 0 130 16 V66 H-130 V16 A16 16 0 0 0 -130 -16Z", paper)}${line("M52 -56 V56", ink, 3, 'stroke-dasharray="3 11"')}${percent(-50, 0, 1.5, ink)}${line("M74 -26 H108 M74 0 H108 M74 26 H96", ink, 7)}</g>`;
}

function bubble(x: number, y: number, w: number, colour: string, ink: string): string {
  return `<g transform="translate(${x} ${y})">${fill(`M22 0 H${w - 22} a22 22 0 0 1 22 22 V86 a22 22 0 0 1 -22 22 H80 L44 140 V108 H22 a22 22 0 0 1 -22 -22 V22 a22 22 0 0 1 22 -22Z`, colour)}${line(`M34 38 H${w - 44} M34 68 H${w * 0.6}`, ink, 10)}</g>`;
}

export function help(): string {
  const blue = oklch(0.6, 0.15, 255);
  const deep = oklch(0.5, 0.15, 257);
  const pale = oklch(0.86, 0.06, 250);
  const sun = oklch(0.88, 0.16, 92);
  const next = thrown(9);
  return [
    `<rect width="1600" height="500" fill="${blue}"/>`,
    times(9, (i) =>
      fill(`M${i * 200 - 150} 500 L${i * 200 + 110} 0 H${i * 200 + 200} L${i * 200 - 60} 500Z`, deep, 'opacity=".35"'),
    ),
    times(22, () => dot(next() * 1600, next() * 500, 4 + Math.round(next() * 5), pale, 'opacity=".55"')),
    bubble(150, 90, 300, "#ffffff", pale),
    bubble(1180, 210, 280, pale, blue),
    coupon(640, 180, -9, sun, oklch(0.42, 0.12, 257)),
    coupon(900, 330, 8, "#fff7e0", oklch(0.62, 0.2, 28)),
    coupon(330, 372, 5, "#fff7e0", blue),
    coupon(1090, 112, 13, sun, oklch(0.42, 0.12, 257)),
    line("M1390 96 C1480 30 1560 120 1486 160 C1420 190 1410 110 1500 96 H1640", "#26324a", 12),
    `<rect x="1356" y="80" width="44" height="32" rx="8" fill="#26324a"/>`,
    dot(600, 400, 44, oklch(0.36, 0.03, 257)),
    dot(588, 388, 28, oklch(0.44, 0.03, 257)),
    dot(1500, 420, 52, oklch(0.36, 0.03, 257)),
    dot(1486, 406, 34, oklch(0.44, 0.03, 257)),
  ].join("");
}
