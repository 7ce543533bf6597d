import type { ReactNode } from "react";
import { type NavGroup, SideNav } from "./side-nav";

export type SettingsFrameProps = { navLabel: string; groups: readonly NavGroup[]; children: ReactNode };

/** A person's or a community's settings, inside a PageFrame: one column that reads well. */
export function SettingsFrame({ navLabel, groups, children }: SettingsFrameProps) {
  return (
    <div className="desk settings">
      <SideNav label={navLabel} groups={groups} />
      <div className="deskmain">{children}</div>
    </div>
  );
}
