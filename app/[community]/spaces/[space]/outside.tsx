import { Door } from "@/components/spaces/door";
import { ButtonLink } from "@/components/ui/button";
import type { DoorAccess } from "@/lib/access/gate";
import { may } from "@/lib/access/policy";
import { openPage } from "@/lib/page";
import { paths } from "@/lib/paths";
import { waysIn } from "@/lib/spaces/queries";
import { number } from "@/lib/text/numbers";
import { fromWhichExact } from "../show";

/** The outside of a listed space: declared facts and nothing else. Also shown under its addresses, existing or not. */
export async function Outside({ access }: { access: DoorAccess }) {
  const [{ words, locale }, ways] = await Promise.all([openPage(), waysIn(access)]);
  const { door, community, standing } = access;
  const { slug } = community;
  const w = words.spaces.door;
  const held = (id: string) => standing.badges.includes(id);
  const outsider = !standing.personId || may.join(standing);
  return (
    <Door
      kind={door.readAudience === "badges" ? w.kind : w.membersKind}
      name={door.name}
      purpose={door.purpose}
      facts={
        door.holders === null
          ? []
          : [{ figure: door.holders < fromWhichExact ? w.few : number(door.holders, locale), label: w.holders }]
      }
      waysTitle={ways.length === 0 ? w.waysMembers : door.needs === "all" ? w.waysAll : w.waysAny}
      ways={ways.map((way) => ({
        key: way.id,
        badge: { name: way.name, motif: way.motif, of: way.editionSize ?? undefined, earned: held(way.id) },
        title: w.hold({ badge: way.name }),
        href: paths.badge(slug, way.slug),
        how: way.earned || way.meaning,
        action: held(way.id) ? w.held : undefined,
      }))}
      below={
        outsider ? (
          <>
            {ways.length ? <p className="quiet">{w.joinFirst}</p> : null}
            <div className="row">
              <ButtonLink href={paths.join(slug)} kind="pri">
                {w.join}
              </ButtonLink>
            </div>
          </>
        ) : undefined
      }
    />
  );
}
