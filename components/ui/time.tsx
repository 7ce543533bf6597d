/** Relative in the line, absolute on hover; both come as words. */
export function Time({ iso, text, absolute }: { iso: string; text: string; absolute: string }) {
  return (
    <time dateTime={iso} title={absolute} className="nb">
      {text}
    </time>
  );
}
