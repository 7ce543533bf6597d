import { BadgeLarge } from "./badge-large";
import { BadgeMedium } from "./badge-medium";
import { BadgeSmall } from "./badge-small";
import { seedOf } from "./engine";

export type BadgeFigureProps = {
  /** The badge's name; it also decides the engine turning. */
  name: string;
  /** What is read aloud: name, number and edition in words. Empty where words stand beside it. */
  label: string;
  motif: string;
  /** How many there will ever be. Left out: no edition, an unbroken ring. */
  of?: number;
  /** The holder's number; left out where nobody's own is meant. */
  number?: number;
  /** "of 200". */
  ofText?: string;
  earned?: boolean;
  /** In pixels; one of three drawings is chosen by it, never one drawing scaled. */
  size: number;
  /** On the lower rim of the large drawing: brand and year. */
  rim?: string;
};

export type BadgeDrawing = Omit<BadgeFigureProps, "size" | "earned"> & {
  earned: boolean;
  seed: number;
  frame: { width: number; height: number; className: string; label: string };
};

export function BadgeFigure({ size, earned = true, ...rest }: BadgeFigureProps) {
  const kind = size >= 200 ? "large" : size >= 56 ? "medium" : "small";
  const Badge = { large: BadgeLarge, medium: BadgeMedium, small: BadgeSmall }[kind];
  const className = `bdg ${kind}${earned ? "" : " unearned"}`;
  return (
    <Badge
      {...rest}
      earned={earned}
      seed={seedOf(rest.name)}
      frame={{ width: size, height: size, className, label: rest.label }}
    />
  );
}
