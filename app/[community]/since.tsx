import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { insideOf, openMemberInside, type SpaceAccess } from "@/lib/access/gate";
import { paths } from "@/lib/paths";
import { pageOf } from "@/lib/posts/pages";
import { visited } from "@/lib/text/dates";
import { type News, newsSince } from "@/lib/visits/queries";
import type { openCommunityPage } from "./open";

type Page = Awaited<ReturnType<typeof openCommunityPage>>;

/** For a member: what happened since the end of their last visit, as one calm list. */
export async function SinceYouWereHere({ page, inside }: { page: Page; inside: readonly SpaceAccess[] }) {
  const { words, reader, access } = page;
  const { since } = access.visit;
  const w = words.reading;
  if (!since) return <Section title={w.firstVisit}>{<p className="quiet">{w.firstVisitText}</p>}</Section>;
  const lines = linesOf(page, await newsSince(openMemberInside(insideOf(access, inside)), since));
  const when = visited(new Date(since), new Date(), reader);
  return (
    <Section title={w.sinceTitle}>
      <p className="meta">{w.lastVisit({ when })}</p>
      {lines.length ? (
        <ul className="news">
          {lines.map(({ key, line }) => (
            <li key={key}>{line}</li>
          ))}
        </ul>
      ) : (
        <p className="quiet">{w.nothingSince}</p>
      )}
    </Section>
  );
}

const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="since" aria-labelledby="since">
    <h2 className="h2" id="since">
      {title}
    </h2>
    {children}
  </section>
);

/** What is for the reader themselves comes first. */
function linesOf({ words, slug }: Page, { threads, answers, newcomers, badges }: News) {
  const w = words.reading;
  const gone = words.members.gone;
  const lines: { key: string; line: ReactNode }[] = [];
  for (const { thread, position, name } of answers)
    lines.push({
      key: `${thread.id}-${position}`,
      line: (
        <Link href={`${paths.thread(slug, thread, pageOf(position))}#p${position}`}>
          {w.answeredYou({ name: name ?? gone, title: thread.title || words.threads.untitled })}
        </Link>
      ),
    });
  for (const { slug: badge, badge: title, personId, name, mine } of badges)
    lines.push({
      key: `${badge}-${personId}`,
      line: (
        <Link href={paths.badge(slug, badge)}>
          {mine ? w.badgeYou({ badge: title }) : w.badgeOther({ name: name ?? gone, badge: title })}
        </Link>
      ),
    });
  if (threads) lines.push({ key: "threads", line: <a href="#latest">{w.newThreads({ n: threads })}</a> });
  if (newcomers)
    lines.push({ key: "people", line: <Link href={paths.members(slug)}>{w.newMembers({ n: newcomers })}</Link> });
  return lines;
}
