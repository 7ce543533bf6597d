import { aroundTheCircle, Network } from "@/components/pulse/network";
import { Trend } from "@/components/pulse/trend";
import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { paths } from "@/lib/paths";
import type { Snapshot, Somebody } from "@/lib/pulse/queries";
import type { Words } from "@/lib/text";
import { dayOnly, type Reader } from "@/lib/text/dates";
import { before } from "./say";

/** In the figure; the table goes on. Two lines are no figure. */
const drawn = 24;
const leastDrawn = 3;
const weeksShown = 26;

type Props = {
  slug: string;
  snapshot: Snapshot;
  people: ReadonlyMap<string, Somebody>;
  words: Words;
  reader: Reader;
  outside: boolean;
};

/** Who talks with whom, and how many do over the weeks. Outside it is only counted. */
export function Ties({ slug, snapshot, people, words, reader, outside }: Props) {
  const w = words.pulse;
  const { ties, tiesInAll, tiesThen } = snapshot.result;
  const then = before(tiesThen, snapshot.result);
  const over = tiesThen.slice(-weeksShown).map((one) => one.ties);
  const nameOf = (id: string) => people.get(id)?.name ?? w.somebody;
  const edges = ties.slice(0, drawn);
  const person = (id: string) => {
    const one = people.get(id);
    return one ? (
      <Link className="link" href={paths.member(slug, id)}>
        <bdi>{one.name}</bdi>
      </Link>
    ) : (
      w.somebody
    );
  };
  return (
    <section className="section" aria-labelledby="ties-title">
      <h2 className="h2" id="ties-title">
        {w.tiesTitle(tiesInAll)}
      </h2>
      <p className="lead">
        {w.tiesLead} {then ? w.tiesBefore({ n: then.ties }) : null} {outside && ties.length > 0 ? w.tiesOutside : null}
      </p>
      {over.some((n) => n > 0) ? (
        <div className="pulsehalves">
          <Trend name={w.tiesNumber} values={over} most={Math.max(1, ...over)} finding={w.tiesTitle(tiesInAll)} />
          {outside || edges.length < leastDrawn ? null : (
            <Network
              label={w.tiesFigure({ n: edges.length })}
              nodes={aroundTheCircle(edges).map((id) => ({ id, name: nameOf(id) }))}
              edges={edges}
            />
          )}
        </div>
      ) : null}
      {outside || ties.length === 0 ? null : (
        <details className="how" open={edges.length < leastDrawn}>
          <summary>{w.showTable}</summary>
          <Table
            caption={w.tiesTable}
            columns={[
              { key: "a", label: w.one },
              { key: "b", label: w.other },
              { key: "weeks", label: w.inWeeks, end: true },
              { key: "last", label: w.last, end: true },
            ]}
            rows={ties.map(({ a, b, weeks, last }) => ({
              key: `${a} ${b}`,
              cells: { a: person(a), b: person(b), weeks: String(weeks), last: dayOnly(last, reader) },
            }))}
          />
        </details>
      )}
    </section>
  );
}
