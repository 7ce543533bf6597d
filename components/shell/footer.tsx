import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { Mark } from "../figures/mark";
import type { NavItem } from "./nav-item";

export type FooterProps = {
  about: string;
  label: string;
  items: readonly NavItem[];
  madeWith?: string;
  children?: ReactNode;
};

export function Footer({ about, label, items, madeWith, children }: FooterProps) {
  return (
    <footer className="foot">
      <div className="wrap">
        <span>{about}</span>
        {items.length > 0 ? (
          <nav className="row" aria-label={label}>
            {items.map((item) => (
              <Link key={item.href} href={item.href}>
                {item.label}
              </Link>
            ))}
          </nav>
        ) : null}
        {children}
        {madeWith ? (
          <span className="made">
            <Mark size={16} />
            {madeWith}
          </span>
        ) : null}
      </div>
    </footer>
  );
}
