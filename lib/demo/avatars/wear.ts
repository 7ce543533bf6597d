import type { Ink } from "./colours";
import { SHAPE } from "./face";
import type { Features } from "./features";

const p = (d: string, fill: string) => `<path d="${d}" fill="${fill}"/>`;
const stroke = (d: string, colour: string, width = 3) =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;

const BODY = "M24 256 C26 222 58 206 98 197 Q128 214 158 197 C198 206 230 222 232 256Z";

export function neck(k: Ink): string {
  return `${p("M106 150 H150 V196 C150 214 106 214 106 196Z", k.skin)}${p("M106 160 Q128 190 150 160 V172 Q130 194 106 178Z", k.shade)}`;
}

export function clothes(f: Features, k: Ink): string {
  const body = p(BODY, k.cloth);
  const sleeves = stroke("M60 232 Q64 246 62 256", k.fold) + stroke("M196 232 Q192 246 194 256", k.fold);
  switch (f.clothes) {
    case "crew":
      return body + sleeves + stroke("M98 198 Q128 219 158 198", k.fold, 7);
    case "vneck":
      return (
        body +
        sleeves +
        p("M102 196 L128 236 L154 196 Q128 212 102 196Z", k.skin) +
        stroke("M99 197 L128 238 L157 197", k.fold, 6)
      );
    case "collar":
      return (
        body +
        sleeves +
        p("M100 192 L128 214 L108 236 L90 204Z", k.shirt) +
        p("M156 192 L128 214 L148 236 L166 204Z", k.shirt) +
        stroke("M128 216 V256", k.fold, 2.5)
      );
    case "cardigan":
      return (
        p(BODY, k.shirt) +
        p("M24 256 C26 222 58 206 96 197 L122 256Z", k.cloth) +
        p("M232 256 C230 222 198 206 160 197 L134 256Z", k.cloth) +
        stroke("M97 199 L121 256", k.fold, 5) +
        stroke("M159 199 L135 256", k.fold, 5)
      );
    case "hoodie":
      return (
        p("M72 210 C76 176 180 176 184 210 Q128 236 72 210Z", k.fold) +
        body +
        p("M86 200 Q92 234 128 234 Q164 234 170 200 Q150 216 128 216 Q106 216 86 200Z", k.fold) +
        stroke("M114 226 V248", k.trim, 3.5) +
        stroke("M142 226 V246", k.trim, 3.5)
      );
    case "scarf":
      return (
        body +
        sleeves +
        p("M86 190 Q128 222 170 190 Q180 206 166 220 Q128 240 90 220 Q76 206 86 190Z", k.trim) +
        p("M140 222 L164 214 L172 256 H146Z", k.trim) +
        stroke("M92 208 Q128 232 164 206", k.cloth, 2.5) +
        stroke("M152 232 l14 -3 M154 244 l14 -3", k.cloth, 2.5)
      );
    case "roll":
      return (
        body +
        sleeves +
        p("M100 176 Q128 196 156 176 Q162 200 158 206 Q128 224 98 206 Q94 200 100 176Z", k.cloth) +
        stroke("M99 192 Q128 212 157 192", k.fold, 3)
      );
    case "overalls":
      return (
        p(BODY, k.shirt) +
        stroke("M98 198 Q128 219 158 198", k.trim, 5) +
        p("M82 204 L98 198 L104 240 H152 L158 198 L174 204 L170 256 H86Z", k.cloth) +
        `<circle cx="101" cy="238" r="4" fill="${k.shirt}"/><circle cx="155" cy="238" r="4" fill="${k.shirt}"/>`
      );
    case "stripes":
      return (
        p(BODY, k.shirt) +
        stroke("M50 222 Q128 246 206 222", k.cloth, 8) +
        stroke("M34 240 Q128 266 222 240", k.cloth, 8) +
        stroke("M74 207 Q128 230 182 207", k.cloth, 7) +
        stroke("M98 198 Q128 219 158 198", k.fold, 5)
      );
  }
}

