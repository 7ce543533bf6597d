import { oklch } from "./colours";
import { dot, fill, line, times } from "./pieces";

/** A moth whose two feathered feelers are microphones and whose body is the knob. */
export function tindrel(): string {
  const ground = oklch(0.36, 0.06, 138);
  const wing = oklch(0.87, 0.09, 98);
  const shade = oklch(0.76, 0.1, 96);
  const feeler = (side: 1 | -1) =>
    line(`M${256 + side * 12} 178 C${256 + side * 26} 130 ${256 + side * 62} 104 ${256 + side * 96} 92`, wing, 10) +
    times(7, (i) => {
      const t = 0.3 + i * 0.11;
      const x = 256 + side * (12 + 84 * t);
      const y = 178 - 92 * t ** 0.75;
      return line(
        `M${x.toFixed(1)} ${y.toFixed(1)} l${side * -8} -24 M${x.toFixed(1)} ${y.toFixed(1)} l${side * 18} 17`,
        wing,
        6,
      );
    });
  const side = (s: 1 | -1) =>
    `<g transform="translate(256 0) scale(${s} 1)">${fill("M14 216 C70 140 190 150 206 204 C214 262 120 300 18 280Z", wing)}${fill("M16 280 C90 290 146 316 138 366 C128 414 52 386 14 306Z", shade)}${dot(138, 218, 24, ground)}${dot(138, 218, 11, wing)}${line("M60 200 C88 186 104 182 122 182", shade, 7)}${line("M48 318 C74 330 92 344 100 360", wing, 7)}</g>`;
  return `<rect width="512" height="512" fill="${ground}"/>${side(1)}${side(-1)}${feeler(1)}${feeler(-1)}<rect x="232" y="176" width="48" height="196" rx="24" fill="${oklch(0.96, 0.03, 95)}"/>${dot(256, 238, 15, ground)}${line("M256 238 L264 228", wing, 5)}${line("M244 288 H268 M244 310 H268 M246 332 H266", ground, 6)}`;
}

/** A beet, and the ground it stands in. */
export function wurzelbrink(): string {
  const beet = oklch(0.5, 0.17, 358);
  const pale = oklch(0.95, 0.025, 85);
  const leaf = (turn: number, s: number, colour: string) =>
    `<g transform="translate(256 236) rotate(${turn}) scale(${s})">${fill("M0 0 C-64 -40 -56 -136 0 -176 C56 -136 64 -40 0 0Z", colour)}${line("M0 0 V-140 M0 -44 L-24 -76 M0 -44 L24 -76 M0 -88 L-18 -114 M0 -88 L18 -114", beet, 8)}</g>`;
  return `<rect width="512" height="512" fill="${pale}"/>${leaf(-42, 0.86, oklch(0.6, 0.12, 136))}${leaf(42, 0.86, oklch(0.6, 0.12, 136))}${leaf(0, 1, oklch(0.5, 0.11, 140))}${fill("M144 308 C144 236 208 222 256 234 C304 222 368 236 368 308 C364 376 292 396 270 428 Q262 462 238 490 Q248 452 242 428 C220 396 148 376 144 308Z", beet)}${line("M176 292 Q184 260 216 254", oklch(0.68, 0.13, 358), 12)}${line("M60 336 H128 M384 336 H452", oklch(0.42, 0.06, 60), 10)}${line("M88 366 H140 M372 366 H424", oklch(0.42, 0.06, 60), 8)}${line("M118 394 H168 M344 394 H394", oklch(0.42, 0.06, 60), 7)}`;
}
