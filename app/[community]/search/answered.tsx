import { HitList } from "@/components/search/hit-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { LoadMore } from "@/components/ui/load-more";
import { Notice } from "@/components/ui/notice";
import type { InsideAccess } from "@/lib/access/gate";
import { paths } from "@/lib/paths";
import type { Asked } from "@/lib/search/input";
import { mostCounted } from "@/lib/search/queries";
import type { Answer } from "@/lib/search/search";
import type { Words } from "@/lib/text";
import { relative } from "@/lib/text/dates";
import { number } from "@/lib/text/numbers";
import { nextPage, type openCommunityPage } from "../open";

type Props = {
  page: Awaited<ReturnType<typeof openCommunityPage>>;
  inside: InsideAccess;
  asked: Asked;
  /** What was asked, as it stands in an address. */
  address: Record<string, string>;
  answer: Answer;
  narrowed: boolean;
};

/** What is beneath the form, in each of its states. */
export function Answered({ page, inside, asked, address, answer, narrowed }: Props) {
  const { words, slug, locale } = page;
  const w = words.search;
  switch (answer.state) {
    case "idle":
      return <Idle words={w} />;
    case "common":
      return <EmptyState title={w.common}>{w.commonText}</EmptyState>;
    case "slow":
      return (
        <Notice kind="bad" title={w.slow} live>
          {w.slowText}
        </Notice>
      );
    case "tooMany":
      return (
        <Notice kind="bad" title={w.tooMany} live>
          {w.tooManyText({ minutes: answer.minutes })}
        </Notice>
      );
    case "found": {
      const { hits, total, named, instead, next } = answer;
      const typed = asked.words.trim();
      return (
        <div className="searched">
          <Named page={page} inside={inside} named={named} />
          {hits.length ? (
            <section>
              <p className="quiet" role="status">
                {instead ? `${w.instead({ words: typed, other: instead })} ` : ""}
                {counted(w, total, locale)}
              </p>
              <Hits page={page} inside={inside} hits={hits} />
              <LoadMore
                href={nextPage(paths.search(slug), next, instead ? { ...address, q: `${instead} ` } : address)}
                label={words.common.more}
              />
            </section>
          ) : (
            <EmptyState
              title={typed ? w.none({ words: typed }) : w.noneSuch}
              action={
                narrowed ? (
                  <Link className="btn sec" href={paths.search(slug, { q: asked.words })}>
                    {w.anew}
                  </Link>
                ) : undefined
              }
            >
              {narrowed ? w.noneFiltered : w.noneText}
            </EmptyState>
          )}
        </div>
      );
    }
  }
}

/** What it can do, with examples to look at. */
function Idle({ words: w }: { words: Words["search"] }) {
  return (
    <section className="searchhints">
      <h2 className="h3">{w.idle}</h2>
      <p>{w.idleText}</p>
      <ul>
        <li>
          {w.hints.phrase} <code dir="auto">{w.hints.phraseExample}</code>
        </li>
        <li>
          {w.hints.not} <code dir="auto">{w.hints.notExample}</code>
        </li>
        <li>{w.hints.filters}</li>
      </ul>
    </section>
  );
}

/** Few are counted, of many it is said how many they are about. */
function counted(w: Words["search"], total: number, locale: Parameters<typeof number>[1]): string {
  if (total > mostCounted) return w.more({ n: number(mostCounted, locale) });
  return total > 50 ? w.about({ n: number(Math.round(total / 10) * 10, locale) }) : w.count({ n: total });
}

type Found = Extract<Answer, { state: "found" }>;

function Hits({ page, inside, hits }: Pick<Props, "page" | "inside"> & Pick<Found, "hits">) {
  const { words, slug, community, reader } = page;
  const now = new Date();
  return (
    <HitList
      label={words.search.hits}
      lang={community.locale}
      hits={hits.map((hit) => ({
        key: hit.postId,
        href: paths.post(slug, hit.postId),
        title: hit.title.length ? hit.title : [{ text: words.threads.untitled, hit: false }],
        said: hit.said,
        meta: [
          hit.author ?? words.members.gone,
          inside.inside.find(({ id }) => id === hit.spaceId)?.name,
          relative(new Date(hit.writtenAt), now, reader),
          hit.hasPicture && words.search.hasPicture,
        ].filter((part) => typeof part === "string"),
      }))}
    />
  );
}

function Named({ page, inside, named }: Pick<Props, "page" | "inside"> & Pick<Found, "named">) {
  const { words, slug } = page;
  if (named.length === 0) return null;
  const { jump } = words.reading;
  return (
    <section aria-label={words.search.named}>
      <ul className="news">
        {named.slice(0, 5).map(({ kind, id, title, spaceId }) => (
          <li key={id}>
            <Link href={kind === "person" ? paths.member(slug, id) : paths.thread(slug, { id, title })}>
              <span dir="auto">{title}</span>
              <span className="meta">
                {kind === "person"
                  ? jump.person
                  : (inside.inside.find((space) => space.id === spaceId)?.name ?? jump.thread)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
