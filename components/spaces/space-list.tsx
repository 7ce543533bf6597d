import { useId } from "react";
import { Link } from "@/components/ui/link";
import { DoorCard } from "../figures/door-card";
import { Tag } from "../ui/tag";

export type SpaceItem = { href: string; name: string; purpose: string; tags: readonly string[]; audience?: string };
export type DoorItem = { href: string; name: string; purpose: string; holders?: string };

/** The spaces one may enter, by name and purpose. */
export function SpaceList({ spaces, lang }: { spaces: readonly SpaceItem[]; lang: string }) {
  return (
    <ul className="spaces">
      {spaces.map((space) => (
        <li key={space.href}>
          <Link className="n" href={space.href} lang={lang}>
            {space.name}
          </Link>
          <p lang={lang}>{space.purpose}</p>
          {space.audience || space.tags.length ? (
            <p className="meta">
              {space.audience}{" "}
              {space.tags.map((tag) => (
                <Tag key={tag}>{tag}</Tag>
              ))}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** The doors one stands before; in a narrow place only the first is large. All show one scene, and a page carries it once. */
export function DoorList({ doors, waysLabel }: { doors: readonly DoorItem[]; waysLabel: string }) {
  const scene = useId();
  return (
    <div className="doors">
      <ul>
        {doors.map((door, index) => (
          <li key={door.href}>
            <DoorCard {...door} waysLabel={waysLabel} scene={index === 0 ? { drawn: scene } : { again: scene }} />
          </li>
        ))}
      </ul>
    </div>
  );
}
