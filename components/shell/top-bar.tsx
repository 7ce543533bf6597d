import type { ReactNode } from "react";
import { Menu as MenuIcon } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { Menu } from "../ui/menu";
import { type Community, CommunityMark } from "./community-mark";
import { currentPage, type NavItem } from "./nav-item";

export type TopBarProps = {
  community: Community;
  nav?: { label: string; menuLabel: string; items: readonly NavItem[] };
  /** <SearchLink>, <NotificationsLink>, <AccountMenu>, or the way to sign in. */
  search?: ReactNode;
  end?: ReactNode;
};

export function TopBar({ community, nav, search, end }: TopBarProps) {
  const items = nav?.items.map((item) => (
    <Link key={item.href} href={item.href} aria-current={currentPage(item)}>
      {item.label}
      {item.count ? <span className="unread">{item.count}</span> : null}
    </Link>
  ));
  return (
    <header className="top">
      <div className="wrap">
        <CommunityMark {...community} />
        {nav ? (
          <nav className="nav" aria-label={nav.label}>
            {items}
          </nav>
        ) : null}
        <div className="end">
          {search}
          {end}
          {nav ? (
            <nav className="navmenu" aria-label={nav.label}>
              <Menu trigger={<MenuIcon className="i" aria-hidden />} label={nav.menuLabel}>
                {items}
              </Menu>
            </nav>
          ) : null}
        </div>
      </div>
    </header>
  );
}
