import { type SaidLine, SaidList, Sums } from "@/components/members/took-part";
import { ButtonLink } from "@/components/ui/button";
import type { MemberInsideAccess } from "@/lib/access/gate";
import type { Member } from "@/lib/members/queries";
import { mostCounted, type Said, saidBy, sumsOf } from "@/lib/members/took-part";
import { paths } from "@/lib/paths";
import type { Words } from "@/lib/text";
import { absolute, type Reader, relative } from "@/lib/text/dates";
import { list } from "@/lib/text/numbers";

type On = { words: Words; reader: Reader; slug: string };

/** A few of the latest on somebody's own page, after the sums over all that this viewer reads. */
export async function TookPart({ viewer, person, on }: { viewer: MemberInsideAccess; person: Member; on: On }) {
  const { words, reader, slug } = on;
  const w = words.members.tookPart;
  const self = person.id === viewer.personId;
  // What is said above it of who is blocked covers this too.
  if (person.blocked) return null;
  const shown = self || person.activityShown;
  const [sums, said] = shown
    ? await Promise.all([sumsOf(viewer, person.id), saidBy(viewer, person.id, { size: 5 })])
    : [undefined, undefined];
  return (
    <section className="section" aria-labelledby="took-part">
      <h2 className="h2 mb-4" id="took-part">
        {self ? w.mine : w.title}
      </h2>
      {self && !person.activityShown ? <p className="quiet mb-4">{w.onlyYou}</p> : null}
      {sums?.posts ? (
        <Sums
          sums={[
            w.posts({ n: Math.min(sums.posts, mostCounted), more: sums.posts > mostCounted }),
            ...(sums.threads ? [w.threads({ n: sums.threads })] : []),
            ...(sums.answers ? [w.answers({ n: sums.answers })] : []),
            ...(sums.praise ? [w.praise({ n: sums.praise })] : []),
          ]}
          where={w.talks({
            spaces: list(
              sums.spaces.map(({ name }) => name),
              reader.locale,
            ),
          })}
          note={sums.posts > mostCounted ? w.latest({ n: mostCounted }) : undefined}
        />
      ) : null}
      {said?.rows.length ? (
        <>
          <SaidList lines={said.rows.map((line) => saidLine(line, on))} lang={viewer.community.locale} />
          <p className="row mt-4">
            <ButtonLink href={paths.member(slug, person.id, "posts")} kind="sec">
              {self ? w.allMine : w.all}
            </ButtonLink>
          </p>
        </>
      ) : (
        <p className="quiet">{shown ? w.none : w.hidden}</p>
      )}
    </section>
  );
}

export function saidLine(line: Said, { words, reader, slug }: On): SaidLine {
  const w = words.members.tookPart;
  const written = new Date(line.writtenAt);
  return {
    key: line.id,
    href: paths.post(slug, line.id),
    title: line.title || words.threads.untitled,
    beginning: line.beginning,
    space: line.space,
    mark: line.began ? w.began : undefined,
    answer: line.answered ? w.answered : undefined,
    written: { iso: line.writtenAt, text: relative(written, new Date(), reader), absolute: absolute(written, reader) },
  };
}
