import type { Ink } from "./colours";
import type { Features } from "./features";

/** Half width of the head, half width of the jaw, height of the chin. */
export const SHAPE: Record<Features["face"], { w: number; jaw: number; chin: number }> = {
  oval: { w: 45, jaw: 32, chin: 172 },
  round: { w: 50, jaw: 42, chin: 168 },
  long: { w: 42, jaw: 30, chin: 179 },
  square: { w: 47, jaw: 46, chin: 172 },
  heart: { w: 48, jaw: 22, chin: 173 },
};

const stroke = (d: string, colour: string, width: number) =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;

/** Hair that falls over the ears; a rim of ear beside it looks like a mistake. */
const COVERED: Features["hair"][] = ["long", "waves", "bob", "fringe"];

export function skull(f: Features, k: Ink): string {
  const { w, jaw, chin } = SHAPE[f.face];
  const l = 128 - w;
  const r = 128 + w;
  const ear = (x: number) =>
    `<ellipse cx="${x}" cy="121" rx="8.500" ry="12" fill="${k.skin}"/><ellipse cx="${x}" cy="122" rx="4" ry="6.500" fill="${k.shade}"/>`;
  const head = `M${l} 110 C${l} 76 ${128 - w * 0.62} 58 128 58 C${128 + w * 0.62} 58 ${r} 76 ${r} 110 C${r} 142 ${128 + jaw} ${chin} 128 ${chin} C${128 - jaw} ${chin} ${l} 142 ${l} 110Z`;
  const ears = COVERED.includes(f.hair) ? "" : ear(l - 1) + ear(r + 1);
  return `${ears}<path d="${head}" fill="${k.skin}"/>`;
}

const EYES = { left: 108.5, right: 147.5, y: 119 };

function eyes(f: Features, k: Ink): string {
  const { left, right, y } = EYES;
  if (f.mood === "laugh" || f.mood === "beam")
    return [left, right].map((x) => stroke(`M${x - 8} ${y + 2} Q${x} ${y - 8} ${x + 8} ${y + 2}`, k.eye, 3.6)).join("");
  const ry = f.mood === "calm" ? 4.6 : 5.6;
  const look = f.mood === "thoughtful" ? -2.2 : f.mood === "wry" ? 1.6 : 0;
  return [left, right]
    .map(
      (x) =>
        `<ellipse cx="${x + look}" cy="${y + (f.mood === "thoughtful" ? -1.5 : 0)}" rx="4.600" ry="${ry}" fill="${k.eye}"/><circle cx="${x + look + 1.6}" cy="${y - 2}" r="1.500" fill="#fff" opacity=".85"/>`,
    )
    .join("");
}

function brows(f: Features, k: Ink): string {
  const { left, right, y } = EYES;
  const lift = { smile: 0, grin: -2, calm: 1, wry: 0, laugh: -3, thoughtful: -2, beam: -3 }[f.mood];
  const b = y - 16 + lift;
  const raised = f.mood === "wry" ? -5 : 0;
  return (
    stroke(`M${left - 9} ${b + 3} Q${left - 1} ${b - 3} ${left + 8} ${b + 1}`, k.brow, 3.4) +
    stroke(
      `M${right + 9} ${b + 3 + raised} Q${right + 1} ${b - 3 + raised} ${right - 8} ${b + 1 + raised / 2}`,
      k.brow,
      3.4,
    )
  );
}

function mouth(f: Features, k: Ink): string {
  switch (f.mood) {
    case "grin":
      return `<path d="M110 146 Q128 150 146 146 Q143 163 128 163 Q113 163 110 146Z" fill="#fffaf4"/>${stroke("M110 146 Q128 150 146 146 Q143 163 128 163 Q113 163 110 146Z", k.lip, 2.6)}`;
    case "laugh":
      return `<path d="M111 145 Q128 149 145 145 Q144 166 128 166 Q112 166 111 145Z" fill="${k.lip}"/><path d="M114 147 Q128 150 142 147 Q141 152 128 152.500 Q115 152 114 147Z" fill="#fffaf4"/>`;
    case "beam":
      return stroke("M109 145 Q128 165 147 145", k.lip, 3.6);
    case "calm":
      return stroke("M118 151 Q128 154 138 151", k.lip, 3.4);
    case "wry":
      return stroke("M116 152 Q130 156 142 145", k.lip, 3.4);
    case "thoughtful":
      return stroke("M118 152 Q127 154 137 150", k.lip, 3.4);
    default:
      return stroke("M114 147 Q128 160 142 147", k.lip, 3.4);
  }
}

