import { ChevronRight } from "@/components/ui/icons";
import { Link } from "./link";

type Crumb = { label: string; href?: string };

export function Breadcrumb({ label, items }: { label: string; items: readonly Crumb[] }) {
  return (
    <nav className="crumb" aria-label={label}>
      <ol>
        {items.map((item, index) => (
          <li key={item.label}>
            {index > 0 ? <ChevronRight className="i i-turns" aria-hidden /> : null}
            {item.href ? <Link href={item.href}>{item.label}</Link> : <span aria-current="page">{item.label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
