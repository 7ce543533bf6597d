import type { Icon } from "@/components/ui/icons";

export type NavItem = {
  href: string;
  label: string;
  current?: boolean;
  count?: string;
  /** The label with its count, as it is said. */
  said?: string;
  icon?: Icon;
};

export const currentPage = (item: NavItem) => (item.current ? ("page" as const) : undefined);
