import type { Metadata } from "next";
import { orNothing } from "@/app/_frames/or-nothing";
import { PageHead } from "@/components/shell/page-head";
import { DraftList } from "@/components/threads/draft-list";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadMore } from "@/components/ui/load-more";
import { openOwnDrafts, openSpaces } from "@/lib/access/gate";
import { readCursor } from "@/lib/communities/keyset";
import { type DraftLine, myDrafts } from "@/lib/drafts/queries";
import { currentWords } from "@/lib/page";
import { paths } from "@/lib/paths";
import { absolute, relative } from "@/lib/text/dates";
import { type CommunityParams, nextPage, one, openCommunityPage, type Search } from "../open";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await currentWords()).drafts.many });

type Props = { params: CommunityParams; searchParams: Search };

export default orNothing(async function DraftsPage({ params, searchParams }: Props) {
  const { access, words, slug, community, reader, formTo } = await openCommunityPage(params);
  const mine = openOwnDrafts(access);
  const spaces = (await openSpaces(access, true)).flatMap((found) => ("inside" in found ? [found.inside] : []));
  const { rows, next } = await myDrafts(mine, spaces, readCursor(one((await searchParams).after)));
  const w = words.drafts;
  const now = new Date();
  return (
    <div className="column">
      <PageHead
        title={w.many}
        lead={w.lead}
        actions={
          <ButtonLink small kind="qui" href={paths.held(slug)}>
            {words.held.mine}
          </ButtonLink>
        }
      />
      {rows.length ? (
        <DraftList
          lang={community.locale}
          words={{ discard: w.discard, goOn: w.goOn }}
          drafts={rows.map((draft) => {
            const saved = new Date(draft.savedAt);
            return {
              key: `${draft.kind}-${draft.id}`,
              kind: draft.kind,
              place: draft.id,
              href: wayBack(slug, draft),
              where: where(w, draft, words.threads.untitled),
              title: draft.title,
              text: draft.text,
              saved: {
                iso: draft.savedAt,
                text: relative(saved, now, reader),
                absolute: absolute(saved, reader),
              },
              form: formTo("discard-draft"),
            };
          })}
        />
      ) : (
        <EmptyState title={w.none}>{w.noneText}</EmptyState>
      )}
      <LoadMore href={nextPage(paths.drafts(slug), next)} label={words.common.more} />
    </div>
  );
});

function wayBack(slug: string, { kind, id, space, thread }: DraftLine): string | undefined {
  if (kind === "thread") return space ? paths.startThread(slug, space.slug) : undefined;
  if (!thread) return undefined;
  return kind === "edit" ? paths.post(slug, id, "edit") : `${paths.thread(slug, thread)}#answer`;
}

/** A place that may no longer be read is not named. */
function where(
  w: Awaited<ReturnType<typeof currentWords>>["drafts"],
  { kind, space, thread }: DraftLine,
  untitled: string,
): string {
  if (kind === "thread") return space ? w.threadIn({ space: space.name }) : w.threadSomewhere;
  const title = thread ? thread.title || untitled : "";
  if (kind === "edit") return thread ? w.editIn({ title }) : w.editSomewhere;
  return thread ? w.answerIn({ title }) : w.answerSomewhere;
}