/** What sits on the head. The scarf and the hats hide the hair that they would hide. */
export function headwear(f: Features, k: Ink): { behind: string; over: string; hides: boolean } {
  const { w, chin } = SHAPE[f.face];
  const l = 128 - w;
  const r = 128 + w;
  const dome = (y: number, top: number) =>
    `M${l - 6} ${y} C${l - 8} ${top + 26} ${l + 18} ${top} 128 ${top} C${r - 18} ${top} ${r + 8} ${top + 26} ${r + 6} ${y}`;
  switch (f.head) {
    case "beanie":
      return {
        behind: "",
        hides: true,
        over:
          p(`${dome(92, 34)} Q128 82 ${l - 6} 92Z`, k.hat) +
          p(
            `M${l - 8} 80 Q128 66 ${r + 8} 80 Q${r + 11} 92 ${r + 7} 102 Q128 86 ${l - 7} 102 Q${l - 11} 92 ${l - 8} 80Z`,
            k.hatFold,
          ) +
          [-30, -15, 0, 15, 30].map((d) => stroke(`M${128 + d} ${80 + Math.abs(d) / 12} v12`, k.hat, 2)).join("") +
          `<circle cx="128" cy="33" r="11" fill="${k.hatLight}"/>`,
      };
    case "cap":
      return {
        behind: "",
        hides: true,
        over:
          p(`${dome(94, 40)} Q128 84 ${l - 6} 94Z`, k.hat) +
          p(`M${l - 4} 92 Q100 74 128 76 Q176 78 ${r + 28} 98 Q160 92 ${l - 4} 92Z`, k.hatFold) +
          `<circle cx="128" cy="42" r="4" fill="${k.hatFold}"/>`,
      };
    case "flatcap":
      return {
        behind: "",
        hides: true,
        over:
          p(
            `M${l - 9} 90 C${l - 12} 58 ${l + 26} 42 138 44 C${r - 6} 46 ${r + 16} 66 ${r + 14} 88 Q128 78 ${l - 9} 90Z`,
            k.hat,
          ) +
          p(`M${l - 4} 88 Q128 72 ${r + 14} 86 Q${r + 12} 98 ${r + 2} 98 Q128 84 ${l - 4} 96Z`, k.hatFold) +
          stroke(`M${l + 12} 74 Q116 56 146 56`, k.hatLight, 2.5),
      };
    case "beret":
      return {
        behind: "",
        hides: false,
        over:
          p(
            `M${l - 8} 82 C${l - 26} 50 112 26 ${r + 4} 42 C${r + 26} 54 ${r + 16} 78 ${r + 2} 80 Q128 66 ${l - 8} 82Z`,
            k.hat,
          ) +
          stroke(`M${l - 6} 82 Q128 64 ${r + 4} 80`, k.hatFold, 7) +
          stroke("M142 36 v-9", k.hatFold, 4),
      };
    case "brim":
      return {
        behind: "",
        hides: false,
        over:
          p(`M${l + 2} 82 C${l + 2} 44 104 34 128 34 C152 34 ${r - 2} 44 ${r - 2} 82Z`, k.hat) +
          p(`M${l - 40} 90 Q128 58 ${r + 40} 90 Q128 78 ${l - 40} 90Z`, k.hatFold) +
          p(`M${l + 1} 73 Q128 60 ${r - 1} 73 L${r - 1} 83 Q128 68 ${l + 1} 83Z`, k.hatLight),
      };
    case "headscarf":
      return {
        behind: p(
          `M${l - 18} 214 C${l - 30} 130 ${l - 20} 40 128 38 C${r + 20} 40 ${r + 30} 130 ${r + 18} 214 Q128 240 ${l - 18} 214Z`,
          k.hatFold,
        ),
        hides: true,
        over: `<path d="M${l - 16} 196 C${l - 26} 120 ${l - 14} 38 128 38 C${r + 14} 38 ${r + 26} 120 ${r + 16} 196 Q128 238 ${l - 16} 196Z M${l + 4} 118 C${l + 2} 150 104 ${chin - 3} 128 ${chin - 3} C152 ${chin - 3} ${r - 2} 150 ${r - 4} 118 C${r - 6} 88 156 76 128 76 C100 76 ${l + 6} 88 ${l + 4} 118Z" fill="${k.hat}" fill-rule="evenodd"/>${stroke(`M${l - 8} 176 Q128 ${chin + 40} ${r + 8} 172`, k.hatFold, 3)}${stroke(`M${l - 4} 84 Q110 52 146 56`, k.hatLight, 2.5)}`,
      };
    case "headwrap":
      return {
        behind: "",
        hides: true,
        over:
          p(
            `M${l - 8} 98 C${l - 24} 54 96 26 134 28 C${r + 6} 26 ${r + 24} 62 ${r + 8} 98 Q128 66 ${l - 8} 98Z`,
            k.hat,
          ) +
          p(`M${l - 8} 98 Q116 58 ${r - 6} 52 Q132 76 ${l - 8} 98Z`, k.hatFold) +
          p("M122 50 C110 26 132 16 139 34 C150 16 168 28 150 52 Q136 60 122 50Z", k.hatLight),
      };
    case "turban":
      return {
        behind: "",
        hides: true,
        over:
          p(
            `M${l - 8} 100 C${l - 28} 50 92 24 128 24 C164 24 ${r + 28} 50 ${r + 8} 100 Q${r - 18} 76 128 66 Q${l + 18} 76 ${l - 8} 100Z`,
            k.hat,
          ) +
          stroke(`M${l - 6} 84 Q104 44 134 30`, k.hatFold, 3.5) +
          stroke(`M${r + 6} 84 Q152 44 122 30`, k.hatFold, 3.5) +
          stroke(`M${l - 2} 94 Q112 60 146 46`, k.hatFold, 3.5),
      };
    case "headphones":
      return {
        behind: "",
        hides: false,
        over:
          stroke(`M${l - 8} 112 C${l - 12} 30 ${r + 12} 30 ${r + 8} 112`, k.hatFold, 8) +
          `<rect x="${l - 19}" y="100" width="20" height="40" rx="10" fill="${k.hat}"/><rect x="${r - 1}" y="100" width="20" height="40" rx="10" fill="${k.hat}"/>`,
      };
    default:
      return { behind: "", over: "", hides: false };
  }
}

export function trinkets(f: Features, k: Ink): string {
  const { w } = SHAPE[f.face];
  let out = "";
  if (f.marks.includes("earrings"))
    out += `<circle cx="${126 - w}" cy="138" r="5" fill="${k.trim}"/><circle cx="${130 + w}" cy="138" r="5" fill="${k.trim}"/>`;
  if (f.marks.includes("hearing-aid"))
    out += `<path d="M${131 + w} 106 q11 8 5 22 q-4 5 -9 2" fill="none" stroke="${k.hat}" stroke-width="5" stroke-linecap="round"/>`;
  if (f.marks.includes("pencil"))
    out += `<path d="M${120 - w} 118 L${134 - w} 78" stroke="#e8a33d" stroke-width="6" stroke-linecap="round"/><path d="M${134 - w} 78 l2 -6" stroke="#3a2d20" stroke-width="4" stroke-linecap="round"/>`;
  return out;
}
