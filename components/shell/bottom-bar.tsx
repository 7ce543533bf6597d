import { Link } from "@/components/ui/link";
import { currentPage, type NavItem } from "./nav-item";

/** On phones only: Home, Search, New, Notifications, Me. Five at most. */
export function BottomBar({ label, items }: { label: string; items: readonly NavItem[] }) {
  return (
    <nav className="bottombar" aria-label={label}>
      {items.map(({ icon: Icon, ...item }) => (
        <Link key={item.href} href={item.href} aria-current={currentPage(item)}>
          {Icon ? <Icon className="i" aria-hidden /> : null}
          <span>{item.label}</span>
          {item.count ? <span className="count">{item.count}</span> : null}
        </Link>
      ))}
    </nav>
  );
}
