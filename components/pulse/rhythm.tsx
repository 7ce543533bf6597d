import type { CSSProperties } from "react";

/** Seven bars; the table beside it says the same. */
export function Rhythm({ days }: { days: readonly { name: string; posts: number }[] }) {
  const most = Math.max(1, ...days.map(({ posts }) => posts));
  return (
    <div className="rhythm" aria-hidden>
      {days.map(({ name, posts }) => (
        <div key={name}>
          <i style={{ "--of": (100 * posts) / most } as CSSProperties} />
          <span>{name}</span>
        </div>
      ))}
    </div>
  );
}
