import type { Metadata } from "next";
import { orNothing } from "@/app/_frames/or-nothing";
import { LessMenu } from "@/components/notifications/less-menu";
import { LiveNews } from "@/components/notifications/live-news";
import { type NewsItem, NewsList } from "@/components/notifications/news-list";
import { PageHead } from "@/components/shell/page-head";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Form } from "@/components/ui/form";
import { LoadMore } from "@/components/ui/load-more";
import { Time } from "@/components/ui/time";
import { openMember } from "@/lib/access/gate";
import { may } from "@/lib/access/policy";
import { readCursor } from "@/lib/communities/keyset";
import { kinds } from "@/lib/notifications/kinds";
import { type Line, notificationsOf } from "@/lib/notifications/queries";
import { reasonOf, sentenceOf } from "@/lib/notifications/say";
import { currentWords } from "@/lib/page";
import { paths } from "@/lib/paths";
import { registry } from "@/lib/settings/registry";
import { absolute, day, relative } from "@/lib/text/dates";
import { dayIn } from "@/lib/text/zones";
import { MembersOnly } from "../members-only";
import { type CommunityParams, nextPage, one, openCommunityPage, type Search, unreadHere } from "../open";
import { everythingRead } from "./open";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await currentWords()).notifications.title });

type Page = Awaited<ReturnType<typeof openCommunityPage>>;

export default orNothing(async function NotificationsPage({
  params,
  searchParams,
}: {
  params: CommunityParams;
  searchParams: Search;
}) {
  const page = await openCommunityPage(params);
  const { access, standing, reader, words, slug, community, formTo } = page;
  if (!may.seeMembers(standing) || !standing.verified) return <MembersOnly access={access} reader={reader} />;
  const now = new Date();
  const { since } = await unreadHere(access);
  const { rows, next } = await notificationsOf(
    await everythingRead(access),
    readCursor(one((await searchParams).after)),
  );
  const w = words.notifications;
  return (
    <>
      <PageHead
        title={w.title}
        lead={w.lead}
        actions={
          <>
            {rows.some(({ unread }) => unread) ? (
              <Form {...formTo("mark-notifications-read")} className="bare">
                <input type="hidden" name="until" value={now.toISOString()} />
                <button type="submit" className="btn sec sm">
                  {w.markAllRead}
                </button>
              </Form>
            ) : null}
            <ButtonLink small href={paths.settingsOf("notifications")}>
              {words.common.nav.settings}
            </ButtonLink>
          </>
        }
      />
      <LiveNews person={openMember(access).personId} community={community.id} since={since} label={w.newShow} />
      {rows.length ? (
        <NewsList
          lang={community.locale}
          words={{ new: w.new, markRead: w.markRead }}
          days={byDay(rows, reader.zone).map(([key, lines]) => ({
            key,
            title: day(new Date(lines[0]!.at), reader),
            items: lines.map((line) => itemOf(page, line, now)),
          }))}
        />
      ) : (
        <EmptyState title={w.none}>{w.noneText}</EmptyState>
      )}
      <LoadMore href={nextPage(paths.notifications(slug), next)} label={words.common.more} />
    </>
  );
});

/** Days as the reader's clock has them. */
function byDay(lines: readonly Line[], zone: string): [string, Line[]][] {
  const days = new Map<string, Line[]>();
  for (const line of lines) {
    const key = dayIn(new Date(line.at), zone);
    days.set(key, [...(days.get(key) ?? []), line]);
  }
  return [...days];
}

function itemOf({ words, reader, slug, formTo }: Page, line: Line, now: Date): NewsItem {
  const w = words.notifications;
  const says = sentenceOf(words, line);
  const at = new Date(line.at);
  const { setting } = kinds[line.kind];
  const watches = line.kind === "watched" || line.kind === "started";
  const follow = [
    { level: "mute" as const, name: w.muteThread, about: w.muteThreadAbout },
    watches
      ? { level: "normal" as const, name: w.normalThread, about: w.normalThreadAbout }
      : { level: "watch" as const, name: w.watchThread, about: w.watchThreadAbout },
  ];
  return {
    key: line.id,
    kind: line.kind,
    href: paths.notification(slug, line.id),
    says,
    said: line.said,
    reason: reasonOf(words, line),
    when: <Time iso={line.at} absolute={absolute(at, reader)} text={relative(at, now, reader)} />,
    unread: line.unread,
    mark: formTo("mark-notifications-read"),
    less: (
      <LessMenu
        label={w.lessOf({ what: says })}
        thread={line.thread ? { form: formTo("follow-from-news"), id: line.thread.id, choices: follow } : undefined}
        stop={
          setting && setting !== "tellModeration"
            ? {
                form: formTo("hear-less"),
                kind: line.kind,
                name: w.stopKind({ kind: registry[setting].label(words) }),
                about: w.stopKindAbout,
              }
            : undefined
        }
        settings={{ href: paths.settingsOf("notifications"), name: w.allSettings }}
      />
    ),
  };
}
