import type { Ink } from "./colours";
import type { Features } from "./features";

type Layers = { behind: string; over: string };
type Form = (w: number, k: Ink) => Layers;

const L = (w: number) => 128 - w;
const R = (w: number) => 128 + w;

function blob(points: [number, number, number][], fill: string): string {
  return points.map(([x, y, r]) => `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`).join("");
}
const p = (d: string, fill: string) => `<path d="${d}" fill="${fill}"/>`;
const stroke = (d: string, colour: string, width = 2.5) =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round"/>`;

/** The cap of hair over the skull, with the hairline as its lower edge. */
function cap(w: number, top: number, side: number, line: string): string {
  return `M${L(w + 4)} ${side} C${L(w + 8)} ${top + 34} ${L(34)} ${top} 128 ${top} C${R(34)} ${top} ${R(w + 8)} ${top + 34} ${R(w + 4)} ${side} ${line}Z`;
}

const FORMS: Record<Features["hair"], Form> = {
  bald: () => ({ behind: "", over: "" }),
  cropped: (w, k) => ({
    behind: "",
    over: p(
      cap(
        w - 1,
        54,
        106,
        `L${R(w - 4)} 96 C${R(w - 8)} 84 ${R(22)} 80 128 80 C${L(22)} 80 ${L(w - 8)} 84 ${L(w - 4)} 96`,
      ),
      k.hair,
    ),
  }),
  short: (w, k) => ({
    behind: "",
    over:
      p(
        cap(
          w,
          45,
          114,
          `C${R(w - 2)} 100 ${R(w - 8)} 92 ${R(30)} 88 C${R(8)} 94 ${L(20)} 92 ${L(w - 12)} 82 C${L(w - 4)} 92 ${L(w - 1)} 102 ${L(w + 2)} 114`,
        ),
        k.hair,
      ) + stroke(`M${L(22)} 62 C${L(6)} 54 ${R(14)} 54 ${R(28)} 66`, k.strand),
  }),
  side: (w, k) => ({
    behind: "",
    over:
      p(
        cap(
          w,
          46,
          116,
          `C${R(w - 1)} 104 ${R(w - 5)} 94 ${R(w - 12)} 86 C${R(10)} 92 ${L(14)} 84 ${L(24)} 72 C${L(30)} 86 ${L(w - 4)} 94 ${L(w)} 114`,
        ),
        k.hair,
      ) + stroke(`M${L(24)} 72 C${L(14)} 60 ${R(6)} 56 ${R(24)} 60`, k.strand),
  }),
  quiff: (w, k) => ({
    behind: "",
    over:
      p(
        `M${L(w + 2)} 112 C${L(w + 8)} 84 ${L(w - 2)} 66 ${L(26)} 58 C${L(22)} 34 ${R(22)} 26 ${R(40)} 46 C${R(54)} 58 ${R(w + 8)} 82 ${R(w + 2)} 112 C${R(w - 2)} 98 ${R(w - 6)} 90 ${R(30)} 84 C${R(8)} 78 ${L(12)} 78 ${L(28)} 84 C${L(w - 4)} 90 ${L(w - 2)} 100 ${L(w + 2)} 112Z`,
        k.hair,
      ) + stroke(`M${L(12)} 62 C${L(2)} 46 ${R(16)} 42 ${R(28)} 52`, k.strand),
  }),
  curls: (w, k) => ({
    behind: blob(
      [
        [L(w + 2), 108, 17],
        [R(w + 2), 108, 17],
        [L(w - 2), 86, 20],
        [R(w - 2), 86, 20],
      ],
      k.hair,
    ),
    over:
      blob(
        [
          [L(34), 74, 19],
          [L(16), 62, 20],
          [R(6), 58, 21],
          [R(26), 66, 20],
          [R(40), 80, 16],
          [L(44), 88, 13],
          [R(46), 94, 11],
          [L(4), 76, 14],
          [R(18), 78, 13],
        ],
        k.hair,
      ) +
      stroke(`M${L(22)} 60 a9 9 0 0 1 16 3`, k.strand) +
      stroke(`M${R(8)} 60 a9 9 0 0 1 16 4`, k.strand),
  }),
  afro: (w, k) => ({
    behind: blob(
      [
        [128, 88, 66],
        [L(w + 6), 108, 26],
        [R(w + 6), 108, 26],
      ],
      k.hair,
    ),
    over: p(
      cap(w - 2, 50, 104, `C${R(w - 4)} 92 ${R(30)} 80 128 80 C${L(30)} 80 ${L(w - 4)} 92 ${L(w + 2)} 104`),
      k.hair,
    ),
  }),
  bob: (w, k) => ({
    behind: p(
      `M${L(w + 12)} 160 C${L(w + 22)} 90 ${L(44)} 42 128 42 C${R(44)} 42 ${R(w + 22)} 90 ${R(w + 12)} 160 C${R(w)} 172 ${R(30)} 172 128 172 C${L(30)} 172 ${L(w)} 172 ${L(w + 12)} 160Z`,
      k.hair,
    ),
    over:
      p(
        cap(
          w + 3,
          42,
          132,
          `C${R(w)} 112 ${R(w - 4)} 98 ${R(w - 12)} 88 C${R(14)} 90 ${L(6)} 80 ${L(14)} 70 C${L(22)} 86 ${L(w - 4)} 94 ${L(w)} 132`,
        ),
        k.hair,
      ) + stroke(`M${L(14)} 70 C${L(4)} 58 ${R(16)} 54 ${R(32)} 64`, k.strand),
  }),
  long: (w, k) => ({
    behind: p(
      `M${L(w + 16)} 220 C${L(w + 26)} 120 ${L(52)} 42 128 42 C${R(52)} 42 ${R(w + 26)} 120 ${R(w + 16)} 220 C${R(30)} 228 ${L(30)} 228 ${L(w + 16)} 220Z`,
      k.hair,
    ),
    over:
      p(
        cap(w + 3, 42, 140, `C${R(w - 1)} 116 ${R(w - 8)} 96 128 66 C${L(w - 8)} 96 ${L(w - 1)} 116 ${L(w)} 140`),
        k.hair,
      ) +
      stroke(`M128 50 L128 64`, k.strand, 2) +
      stroke(`M${R(w - 8)} 72 C${R(w + 4)} 90 ${R(w + 6)} 110 ${R(w + 5)} 130`, k.strand),
  }),
  waves: (w, k) => ({
    behind: p(
      `M${L(w + 8)} 208 C${L(w + 30)} 194 ${L(w + 6)} 172 ${L(w + 18)} 152 C${L(w + 30)} 130 ${L(w + 6)} 118 ${L(w + 10)} 96 C${L(56)} 58 ${L(34)} 40 128 40 C${R(34)} 40 ${R(56)} 58 ${R(w + 10)} 96 C${R(w + 6)} 118 ${R(w + 30)} 130 ${R(w + 18)} 152 C${R(w + 6)} 172 ${R(w + 30)} 194 ${R(w + 8)} 208Z`,
      k.hair,
    ),
    over:
      p(
        cap(w + 3, 40, 128, `C${R(w - 1)} 108 ${R(w - 6)} 92 ${R(18)} 70 C${R(2)} 86 ${L(w - 8)} 82 ${L(w - 1)} 128`),
        k.hair,
      ) + stroke(`M${R(16)} 68 C${R(2)} 56 ${L(20)} 58 ${L(32)} 72`, k.strand),
  }),
  bun: (w, k) => ({
    behind: blob([[128, 42, 20]], k.hair) + stroke("M117 36 a13 13 0 0 1 22 2", k.strand),
    over:
      p(
        cap(w + 1, 46, 112, `C${R(w - 2)} 100 ${R(w - 8)} 84 128 74 C${L(w - 8)} 84 ${L(w - 2)} 100 ${L(w + 3)} 112`),
        k.hair,
      ) +
      stroke(`M${L(20)} 70 C${L(16)} 60 ${L(10)} 54 ${L(4)} 50`, k.strand) +
      stroke(`M${R(20)} 70 C${R(16)} 60 ${R(10)} 54 ${R(4)} 50`, k.strand),
  }),
  topknot: (w, k) => ({
    behind: blob(
      [
        [146, 38, 15],
        [132, 32, 11],
      ],
      k.hair,
    ),
    over:
      p(cap(w, 48, 106, `C${R(w - 4)} 94 ${R(30)} 82 ${R(4)} 76 C${L(30)} 76 ${L(w - 2)} 92 ${L(w + 2)} 106`), k.hair) +
      stroke(`M${L(24)} 74 C${L(12)} 60 ${R(4)} 52 ${R(14)} 48`, k.strand),
  }),
  braids: (w, k) => {
    const plait = (x: number) =>
      [138, 154, 170, 186, 201]
        .map(
          (y, i) =>
            `<ellipse cx="${x + (i % 2 ? 2 : -2)}" cy="${y}" rx="${12 - i}" ry="11" fill="${i % 2 ? k.strand : k.hair}"/>`,
        )
        .join("");
    return {
      behind: plait(L(w + 10)) + plait(R(w + 10)),
      over:
        p(
          cap(w + 4, 44, 134, `C${R(w - 1)} 112 ${R(w - 8)} 94 128 64 C${L(w - 8)} 94 ${L(w - 1)} 112 ${L(w)} 134`),
          k.hair,
        ) + stroke("M128 48 L128 62", k.strand, 2),
    };
  },
  ponytail: (w, k) => ({
    behind: p(
      `M${R(20)} 54 C${R(70)} 40 ${R(88)} 96 ${R(70)} 150 C${R(66)} 168 ${R(76)} 176 ${R(66)} 186 C${R(44)} 170 ${R(56)} 120 ${R(40)} 92Z`,
      k.hair,
    ),
    over:
      p(
        cap(w + 1, 46, 112, `C${R(w - 2)} 98 ${R(w - 10)} 82 ${R(6)} 76 C${L(20)} 74 ${L(w - 6)} 84 ${L(w + 3)} 112`),
        k.hair,
      ) + stroke(`M${L(28)} 76 C${L(10)} 60 ${R(20)} 54 ${R(36)} 62`, k.strand),
  }),
  pixie: (w, k) => ({
    behind: "",
    over:
      p(
        cap(
          w + 2,
          44,
          124,
          `C${R(w - 4)} 116 ${R(w - 2)} 104 ${R(w - 8)} 92 C${R(18)} 96 ${R(6)} 88 ${R(12)} 80 C${L(2)} 98 ${L(26)} 100 ${L(w - 8)} 92 C${L(w - 1)} 102 ${L(w - 4)} 116 ${L(w)} 126`,
        ),
        k.hair,
      ) + stroke(`M${R(18)} 62 C${R(2)} 58 ${L(16)} 62 ${L(26)} 76`, k.strand),
  }),
  receding: (w, k) => ({
    behind: "",
    over:
      p(
        `M${L(w + 5)} 122 C${L(w + 12)} 90 ${L(w - 2)} 70 ${L(30)} 64 C${L(w - 8)} 82 ${L(w - 2)} 100 ${L(w - 1)} 122Z`,
        k.hair,
      ) +
      p(
        `M${R(w + 5)} 122 C${R(w + 12)} 90 ${R(w - 2)} 70 ${R(30)} 64 C${R(w - 8)} 82 ${R(w - 2)} 100 ${R(w - 1)} 122Z`,
        k.hair,
      ) +
      p(`M${L(16)} 62 C${L(8)} 52 ${R(10)} 50 ${R(18)} 62 C${R(8)} 66 ${L(6)} 66 ${L(16)} 62Z`, k.hair),
  }),
  fringe: (w, k) => ({
    behind: p(
      `M${L(w + 14)} 186 C${L(w + 22)} 100 ${L(48)} 42 128 42 C${R(48)} 42 ${R(w + 22)} 100 ${R(w + 14)} 186 C${R(w - 4)} 190 ${L(w - 4)} 190 ${L(w + 14)} 186Z`,
      k.hair,
    ),
    over:
      p(
        cap(
          w + 4,
          42,
          138,
          `C${R(w)} 120 ${R(w - 2)} 108 ${R(w - 6)} 98 C${R(20)} 102 ${L(20)} 102 ${L(w - 6)} 98 C${L(w - 2)} 108 ${L(w)} 120 ${L(w + 1)} 138`,
        ),
        k.hair,
      ) +
      stroke(`M${L(12)} 70 L${L(14)} 92`, k.strand, 2) +
      stroke(`M${R(8)} 66 L${R(10)} 92`, k.strand, 2),
  }),
  locs: (w, k) => {
    const rope = (x: number, y: number, lean: number) =>
      `<path d="M${x} ${y} C${x + lean} ${y + 30} ${x + lean} ${y + 54} ${x + lean * 1.4} ${y + 84}" fill="none" stroke="${k.hair}" stroke-width="13" stroke-linecap="round"/><path d="M${x} ${y + 8} C${x + lean} ${y + 32} ${x + lean} ${y + 54} ${x + lean * 1.4} ${y + 82}" fill="none" stroke="${k.strand}" stroke-width="1.6" stroke-dasharray="3 7"/>`;
    return {
      behind: [14, 2, -9]
        .map((d, i) => rope(L(w + d - 4), 92 + i * 4, -8 + i * 2) + rope(R(w + d - 4), 92 + i * 4, 8 - i * 2))
        .join(""),
      over:
        p(
          cap(w + 3, 44, 110, `C${R(w - 2)} 96 ${R(26)} 80 128 76 C${L(26)} 80 ${L(w - 2)} 96 ${L(w + 3)} 110`),
          k.hair,
        ) +
        stroke(`M${L(20)} 56 L${L(26)} 76`, k.strand, 2) +
        stroke("M128 48 L128 72", k.strand, 2) +
        stroke(`M${R(20)} 56 L${R(26)} 76`, k.strand, 2),
    };
  },
};

export function hair(f: Features, w: number, k: Ink): Layers {
  return FORMS[f.hair](w, k);
}
