import { redirect } from "next/navigation";
import { CommunityList } from "@/components/brands/community-list";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { openVisitor } from "@/lib/access/gate";
import { communitiesHere, isFounded } from "@/lib/brands/queries";
import { themeStyle } from "@/lib/brands/theme";
import { env } from "@/lib/env";
import { openPage } from "@/lib/page";
import { paths } from "@/lib/paths";
import { House } from "./_frames/house";

export default async function StartPage() {
  const { viewer, words } = await openPage();
  const here = await communitiesHere(openVisitor(viewer));
  const { landing } = words.brands;
  // A house with one community is that community's.
  if (here.length === 1) redirect(paths.community(here[0]!.slug));
  return (
    <House>
      <section className="pagehead">
        <h1 className="purpose">{landing.title}</h1>
        <p className="lead">{landing.lead}</p>
        {env.demo ? (
          <div className="row">
            <ButtonLink href={paths.demo} kind="pri">
              {words.demo.title}
            </ButtonLink>
          </div>
        ) : null}
      </section>
      <section className="section">
        {here.length === 0 && (await isFounded(openVisitor(viewer))) ? (
          <EmptyState title={landing.unlisted}>{landing.unlistedText}</EmptyState>
        ) : here.length === 0 ? (
          <EmptyState
            title={landing.none}
            action={
              <ButtonLink href={paths.found} kind="pri">
                {landing.foundIt}
              </ButtonLink>
            }
          >
            {landing.noneText}
          </EmptyState>
        ) : (
          <>
            <div className="sechead">
              <h2 className="h2">{landing.here}</h2>
            </div>
            <CommunityList
              communities={here.map((c) => ({
                href: paths.community(c.slug),
                name: c.name,
                purpose: c.purpose,
                logo: c.logoFileId ? paths.picture(c.logoFileId) : null,
                brand: landing.by({ brand: c.brand }),
                members: landing.members({ n: c.members }),
                mine: c.mine ? landing.yours : undefined,
                theme: themeStyle(c.colour),
              }))}
            />
          </>
        )}
      </section>
    </House>
  );
}
