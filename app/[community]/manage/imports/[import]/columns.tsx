import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { fieldProps } from "@/components/ui/returned";
import { columnFields, guessed, neededFields } from "@/lib/import/formats/csv-columns";
import type { ImportRow } from "@/lib/imports/queries";
import type { openDeskPage } from "../../open";

type Props = {
  one: ImportRow;
  columns: NonNullable<ImportRow["columns"]>;
  page: Awaited<ReturnType<typeof openDeskPage>>;
};

/** Which column of somebody else's table is which: guessed by the names, and for the manager to say. */
export function ColumnsForm({ one, columns: { header, chosen }, page: { words, formTo } }: Props) {
  const w = words.imports;
  const form = formTo("map-columns");
  const before = chosen ?? guessed(header);
  const options = [{ value: "", label: w.noColumn }, ...header.map((name) => ({ value: name, label: name }))];
  return (
    <Form {...form} submitLabel={w.readColumns}>
      <input type="hidden" name="import" value={one.id} />
      <div className="columnlist">
        {columnFields.map((field) => (
          <Field
            key={field}
            {...fieldProps(form.returned, field, before[field] ?? "")}
            type="select"
            label={w.columns[field]}
            options={options}
            {...(neededFields.includes(field) ? { required: true } : { optional: words.common.optional })}
            {...(field === "message_id" && { hint: w.idHint })}
          />
        ))}
      </div>
    </Form>
  );
}
