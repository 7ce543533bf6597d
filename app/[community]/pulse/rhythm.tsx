import { Rhythm } from "@/components/pulse/rhythm";
import { Table } from "@/components/ui/table";
import type { Snapshot } from "@/lib/pulse/queries";
import type { Words } from "@/lib/text";
import { type Reader, weekday } from "@/lib/text/dates";
import { number } from "@/lib/text/numbers";

/** On which days members speak; and beside all of it, in no score, the threads that the brand opened. */
export function RhythmAndBrand({ snapshot, words, reader }: { snapshot: Snapshot; words: Words; reader: Reader }) {
  const w = words.pulse;
  const { rhythm, counts } = snapshot.result;
  const said = rhythm.some(({ posts }) => posts > 0);
  const most = rhythm.reduce((best, { posts }, day) => (posts > rhythm[best]!.posts ? day : best), 0);
  return (
    <div className="section pulsehalves">
      <section aria-labelledby="rhythm-title">
        <h2 className="h2" id="rhythm-title">
          {said ? w.rhythmTitle({ day: weekday(most, reader) }) : w.rhythmNone}
        </h2>
        {said ? (
          <>
            <Rhythm days={rhythm.map(({ posts }, day) => ({ name: weekday(day, reader, "short"), posts }))} />
            <details className="how">
              <summary>{w.showTable}</summary>
              <Table
                caption={w.rhythmTable}
                columns={[
                  { key: "day", label: w.day },
                  { key: "posts", label: w.said, end: true },
                  { key: "members", label: w.memberDays, end: true },
                ]}
                rows={rhythm.map(({ posts, days }, day) => ({
                  key: String(day),
                  cells: {
                    day: weekday(day, reader),
                    posts: number(posts, reader.locale),
                    members: number(days, reader.locale),
                  },
                }))}
              />
            </details>
          </>
        ) : null}
      </section>
      <section aria-labelledby="beside-title">
        <h2 className="h2" id="beside-title">
          {w.besideTitle}
        </h2>
        <p className="lead">
          {counts.brandThreads > 0 ? w.beside({ n: counts.brandExchanges, all: counts.brandThreads }) : w.besideNone}
        </p>
      </section>
    </div>
  );
}
