import type { LucideIcon } from "lucide-react";

export type NavItem = { href: string; label: string; current?: boolean; count?: string; icon?: LucideIcon };

export const currentPage = (item: NavItem) => (item.current ? ("page" as const) : undefined);
