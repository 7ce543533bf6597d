"use client";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Bell, House, type Icon, LogIn, PanelsTopLeft, Search, UserRound, UsersRound } from "@/components/ui/icons";
import { useUnread } from "../notifications/unread";
import { BottomBar } from "../shell/bottom-bar";
import type { Community } from "../shell/community-mark";
import { TopBar } from "../shell/top-bar";

const icons = {
  home: House,
  search: Search,
  spaces: PanelsTopLeft,
  members: UsersRound,
  news: Bell,
  me: UserRound,
  join: LogIn,
} as const;

export type BarItem = { href: string; label: string; icon?: keyof typeof icons; count?: string; said?: string };
type Words = { label: string; menuLabel: string };

// A layout stays while pages change beneath it, so which place is the current one is asked in the browser.
function useCurrent(items: readonly BarItem[], home: string) {
  const path = usePathname();
  return items.map(({ icon, ...item }) => ({
    ...item,
    icon: icon ? (icons[icon] as Icon) : undefined,
    current: item.href === home ? path === home : path === item.href || path.startsWith(`${item.href}/`),
  }));
}

type TopProps = { community: Community; words: Words; items: readonly BarItem[]; search?: ReactNode; end: ReactNode };

export function CommunityTop({ community, words, items, search, end }: TopProps) {
  const nav = { ...words, items: useCurrent(items, community.href) };
  return <TopBar community={community} nav={nav} search={search} end={end} />;
}

type BottomProps = { label: string; home: string; items: readonly BarItem[] };

export function CommunityBottom({ label, home, items }: BottomProps) {
  const unread = useUnread();
  const counted = items.map((item) =>
    item.icon === "news" && unread ? { ...item, count: unread.shown, said: unread.short } : item,
  );
  return <BottomBar label={label} items={useCurrent(counted, home)} />;
}
