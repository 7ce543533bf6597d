import type { BadgeFigureProps } from "./badge-drawing";
import { BadgeLarge } from "./badge-large";
import { BadgeMedium } from "./badge-medium";
import { BadgeSmall } from "./badge-small";
import { seedOf } from "./engine";

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
