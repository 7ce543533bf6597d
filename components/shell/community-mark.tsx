import { Link } from "@/components/ui/link";
import { Monogram } from "../figures/monogram";

export type Community = { name: string; href: string; logo?: string | null };

/** The community's own logo, or its letter on its colour. */
export function CommunityMark({ name, href, logo }: Community) {
  return (
    <Link className="mark" href={href}>
      {logo ? (
        // biome-ignore lint/performance/noImgElement: our own file route already answers in the right size
        <img src={logo} alt="" width={28} height={28} />
      ) : (
        <Monogram name={name} />
      )}
      <span>{name}</span>
    </Link>
  );
}
