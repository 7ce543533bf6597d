import { EvidenceList } from "@/components/pulse/evidence";
import { Parts } from "@/components/pulse/parts";
import { Chip } from "@/components/ui/chip";
import { Link } from "@/components/ui/link";
import { paths } from "@/lib/paths";
import type { Evidence, Shown, Snapshot } from "@/lib/pulse/queries";
import type { Words } from "@/lib/text";
import { type Name, sentenceOf, trendOf, whole, whyNot } from "./say";

type Props = { name: Name; slug: string; snapshot: Snapshot; evidence: Evidence; words: Words; outside: boolean };

/** The rest opens. */
const atOnce = 5;
/** Parts that are no part of the score: the brand's own threads stand by themselves. */
const beside = new Set(["brandLeg"]);

/** One element: its number, one sentence, what it was before, what it is made of, and the posts that show it. */
export function Opened({ name, slug, snapshot, evidence, words, outside }: Props) {
  const { result } = snapshot;
  const w = words.pulse;
  const said = { words, outside };
  const element = result.elements[name];
  const why = whyNot(name, result, said);
  const names: Record<string, { name: string; about: string }> = w.parts;
  const parts = Object.entries(element.parts).flatMap(([key, value]) =>
    beside.has(key) || !names[key]
      ? []
      : [{ key, ...names[key], value, text: value === null ? w.noValue : whole(value) }],
  );
  const posts = evidence[name];
  const lines = posts.map((post) => ({
    key: post.id,
    href: paths.post(slug, post.id),
    person: { name: post.author ?? words.members.gone, image: post.avatarFileId && paths.picture(post.avatarFileId) },
    said: post.beginning || post.title || words.threads.untitled,
    where: post.title || words.threads.untitled,
    why: whyShown(name, post, words),
    open: w.open,
  }));
  return (
    <section className="opened" id="opened" aria-labelledby="opened-title">
      <h2 className="label" id="opened-title">
        {w.elements[name]}
      </h2>
      <p className="score">
        <b>{element.value === null ? w.notYet : whole(element.value)}</b>
        <span className="meta">
          {element.low === null || element.high === null
            ? w.notEnough
            : w.between({ low: whole(element.low), high: whole(element.high) })}
        </span>
        {element.provisional && element.value !== null ? <Chip>{w.provisional}</Chip> : null}
      </p>
      <p className="sentence">{sentenceOf(name, result, said)}</p>
      {why ? <p className="quiet">{why}</p> : <p className="quiet">{trendOf(name, result, said)}</p>}
      {element.value === null && element.whereYouAre !== null && element.whereYouAre > 0 ? (
        <p className="quiet">{w.whereYouAre({ score: whole(element.whereYouAre) })}</p>
      ) : null}
      {name === "meaning" && result.counts.words > 0 ? (
        <p>
          <Link className="link" href={paths.lexicon(slug)}>
            {words.lexicon.fromPulse}
          </Link>
        </p>
      ) : null}
      {parts.length > 0 ? <Parts parts={parts} label={w.elements[name]} /> : null}
      {posts.length > 0 ? (
        <>
          <h3 className="label">{w.evidence({ n: posts.length })}</h3>
          <EvidenceList label={w.evidence({ n: posts.length })} posts={lines.slice(0, atOnce)} />
          {lines.length > atOnce ? (
            <details className="how">
              <summary>{w.more({ n: lines.length - atOnce })}</summary>
              <EvidenceList label={w.more({ n: lines.length - atOnce })} posts={lines.slice(atOnce)} />
            </details>
          ) : null}
        </>
      ) : element.evidence.length > 0 ? (
        <p className="quiet">{w.noEvidence}</p>
      ) : null}
      <details className="how">
        <summary>{w.how}</summary>
        <p className="quiet">{w.hows[name]}</p>
      </details>
    </section>
  );
}

function whyShown(name: Name, { figures: [first = 0, second = 0], word }: Shown, words: Words): string {
  const s = words.pulse.shows;
  if (name === "interaction") return s.interaction({ weeks: first });
  if (name === "stakes") return s.stakes({ days: first, n: second });
  if (name === "standing") return s.standing;
  return word ? s.meaning({ word, n: first }) : s.meaningEdited({ n: first });
}
