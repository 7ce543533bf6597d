const WIDTHS = [
  ["w92", "w60"],
  ["w78", "w44"],
  ["w92", "w44"],
] as const;

/** The shape of the real rows while they come. */
export function SkeletonRows({ rows = 3, faces = true, label }: { rows?: number; faces?: boolean; label: string }) {
  return (
    <div role="status">
      <span className="vh">{label}</span>
      <ul className="skeleton" aria-hidden>
        {Array.from({ length: rows }, (_, row) => {
          const [title, meta] = WIDTHS[row % WIDTHS.length]!;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a skeleton have nothing else
            <li key={row}>
              <div>
                <span className={`sk title ${title}`} />
                <span className={`sk ${meta}`} />
              </div>
              {faces ? (
                <div className="faces">
                  <span className="sk face" />
                  <span className="sk face" />
                  <span className="sk face" />
                </div>
              ) : null}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
