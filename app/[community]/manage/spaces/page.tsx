import { orNothing } from "@/app/_frames/or-nothing";
import { PageHead } from "@/components/shell/page-head";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { paths } from "@/lib/paths";
import { spacesAtDesk } from "@/lib/spaces/queries";
import type { CommunityParams } from "../../open";
import { openDeskPage } from "../open";

export default orNothing(async function ManageSpacesPage({ params }: { params: CommunityParams }) {
  const { desk, words, slug } = await openDeskPage(params);
  const spaces = await spacesAtDesk(desk);
  const [w, s] = [words.manage, words.spaces];
  const who = { everyone: s.everyone, members: s.membersOnly, badges: s.holdersOnly };
  return (
    <>
      <PageHead
        title={w.spaces}
        lead={s.lead}
        actions={
          <ButtonLink href={paths.newSpace(slug)} kind="pri">
            {w.newSpace}
          </ButtonLink>
        }
      />
      {spaces.length ? (
        <Table
          caption={w.spaces}
          columns={[
            { key: "name", label: w.spaceColumns.name },
            { key: "read", label: w.spaceColumns.read },
            { key: "write", label: w.spaceColumns.write },
            { key: "door", label: w.spaceColumns.door },
            { key: "state", label: w.spaceColumns.state, end: true },
          ]}
          rows={spaces.map((space) => ({
            key: space.id,
            cells: {
              name: (
                <Link className="link" href={paths.manageSpace(slug, space.slug)}>
                  {space.name}
                </Link>
              ),
              read: who[space.readAudience],
              write: who[space.writeAudience],
              door: space.door === "listed" ? s.edit.listed : s.hidden,
              state: space.closed ? <Tag>{s.closed}</Tag> : null,
            },
          }))}
        />
      ) : (
        <EmptyState title={w.noSpaces}>{w.noSpacesText}</EmptyState>
      )}
    </>
  );
});
