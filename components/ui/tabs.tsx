import { Link } from "./link";

export type Tab = { href: string; label: string; current?: boolean; count?: string };

export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <Link key={tab.href} href={tab.href} aria-current={tab.current ? "page" : undefined}>
          {tab.label}
          {tab.count ? <span className="n num">{tab.count}</span> : null}
        </Link>
      ))}
    </nav>
  );
}
