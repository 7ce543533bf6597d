import type { ReactNode } from "react";

type Props = { title: string; children?: ReactNode; figure?: ReactNode; action?: ReactNode };

/** What this place is for, an example, one button. */
export function EmptyState({ title, children, figure, action }: Props) {
  return (
    <div className="empty">
      {figure}
      <p className="h3">{title}</p>
      {children ? <p>{children}</p> : null}
      {action ? <div className="row">{action}</div> : null}
    </div>
  );
}
