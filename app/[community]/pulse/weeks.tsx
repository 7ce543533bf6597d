import { Trend } from "@/components/pulse/trend";
import { Table } from "@/components/ui/table";
import type { Snapshot } from "@/lib/pulse/queries";
import type { Words } from "@/lib/text";
import { dayOnly, type Reader } from "@/lib/text/dates";
import { order, trendOf, whole, whyNot } from "./say";

/** Half a year. */
const shown = 26;

/** The four over the weeks, each with what it says; the table holds every number that is drawn. */
export function Weeks({ snapshot, words, reader, outside }: Props) {
  const w = words.pulse;
  const { result } = snapshot;
  const said = { words, outside };
  const rows = result.windows.slice(-shown);
  const ties = new Map(result.tiesThen.map((then) => [then.to, then]));
  const figure = (value: number | null) => (value === null ? w.noValue : whole(value));
  return (
    <section className="section" id="weeks" aria-labelledby="weeks-title">
      <h2 className="h2" id="weeks-title">
        {w.weeksTitle}
      </h2>
      <div className="trends">
        {order.map((name) => (
          <Trend
            key={name}
            name={w.elements[name]}
            values={rows.map((row) => row[name])}
            finding={whyNot(name, result, said) ? w.notEnough : trendOf(name, result, said)}
          />
        ))}
      </div>
      <details className="how" id="table">
        <summary>{w.showTable}</summary>
        <Table
          caption={w.weeksTable}
          columns={[
            { key: "to", label: w.weekTo },
            ...order.map((name) => ({ key: name, label: w.elements[name], end: true })),
            { key: "ties", label: w.tiesNumber, end: true },
          ]}
          rows={[...rows].reverse().map((row) => ({
            key: row.to,
            cells: {
              to: dayOnly(row.to, reader),
              ...Object.fromEntries(order.map((name) => [name, figure(row[name])])),
              ties: String(ties.get(row.to)?.ties ?? 0),
            },
          }))}
        />
      </details>
    </section>
  );
}

type Props = { snapshot: Snapshot; words: Words; reader: Reader; outside: boolean };
