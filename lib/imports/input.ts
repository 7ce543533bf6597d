import { z } from "zod";
import { importRoles } from "@/db/schema/imports";
import {
  type ColumnField,
  type Columns,
  columnFields,
  longestColumn,
  neededFields,
} from "@/lib/import/formats/csv-columns";
import { slugPattern } from "@/lib/paths";
import { mostSpaces } from "./found";

export { importRoles };

/** What the community calls the other place; it goes into ids, so it is plain. */
export const sourceName = z
  .string("imports.sourceRequired")
  .trim()
  .toLowerCase()
  .min(2, "imports.sourceRequired")
  .max(40, "common.tooLong")
  .regex(slugPattern, "imports.sourceInvalid");

/** Bytes. Of a file that comes with the form itself, where there are no scripts to send it in parts. */
export const mostWithForm = 50 * 1024 * 1024;
const fileOfForm = z.instanceof(File).refine(({ size }) => size <= mostWithForm, "imports.fileTooLarge");

/** A file that was sent before, or one that comes with the form. */
export const readImportInput = z
  .object({
    source: sourceName,
    file: z.union([z.literal(""), z.uuid("imports.fileRequired")]).optional(),
    sent: fileOfForm.optional(),
  })
  .superRefine(({ file, sent }, ctx) => {
    if (!file && !sent?.size) ctx.addIssue({ code: "custom", path: ["sent"], message: "imports.fileRequired" });
  });

/** Where one of the other place's spaces goes: a new space, one that is here, or nowhere. */
export const spacePlan = z.object({
  space: z.string().max(300),
  to: z.union([z.enum(["new", "leave"]), z.uuid("common.notFound")]),
  name: z.string().trim().normalize("NFC").max(60, "common.tooLong"),
  audience: z.enum(["everyone", "members"], "common.invalid"),
});
export type SpacePlan = z.infer<typeof spacePlan>;

const planInput = z.object({
  spaces: z.array(spacePlan).max(mostSpaces),
  /** Of those whose role the export does not tell, or tells wrongly. */
  roles: z.array(z.object({ person: z.uuid("common.invalid"), role: z.enum(importRoles, "common.invalid") })).max(200),
});
export type Plan = z.infer<typeof planInput>;

/** Which column is which; the names are the file's own. Two things are never in one column. */
const columnName = z.string().max(longestColumn, "common.invalid");
export const mapColumnsInput = z
  .object({
    import: z.uuid("common.notFound"),
    ...(Object.fromEntries(
      columnFields.map((field) => [
        field,
        neededFields.includes(field) ? columnName.min(1, "imports.columnRequired") : columnName.default(""),
      ]),
    ) as Record<ColumnField, typeof columnName>),
  })
  .superRefine((fields, ctx) => {
    const seen = new Set<string>();
    for (const field of columnFields) {
      const name = fields[field];
      if (name && seen.has(name)) ctx.addIssue({ code: "custom", path: [field], message: "imports.columnTwice" });
      seen.add(name);
    }
  })
  .transform(({ import: id, ...fields }) => ({
    import: id,
    columns: Object.fromEntries(Object.entries(fields).filter(([, name]) => name)) as Columns,
  }));

export const importInput = z.object({ import: z.uuid("common.notFound") });
export const undoImportInput = importInput.extend({ sure: z.literal("on", "imports.sureRequired") });

const column = z.array(z.string().max(300)).max(mostSpaces).default([]);
/** A form sends a table by its columns. */
export const decideImportInput = importInput
  .extend({ space: column, to: column, name: column, audience: column, person: column, role: column })
  .transform(({ import: id, space, to, name, audience, person, role }) => ({
    import: id,
    spaces: space.map((one, i) => ({ space: one, to: to[i], name: name[i], audience: audience[i] })),
    roles: person.map((one, i) => ({ person: one, role: role[i] })),
  }))
  .pipe(planInput.extend({ import: z.string() }));
/** Names of fields that come several times. */
export const planLists = ["space", "to", "name", "audience", "person", "role"] as const;
