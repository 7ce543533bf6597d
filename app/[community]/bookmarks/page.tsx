import type { Metadata } from "next";
import { orNothing } from "@/app/_frames/or-nothing";
import { PageHead } from "@/components/shell/page-head";
import { BookmarkList } from "@/components/threads/bookmark-list";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadMore } from "@/components/ui/load-more";
import { Tabs } from "@/components/ui/tabs";
import { openMember } from "@/lib/access/gate";
import { may } from "@/lib/access/policy";
import { bookmarksOf } from "@/lib/bookmarks/queries";
import { readCursor } from "@/lib/communities/keyset";
import { currentWords } from "@/lib/page";
import { paths } from "@/lib/paths";
import { absolute, relative } from "@/lib/text/dates";
import { MembersOnly } from "../members-only";
import { type CommunityParams, nextPage, one, openCommunityPage, type Search } from "../open";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await currentWords()).bookmarks.title });

export default orNothing(async function BookmarksPage({
  params,
  searchParams,
}: {
  params: CommunityParams;
  searchParams: Search;
}) {
  const { access, standing, reader, words, slug, community, formTo } = await openCommunityPage(params);
  if (!may.seeMembers(standing) || !standing.verified) return <MembersOnly access={access} reader={reader} />;
  const asked = await searchParams;
  const due = one(asked.due) === "1";
  const { rows, next } = await bookmarksOf(openMember(access), due, readCursor(one(asked.after)));
  const w = words.bookmarks;
  const now = new Date();
  return (
    <>
      <PageHead title={w.title} lead={w.lead} />
      <Tabs
        label={w.show}
        tabs={[
          { href: paths.bookmarks(slug), label: w.all, current: !due },
          { href: paths.bookmarks(slug, true), label: w.due, current: due },
        ]}
      />
      {rows.length ? (
        <BookmarkList
          lang={community.locale}
          words={{ due: w.dueNow, edit: w.edit, drop: w.drop }}
          bookmarks={rows.map(({ id, postId, note, keptAt, remindAt, due: isDue, post }) => ({
            key: id,
            title: post ? post.title || words.threads.untitled : w.notReadable,
            href: post ? paths.post(slug, postId) : undefined,
            beginning: post?.beginning,
            note,
            due: isDue,
            meta: [
              post && w.by({ name: post.author ?? words.members.gone }),
              w.keptAt({ when: relative(new Date(keptAt), now, reader) }),
              remindAt && w.reminderAt({ when: absolute(new Date(remindAt), reader) }),
            ]
              .filter(Boolean)
              .join(" · "),
            edit: paths.bookmark(slug, postId),
            drop: formTo("drop-bookmark"),
            post: postId,
          }))}
        />
      ) : (
        <EmptyState title={due ? w.noneDue : w.none}>{due ? undefined : w.noneText}</EmptyState>
      )}
      <LoadMore href={nextPage(paths.bookmarks(slug), next, due ? { due: "1" } : {})} label={words.common.more} />
    </>
  );
});
