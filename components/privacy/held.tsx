import { Table } from "@/components/ui/table";
import type { Words } from "@/lib/text";

type Group = keyof Words["privacy"]["groups"];
type Props = { words: Words["privacy"]; counts: readonly { group: Group; text: string }[] };

/** What is held, why and until when: the same sentences that go into the download. */
export function Held({ words, counts }: Props) {
  return (
    <Table
      caption={words.held}
      columns={[
        { key: "what", label: words.what },
        { key: "why", label: words.why, told: true },
        { key: "until", label: words.until, told: true },
        { key: "rows", label: words.rows, end: true },
      ]}
      rows={counts.map(({ group, text }) => {
        const { title, why, until } = words.groups[group];
        return { key: group, cells: { what: <b>{title}</b>, why, until, rows: text } };
      })}
    />
  );
}
