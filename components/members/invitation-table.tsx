import type { ReactNode } from "react";
import { Table } from "../ui/table";
import { Tag } from "../ui/tag";

type Words = { kind: string; state: string; uses: string; until: string; by: string; act: string };
export type InvitationRow = {
  key: string;
  kind: string;
  state: string;
  open: boolean;
  uses: string;
  until: string;
  by?: ReactNode;
  act?: ReactNode;
};

export function InvitationTable({
  caption,
  words,
  rows,
}: {
  caption: string;
  words: Words;
  rows: readonly InvitationRow[];
}) {
  const withBy = rows.some((row) => row.by);
  return (
    <Table
      caption={caption}
      columns={[
        { key: "kind", label: words.kind },
        ...(withBy ? [{ key: "by", label: words.by }] : []),
        { key: "state", label: words.state },
        { key: "uses", label: words.uses },
        { key: "until", label: words.until },
        { key: "act", label: words.act, end: true },
      ]}
      rows={rows.map(({ key, open, state, ...cells }) => ({
        key,
        cells: { ...cells, state: <Tag kind={open ? "good" : "plain"}>{state}</Tag> },
      }))}
    />
  );
}
