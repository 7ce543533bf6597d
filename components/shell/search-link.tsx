import { Search } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";

export function SearchLink({ href, label, keys }: { href: string; label: string; keys?: string }) {
  return (
    <Link className="search" href={href} data-jump>
      <Search className="i" aria-hidden />
      <span>{label}</span>
      {keys ? <kbd aria-hidden>{keys}</kbd> : null}
    </Link>
  );
}
