import { ArrowRight } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { DoorScene } from "./door-scene";

type Props = {
  href: string;
  name: string;
  purpose: string;
  waysLabel: string;
  holders?: string;
  scene?: { drawn: string } | { again: string };
};

/** The door of a listed insider space, seen from a list. */
export function DoorCard({ href, name, purpose, waysLabel, holders, scene }: Props) {
  return (
    <Link className="doorcard" href={href}>
      <DoorScene width={400} height={300} {...scene} />
      <div className="in">
        <span className="h3">{name}</span>
        <p>{purpose}</p>
        {holders ? <p>{holders}</p> : null}
        <span className="ways">
          {waysLabel}
          <ArrowRight className="i i-turns" aria-hidden />
        </span>
      </div>
    </Link>
  );
}
