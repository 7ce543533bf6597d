import type { ReactNode } from "react";
import { type NavGroup, SideNav } from "./side-nav";

export type DeskFrameProps = { navLabel: string; groups: readonly NavGroup[]; children: ReactNode };

/** The manager's desk, inside a PageFrame. */
export function DeskFrame({ navLabel, groups, children }: DeskFrameProps) {
  return (
    <div className="desk">
      <SideNav label={navLabel} groups={groups} />
      <div className="deskmain">{children}</div>
    </div>
  );
}
