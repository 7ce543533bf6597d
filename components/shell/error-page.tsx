import type { ReactNode } from "react";

type Props = { title: string; children?: ReactNode; actions?: ReactNode; figure?: ReactNode };

/** What happened, what was kept, where to go: for not found, no longer here, and our own failures. */
export function ErrorPage({ title, children, actions, figure }: Props) {
  return (
    <div className="errorpage">
      {figure}
      <h1 className="h1">{title}</h1>
      {children ? <div className="lead">{children}</div> : null}
      {actions ? <div className="row">{actions}</div> : null}
    </div>
  );
}
