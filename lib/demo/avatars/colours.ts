import { formatHex, toGamut } from "culori";
import type { Features } from "./features";

const mapped = toGamut("rgb", "oklch");

export function oklch(l: number, c: number, h: number): string {
  return formatHex(mapped({ mode: "oklch", l, c, h }));
}

const SKIN: Record<Features["skin"], [number, number, number]> = {
  porcelain: [0.91, 0.03, 58],
  rose: [0.87, 0.05, 46],
  sand: [0.84, 0.058, 62],
  honey: [0.79, 0.075, 66],
  olive: [0.74, 0.07, 74],
  almond: [0.69, 0.08, 60],
  bronze: [0.62, 0.082, 55],
  sienna: [0.54, 0.08, 50],
  umber: [0.45, 0.066, 48],
  ebony: [0.37, 0.05, 46],
};

const HAIR: Record<Features["hairColour"], [number, number, number]> = {
  black: [0.24, 0.012, 280],
  espresso: [0.32, 0.035, 45],
  chestnut: [0.42, 0.07, 48],
  auburn: [0.44, 0.105, 38],
  copper: [0.6, 0.135, 50],
  sandy: [0.68, 0.07, 75],
  blond: [0.83, 0.09, 88],
  grey: [0.6, 0.012, 250],
  silver: [0.76, 0.01, 250],
  white: [0.94, 0.012, 85],
  indigo: [0.44, 0.13, 285],
};

const CLOTH: Record<Features["tone"], [number, number]> = {
  light: [0.84, 0.055],
  mid: [0.62, 0.1],
  deep: [0.4, 0.075],
  grey: [0.55, 0.018],
};

export type Ink = ReturnType<typeof inks>;

/** Every colour of one portrait. Shades keep the hue and warm a little, so that skin never turns grey. */
export function inks(f: Features) {
  const [sl, sc, sh] = SKIN[f.skin];
  const [hl, hc, hh] = HAIR[f.hairColour];
  const [cl, cc] = CLOTH[f.tone];
  const headHue = f.headColour ?? (f.cloth + 40) % 360;
  const dark = sl < 0.5;
  const bearded = (f.beard === "full" || f.beard === "short") && hl < 0.45;
  return {
    back: oklch(0.9, 0.05, f.back),
    halo: oklch(0.945, 0.034, f.back),
    skin: oklch(sl, sc, sh),
    shade: oklch(sl - 0.075, sc + 0.012, sh - 8),
    blush: oklch(dark ? sl + 0.07 : sl - 0.08, 0.105, 28),
    lip: bearded ? oklch(0.68, 0.09, 26) : oklch(dark ? sl - 0.1 : sl - 0.28, 0.085, 24),
    line: oklch(Math.max(sl - 0.36, 0.17), 0.04, 40),
    eye: oklch(0.2, 0.02, 45),
    hair: oklch(hl, hc, hh),
    strand: oklch(hl > 0.5 ? hl - 0.09 : hl + 0.08, hc, hh),
    brow: oklch(hl > 0.7 ? hl - 0.3 : Math.max(hl - 0.06, 0.18), hc, hh),
    cloth: oklch(cl, cc, f.cloth),
    fold: oklch(cl - 0.09, cc, f.cloth),
    trim: oklch(cl > 0.6 ? cl - 0.2 : cl + 0.36, cc * 0.7, f.cloth),
    shirt: oklch(0.95, 0.015, f.cloth),
    hat: oklch(0.55, 0.1, headHue),
    hatFold: oklch(0.46, 0.095, headHue),
    hatLight: oklch(0.7, 0.085, headHue),
  };
}
