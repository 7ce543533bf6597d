import { RitualList } from "@/components/lexicon/ritual-list";
import type { LexiconInsideAccess } from "@/lib/access/gate";
import { ritualsHere } from "@/lib/lexicon/queries";
import { paths } from "@/lib/paths";
import type { Words } from "@/lib/text";
import { day, type Reader } from "@/lib/text/dates";
import { list } from "@/lib/text/numbers";

type Props = { lexicon: LexiconInsideAccess; words: Words; reader: Reader };

/** By name; the rest is a number. */
const named = 6;

/** Threads that are begun again and again. */
export async function Rituals({ lexicon, words, reader }: Props) {
  const { slug, locale } = lexicon.community;
  const rituals = await ritualsHere(lexicon);
  const w = words.lexicon;
  return (
    <section className="section" aria-labelledby="rituals-title">
      <h2 className="h2" id="rituals-title">
        {w.rituals}
      </h2>
      <p className="lead">{w.ritualsLead}</p>
      {rituals.length === 0 ? (
        <p className="quiet">{w.ritualsNone}</p>
      ) : (
        <RitualList
          label={w.rituals}
          lang={locale}
          rituals={rituals.map(({ rank, every, threads, back, people }) => {
            const [last] = threads;
            const shown = people.slice(0, named);
            const names = list(
              shown.map(({ name }) => name),
              reader.locale,
            );
            return {
              key: String(rank),
              href: paths.thread(slug, last!),
              title: last!.title,
              times: w.ritualTimes({ n: threads.length, every, when: day(new Date(last!.at), reader) }),
              back:
                shown.length > 0
                  ? w.ritualNamed({ back: w.ritualBack({ n: back }), names, more: back - shown.length })
                  : w.ritualBack({ n: back }),
              faces: shown.map(({ name, avatarFileId }) => ({
                name,
                image: avatarFileId ? paths.picture(avatarFileId) : null,
              })),
            };
          })}
        />
      )}
    </section>
  );
}
