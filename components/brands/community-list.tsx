import { Link } from "@/components/ui/link";
import { Monogram } from "../figures/monogram";
import { Tag } from "../ui/tag";

type Item = {
  href: string;
  name: string;
  purpose: string;
  logo: string | null;
  brand: string;
  members: string;
  mine?: string;
  theme: Record<string, string>;
};

/** Each in its own community's colour. */
export function CommunityList({ communities }: { communities: readonly Item[] }) {
  return (
    <ul className="lines">
      {communities.map((c) => (
        <li key={c.href} data-brand style={c.theme} className="community-line">
          {c.logo ? (
            // biome-ignore lint/performance/noImgElement: our own file route already answers in the right size
            <img src={c.logo} alt="" width={48} height={48} />
          ) : (
            <Monogram name={c.name} size={48} />
          )}
          <div>
            <h3 className="h3">
              <Link href={c.href}>{c.name}</Link> {c.mine ? <Tag>{c.mine}</Tag> : null}
            </h3>
            <p className="quiet">{c.purpose}</p>
            <p className="meta">
              {c.brand} · {c.members}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
