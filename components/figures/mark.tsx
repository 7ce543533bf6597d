import { Drawing } from "./drawing";

/** Kindling's own mark: the hearth, with one petal lit. */
export function Mark({ size = 28, label }: { size?: number; label?: string }) {
  const petal = "M12 11C15.6 8.6 15.6 3 12 3S8.400 8.600 12 11Z";
  return (
    <Drawing viewBox="0 0 24 24" width={size} height={size} label={label}>
      <path d={petal} fill="var(--accent)" stroke="currentColor" strokeWidth="1.4" strokeLinejoin="round" />
      {[90, 180, 270].map((turn) => (
        <path
          key={turn}
          d={petal}
          transform={`rotate(${turn} 12 12)`}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.4"
          strokeLinejoin="round"
        />
      ))}
      <circle cx="12" cy="12" r="1" fill="currentColor" />
    </Drawing>
  );
}
