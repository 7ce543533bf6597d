import { Form } from "@/components/ui/form";
import type { ImportRow } from "@/lib/imports/queries";
import type { openDeskPage } from "../../open";

type Props = { one: ImportRow; page: Awaited<ReturnType<typeof openDeskPage>> };

/** Before anything of it was brought, it can be left. */
export function Drop({ one, page: { words, formTo } }: Props) {
  return (
    <Form {...formTo("drop-import")} submitLabel={words.imports.leaveIt} submitKind="qui">
      <input type="hidden" name="import" value={one.id} />
    </Form>
  );
}
