import { Link } from "@/components/ui/link";
import { currentPage, type NavItem } from "./nav-item";

export type NavGroup = { label?: string; logo?: string | null; items: readonly NavItem[] };

/** A list at the side; on a phone one row that scrolls, with the current page in view. */
export function SideNav({ label, groups }: { label: string; groups: readonly NavGroup[] }) {
  return (
    <nav className="sidenav" aria-label={label}>
      {groups.map((group) => (
        <div key={group.items[0]?.href}>
          {group.logo ? (
            // biome-ignore lint/performance/noImgElement: our own file route already answers in the right size
            <img className="logobox" src={group.logo} alt="" width={48} height={48} />
          ) : null}
          {group.label ? <p className="label">{group.label}</p> : null}
          <ul>
            {group.items.map(({ icon: Icon, ...item }) => (
              <li key={item.href}>
                <Link href={item.href} aria-current={currentPage(item)}>
                  {Icon ? <Icon className="i" aria-hidden /> : null}
                  {item.label}
                  {item.count ? <span className="count">{item.count}</span> : null}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
