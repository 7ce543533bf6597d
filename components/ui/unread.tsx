/** A count after a title; `label` says it in words, such as "6 new". */
export function Unread({ count, label }: { count: number; label: string }) {
  if (count <= 0) return null;
  return (
    <span className="unread">
      <span aria-hidden>{count > 99 ? "99+" : count}</span>
      <span className="vh">{label}</span>
    </span>
  );
}
