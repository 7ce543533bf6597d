// A fourth kind of file in this folder: pure arithmetic, so that contrast can be proven without a browser.
import { clampChroma, clampRgb, converter, type Oklch, wcagContrast } from "culori";

/** House warmth, for a brand that picked white, black or grey and so has no hue of its own. */
const HOUSE_HUE = 70;
const CHROMA = { least: 0.02, most: 0.2 };
/** Below this a hue is rounding noise: #fefefe is not "a green". */
const GREY = 0.012;

const toOklch = converter("oklch");
const toRgb = converter("rgb");

export type Theme = { hue: number; chroma: number };

/** Lightness is never taken from the brand: it is fixed per role, which is what keeps contrast. */
export function themeOf(hex: string): Theme {
  const colour = toOklch(hex);
  if (!colour || colour.c < GREY) return { hue: HOUSE_HUE, chroma: CHROMA.least };
  const chroma = Math.min(CHROMA.most, Math.max(CHROMA.least, colour.c));
  return { hue: Math.round((colour.h ?? HOUSE_HUE) * 10) / 10, chroma: Math.round(chroma * 1000) / 1000 };
}

/** For the style of <html>, or of a [data-brand] element that previews a theme. */
export function themeStyle(hex: string): Record<string, string> {
  const { hue, chroma } = themeOf(hex);
  return { "--brand-h": String(hue), "--brand-c": String(chroma) };
}

/** Lightness, then chroma (fixed, or a share of the brand's), then hue (the brand's unless given). */
type Recipe = { l: number; c?: number; share?: number; h?: number };
type Role = { light: Recipe; dark: Recipe };
export type Side = keyof Role;

/** As in app/styles/tokens.css; a test holds the two equal. */
export const ROLES = {
  bg: { light: { l: 0.986, c: 0.003 }, dark: { l: 0.185, c: 0.008 } },
  surface: { light: { l: 1, c: 0, h: 0 }, dark: { l: 0.222, c: 0.01 } },
  sunken: { light: { l: 0.962, c: 0.005 }, dark: { l: 0.16, c: 0.007 } },
  raised: { light: { l: 1, c: 0, h: 0 }, dark: { l: 0.262, c: 0.012 } },
  line: { light: { l: 0.905, c: 0.006 }, dark: { l: 0.315, c: 0.012 } },
  "line-strong": { light: { l: 0.62, c: 0.014 }, dark: { l: 0.56, c: 0.016 } },
  ink: { light: { l: 0.235, c: 0.018 }, dark: { l: 0.945, c: 0.008 } },
  "ink-2": { light: { l: 0.42, c: 0.016 }, dark: { l: 0.8, c: 0.012 } },
  "ink-3": { light: { l: 0.515, c: 0.014 }, dark: { l: 0.69, c: 0.014 } },
  accent: { light: { l: 0.785, share: 1 }, dark: { l: 0.8, share: 1 } },
  "accent-deep": { light: { l: 0.6, share: 1 }, dark: { l: 0.7, share: 1 } },
  "accent-ink": { light: { l: 0.475, share: 0.72 }, dark: { l: 0.835, share: 0.75 } },
  "accent-soft": { light: { l: 0.958, share: 0.2 }, dark: { l: 0.29, share: 0.26 } },
  "on-accent": { light: { l: 0.225, share: 0.26 }, dark: { l: 0.225, share: 0.26 } },
  good: { light: { l: 0.47, c: 0.1, h: 155 }, dark: { l: 0.82, c: 0.11, h: 155 } },
  "good-soft": { light: { l: 0.965, c: 0.022, h: 155 }, dark: { l: 0.265, c: 0.035, h: 155 } },
  bad: { light: { l: 0.5, c: 0.17, h: 25 }, dark: { l: 0.79, c: 0.12, h: 25 } },
  "bad-soft": { light: { l: 0.965, c: 0.018, h: 25 }, dark: { l: 0.275, c: 0.05, h: 25 } },
  toast: { light: { l: 0.25, c: 0.018 }, dark: { l: 0.93, c: 0.01 } },
  "on-toast": { light: { l: 0.97, c: 0.006 }, dark: { l: 0.22, c: 0.018 } },
  "on-toast-accent": { light: { l: 0.86, share: 0.7 }, dark: { l: 0.42, share: 0.66 } },
} as const satisfies Record<string, Role>;

export type RoleName = keyof typeof ROLES;

/** Words need 4.5; drawn lines, edges of controls and large figures need 3. */
export const PAIRS: readonly (readonly [front: RoleName, back: RoleName, needed: number])[] = [
  ["ink", "bg", 4.5],
  ["ink", "accent-soft", 4.5],
  ["ink-2", "bg", 4.5],
  ["ink-2", "surface", 4.5],
  ["ink-2", "sunken", 4.5],
  ["ink-2", "raised", 4.5],
  ["ink-2", "accent-soft", 4.5],
  ["ink-2", "good-soft", 4.5],
  ["ink-2", "bad-soft", 4.5],
  ["ink-3", "bg", 4.5],
  ["ink-3", "sunken", 4.5],
  ["ink-3", "surface", 4.5],
  ["ink-3", "raised", 4.5],
  ["accent-ink", "bg", 4.5],
  ["accent-ink", "surface", 4.5],
  ["accent-ink", "sunken", 4.5],
  ["accent-ink", "raised", 4.5],
  ["accent-ink", "accent-soft", 4.5],
  ["on-accent", "accent", 4.5],
  ["accent-deep", "bg", 3],
  ["accent-deep", "surface", 3],
  ["line-strong", "surface", 3],
  ["line-strong", "bg", 3],
  ["good", "bg", 4.5],
  ["good", "surface", 4.5],
  ["good", "good-soft", 4.5],
  ["bad", "bg", 4.5],
  ["bad", "surface", 4.5],
  ["bad", "raised", 4.5],
  ["bad", "bad-soft", 4.5],
  ["on-toast", "toast", 4.5],
  ["on-toast-accent", "toast", 4.5],
];

export function roleColour(role: RoleName, side: Side, { hue, chroma }: Theme): Oklch {
  const recipe: Recipe = ROLES[role][side];
  return { mode: "oklch", l: recipe.l, c: recipe.c ?? chroma * (recipe.share ?? 1), h: recipe.h ?? hue };
}

/** Some browsers clip a colour the screen cannot show channel by channel, others lower its chroma. */
const SHOWN = {
  clipped: (colour: Oklch) => clampRgb(toRgb(colour)),
  mapped: (colour: Oklch) => clampChroma(colour, "oklch", "rgb"),
} as const;

export type ContrastRow = {
  front: RoleName;
  back: RoleName;
  side: Side;
  needed: number;
  clipped: number;
  mapped: number;
  holds: boolean;
};

export function contrastTable(brand: string | Theme): ContrastRow[] {
  const theme = typeof brand === "string" ? themeOf(brand) : brand;
  return (["light", "dark"] as const).flatMap((side) =>
    PAIRS.map(([front, back, needed]) => {
      const ratio = (shown: (colour: Oklch) => ReturnType<typeof clampRgb> | Oklch) =>
        wcagContrast(shown(roleColour(front, side, theme)), shown(roleColour(back, side, theme)));
      const clipped = ratio(SHOWN.clipped);
      const mapped = ratio(SHOWN.mapped);
      return { front, back, side, needed, clipped, mapped, holds: Math.min(clipped, mapped) >= needed };
    }),
  );
}
