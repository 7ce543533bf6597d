// biome-ignore-all lint/a11y/noRedundantRoles: on a phone these rows are grids, and a grid loses the role of a row
import type { ReactNode } from "react";

type Column = {
  key: string;
  label: string;
  end?: boolean;
  /** Holds sentences: on a phone they stand in one line with each other, beside what they answer. */
  told?: boolean;
};
type Props = {
  caption: string;
  columns: readonly Column[];
  rows: readonly { key: string; cells: Record<string, ReactNode> }[];
  showCaption?: boolean;
};

/** Rows become stacked lines on a phone; roles are written out because the new display would lose them. */
export function Table({ caption, columns, rows, showCaption }: Props) {
  return (
    <div className="tablebox">
      <table className="sheet" role="table">
        <caption className={showCaption ? "h4" : "vh"}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th key={column.key} scope="col" role="columnheader" className={column.end ? "end" : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={row.key} role="row">
              {columns.map((column) => (
                <td
                  key={column.key}
                  role="cell"
                  data-label={column.label}
                  className={column.end ? "end" : column.told ? "told" : undefined}
                >
                  {row.cells[column.key]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