export function features(f: Features, k: Ink): string {
  const cheeks = [101, 155]
    .map(
      (x) =>
        `<ellipse cx="${x}" cy="138" rx="10" ry="6.500" fill="${k.blush}" opacity="${f.marks.includes("blush") ? 0.62 : 0.36}"/>`,
    )
    .join("");
  const nose = stroke("M128 120 Q123 132 125 135 Q128 138 132.500 135.500", k.shade, 3);
  const dots = (xs: [number, number][], r: number) =>
    xs.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="${r}" fill="${k.shade}"/>`).join("");
  const freckles = f.marks.includes("freckles")
    ? dots(
        [
          [98, 131],
          [104, 134],
          [110, 131],
          [116, 134],
          [141, 134],
          [146, 131],
          [152, 134],
          [158, 131],
        ],
        1.7,
      )
    : "";
  const mole = f.marks.includes("mole") ? `<circle cx="148" cy="156" r="2" fill="${k.line}"/>` : "";
  const lines = f.marks.includes("lines")
    ? stroke("M92 124 q-4 2 -6 5", k.shade, 2.2) +
      stroke("M164 124 q4 2 6 5", k.shade, 2.2) +
      stroke("M108 142 q-4 5 -3 10", k.shade, 2.2) +
      stroke("M148 142 q4 5 3 10", k.shade, 2.2)
    : "";
  return cheeks + freckles + lines + nose + eyes(f, k) + brows(f, k) + mouth(f, k) + mole;
}

export function beard(f: Features, k: Ink): string {
  const { w, jaw, chin } = SHAPE[f.face];
  const l = 128 - w;
  const r = 128 + w;
  const jawline = (drop: number, inner: string, opacity = 1) =>
    `<path d="M${l + 1} 118 C${l} 142 ${128 - jaw - 2} ${chin + drop} 128 ${chin + drop} C${128 + jaw + 2} ${chin + drop} ${r} 142 ${r - 1} 118 ${inner}Z" fill="${k.hair}" opacity="${opacity}"/>`;
  const around = `C${r - 4} 136 158 141 146 139 Q128 134 110 139 C98 141 ${l + 4} 136 ${l + 1} 118`;
  const whiskers = `<path d="M104 147 Q114 136 128 140 Q142 136 152 147 Q140 148 128 145.500 Q116 148 104 147Z" fill="${k.hair}"/>`;
  switch (f.beard) {
    case "stubble":
      return jawline(1, around, 0.2);
    case "short":
      return jawline(4, around);
    case "full":
      return jawline(24, around);
    case "moustache":
      return whiskers;
    case "goatee":
      return `${whiskers}<path d="M114 160 Q128 166 142 160 Q142 ${chin + 8} 128 ${chin + 10} Q114 ${chin + 8} 114 160Z" fill="${k.hair}"/>`;
    default:
      return "";
  }
}

export function glasses(f: Features, k: Ink): string {
  const { left, right, y } = EYES;
  const rim = f.hairColour === "white" || f.hairColour === "silver" ? k.line : k.eye;
  const arms = `M${128 - SHAPE[f.face].w} 116 L${left - 15} 118 M${128 + SHAPE[f.face].w} 116 L${right + 15} 118 M${left + 15} 118 Q128 113 ${right - 15} 118`;
  const glass = `fill="#fff" fill-opacity=".2" stroke="${rim}" stroke-width="3"`;
  switch (f.glasses) {
    case "round":
      return `<circle cx="${left}" cy="${y}" r="15.500" ${glass}/><circle cx="${right}" cy="${y}" r="15.500" ${glass}/>${stroke(arms, rim, 3)}`;
    case "square":
      return (
        [left, right]
          .map((x) => `<rect x="${x - 16}" y="${y - 12}" width="32" height="25" rx="6" ${glass}/>`)
          .join("") + stroke(arms, rim, 3)
      );
    case "half":
      return (
        [left, right].map((x) => `<path d="M${x - 14} ${y + 6} h28 a14 12 0 0 1 -28 0Z" ${glass}/>`).join("") +
        stroke(`M${left + 14} ${y + 7} Q128 ${y + 1} ${right - 14} ${y + 7}`, rim, 3)
      );
    case "cat":
      return (
        `<path d="M${left + 15} ${y - 7} Q${left - 6} ${y - 13} ${left - 20} ${y - 15} Q${left - 18} ${y + 13} ${left} ${y + 13} Q${left + 14} ${y + 12} ${left + 15} ${y - 7}Z" ${glass}/>` +
        `<path d="M${right - 15} ${y - 7} Q${right + 6} ${y - 13} ${right + 20} ${y - 15} Q${right + 18} ${y + 13} ${right} ${y + 13} Q${right - 14} ${y + 12} ${right - 15} ${y - 7}Z" ${glass}/>${stroke(`M${left + 15} ${y - 5} Q128 ${y - 10} ${right - 15} ${y - 5}`, rim, 3)}`
      );
    default:
      return "";
  }
}
