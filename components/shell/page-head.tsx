import type { ReactNode } from "react";

type Props = { title: string; lead?: ReactNode; before?: ReactNode; actions?: ReactNode };

/** The page's one h1; `before` is a breadcrumb or a chip. */
export function PageHead({ title, lead, before, actions }: Props) {
  return (
    <div className="pagehead">
      {before}
      <h1 className="h1">{title}</h1>
      {lead ? <p className="lead">{lead}</p> : null}
      {actions ? <div className="row">{actions}</div> : null}
    </div>
  );
}
