type Props = {
  name: string;
  /** Of each week from 0 to 100; null where there was not enough. */
  values: readonly (number | null)[];
  finding: string;
  /** What the whole height means, where that is not 100. */
  most?: number;
};

const width = 180;
const height = 64;

/** A line over the weeks with its finding in words; where nothing is known, nothing is drawn. Its numbers stand in the table. */
export function Trend({ name, values, finding, most = 100 }: Props) {
  const step = width / Math.max(1, values.length - 1);
  const at = (value: number) => Math.round((height - (Math.min(most, value) / most) * height) * 10) / 10;
  let path = "";
  values.forEach((value, i) => {
    if (value === null) return;
    const before = values[i - 1];
    path += `${before === null || before === undefined ? "M" : "L"}${Math.round(i * step * 10) / 10} ${at(value)}`;
  });
  const last = values.at(-1);
  return (
    <div className="trend">
      <h3 className="label">{name}</h3>
      <svg viewBox={`-4 -6 ${width + 8} ${height + 12}`} aria-hidden>
        <path className="base" d={`M0 ${height}H${width}M0 0H${width}`} />
        {path ? (
          <path className="line" d={path} />
        ) : (
          <path className="none" d={`M0 ${height / 2}H${width}`} strokeDasharray="1 6" />
        )}
        {last === null || last === undefined ? null : <circle className="now" cx={width} cy={at(last)} r="3.5" />}
      </svg>
      <p className="finding">{finding}</p>
    </div>
  );
}
