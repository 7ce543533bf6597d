import type { ReactNode } from "react";
import { CloudAlert } from "@/components/ui/icons";

type Props = { title: string; children?: ReactNode; actions?: ReactNode };

/** What happened, what was kept, what to do. */
export function ErrorState({ title, children, actions }: Props) {
  return (
    <div className="notice bad" role="alert">
      <CloudAlert className="i" aria-hidden />
      <div className="body">
        <b>{title}</b>
        {children ? <div className="quiet">{children}</div> : null}
        {actions ? <div className="row">{actions}</div> : null}
      </div>
    </div>
  );
}
