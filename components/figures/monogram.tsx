/** For a community without a logo: its first letter, in the serif, on its colour. */
export function Monogram({ name, size = 28 }: { name: string; size?: number }) {
  return (
    <svg viewBox="0 0 28 28" width={size} height={size} aria-hidden direction="ltr">
      <rect width="28" height="28" rx="8" fill="var(--accent)" />
      <text
        x="14"
        y="20"
        textAnchor="middle"
        fontFamily="var(--title)"
        fontSize="18"
        fontWeight="500"
        fill="var(--on-accent)"
      >
        {[...withoutArticle(name)][0]?.toLocaleUpperCase()}
      </text>
    </svg>
  );
}

/** "The Bench" is a B, or every second community would be a T. */
function withoutArticle(name: string) {
  return name.trim().replace(/^(the|der|die|das)\s+(?=\S)/i, "");
}
