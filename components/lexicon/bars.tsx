const height = 28;
const step = 6;

/** How many people in each week, the newest last. Its numbers are said in words beside it, and stand in a table. */
export function Bars({ weeks }: { weeks: readonly number[] }) {
  const most = Math.max(1, ...weeks);
  const width = weeks.length * step;
  return (
    <svg className="termbars" viewBox={`0 0 ${width} ${height}`} aria-hidden>
      {weeks.map((n, i) => {
        const tall = n === 0 ? 1 : Math.max(3, (n / most) * height);
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a week has no other name than its place
            key={i}
            className={n === 0 ? "none" : undefined}
            x={i * step}
            y={height - tall}
            width={step - 2}
            height={tall}
            rx={n === 0 ? 0 : 1}
          />
        );
      })}
    </svg>
  );
}
