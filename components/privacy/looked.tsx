import type { ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { Table } from "@/components/ui/table";
import type { Words } from "@/lib/text";

type Looked = Words["privacy"]["looked"];
type Look = { id: string; who: string | null; community: string; what: keyof Looked["kinds"]; when: ReactNode };

export function LookedAt({ words, looks }: { words: Looked; looks: readonly Look[] }) {
  if (looks.length === 0) return <EmptyState title={words.nobody}>{words.nobodyText}</EmptyState>;
  return (
    <Table
      caption={words.title}
      columns={[
        { key: "who", label: words.who },
        { key: "where", label: words.where },
        { key: "what", label: words.what },
        { key: "when", label: words.when },
      ]}
      rows={looks.map(({ id, who, community, what, when }) => ({
        key: id,
        cells: { who: who ?? words.somebody, where: community, what: words.kinds[what], when },
      }))}
    />
  );
}
