import { Drawing } from "./drawing";
import { engineTurning, seedOf } from "./engine";

/** A cover for what has no picture yet: drawn from its name, so it stays the same and no two are alike. */
export function CoverFallback({ name, label }: { name: string; label?: string }) {
  const seed = seedOf(name);
  const centre = [180 + (seed % 5) * 70, 130 + (seed % 3) * 50] as const;
  const rings = [56, 104, 168, 248, 344].map((radius, index) => ({
    radius,
    path: engineTurning({
      radius,
      swing: 12 + radius / 9,
      lobes: 5 + ((seed >> index) % 7) + index * 2,
      strands: 2,
      phase: seed * 0.21 + index,
    }),
  }));
  const litRing = seed % 3;
  return (
    <Drawing className="cover" viewBox="0 0 640 360" preserveAspectRatio="xMidYMid slice" label={label}>
      <g transform={`translate(${centre[0]} ${centre[1]})`} fill="none">
        {rings.map((ring, index) => (
          <path
            key={ring.radius}
            d={ring.path}
            stroke={index === litRing ? "var(--accent-deep)" : "var(--line-strong)"}
            strokeWidth={index === litRing ? 2 : 1.2}
            opacity={index === litRing ? 1 : 0.75}
          />
        ))}
        <circle r="16" fill="var(--accent)" stroke="var(--ink)" strokeWidth="2" />
      </g>
    </Drawing>
  );
}
