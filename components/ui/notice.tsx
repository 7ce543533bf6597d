import type { ReactNode } from "react";
import { CircleAlert, CircleCheck, Info } from "@/components/ui/icons";

const ICON = { good: CircleCheck, bad: CircleAlert, info: Info, accent: Info } as const;

type Props = { kind?: keyof typeof ICON; title?: string; children?: ReactNode; actions?: ReactNode; live?: boolean };

/** Says what is so. `live` announces it: only for what has just happened. */
export function Notice({ kind = "info", title, children, actions, live }: Props) {
  const Icon = ICON[kind];
  return (
    <div className={`notice ${kind}`} role={live ? (kind === "bad" ? "alert" : "status") : undefined}>
      <Icon className="i" aria-hidden />
      <div className="body">
        {title ? <b>{title}</b> : null}
        {children ? <div className="quiet">{children}</div> : null}
        {actions ? <div className="row">{actions}</div> : null}
      </div>
    </div>
  );
}
