import { Moves } from "@/components/pulse/moves";
import type { DeskAccess } from "@/lib/access/gate";
import { paths } from "@/lib/paths";
import { lapsing, unanswered, ungreeted } from "@/lib/pulse/moves";
import type { Snapshot } from "@/lib/pulse/queries";
import type { Words } from "@/lib/text";
import { dayOnly, type Reader, relative } from "@/lib/text/dates";
import { number } from "@/lib/text/numbers";

type Props = { desk: DeskAccess; snapshot?: Snapshot; slug: string; words: Words; reader: Reader };

/** For who leads: people to answer, from the rows of now. */
export async function WhatWouldMove({ desk, snapshot, slug, words, reader }: Props) {
  const [waiting, silent, newcomers] = await Promise.all([
    unanswered(desk),
    snapshot ? lapsing(desk, snapshot.result) : [],
    ungreeted(desk),
  ]);
  const w = words.pulse;
  const gone = words.members.gone;
  const now = new Date();
  const when = (iso: string) => relative(new Date(iso), now, reader);
  const value = snapshot?.result.elements.interaction.value ?? null;
  const figure = (n: number) => number(n, reader.locale);
  const gainOf = (would: number | null) =>
    value !== null && would !== null && would > value
      ? w.expected({ from: figure(value), to: figure(would) })
      : undefined;
  const titled = (title: string) => title || words.threads.untitled;
  return (
    <section className="section" aria-labelledby="moves-title">
      <h2 className="h2" id="moves-title">
        {w.movesTitle}
      </h2>
      <p className="lead">{w.movesLead}</p>
      <div className="pulsemoves">
        <Moves
          title={w.waiting}
          none={w.waitingNone}
          moves={waiting.map((one) => ({
            key: one.id,
            href: paths.thread(slug, one),
            title: titled(one.title),
            meta: w.waitingMeta({ who: one.author ?? gone, when: when(one.since), space: one.space }),
          }))}
        />
        <Moves
          title={w.lapsing}
          none={w.lapsingNone}
          moves={silent.map((one) => ({
            key: one.post + one.a + one.b,
            href: paths.post(slug, one.post),
            title: w.pair({ a: one.a ?? gone, b: one.b ?? gone }),
            meta: w.lapsingMeta({ n: one.weeks, when: dayOnly(one.last, reader), space: one.space }),
            gain: gainOf(one.would),
          }))}
        />
        <Moves
          title={w.newcomers}
          none={w.newcomersNone}
          moves={newcomers.map((one) => ({
            key: one.personId,
            href: paths.post(slug, one.post),
            title: one.name ?? gone,
            meta: w.newcomersMeta({ when: when(one.joinedAt), title: titled(one.title), space: one.space }),
          }))}
        />
      </div>
    </section>
  );
}
