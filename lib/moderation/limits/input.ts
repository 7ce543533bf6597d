import { z } from "zod";
import { fewest, greatest, type Limit, type LimitName, limitNames, spans } from "./numbers";

const most = z
  .string("limits.wrongNumber")
  .trim()
  .regex(/^\d{1,3}$/, "limits.wrongNumber")
  .transform(Number)
  .refine((n) => n >= fewest && n <= greatest, "limits.wrongNumber");
const minutes = z
  .string("common.invalid")
  .transform(Number)
  .refine((n) => (spans as readonly number[]).includes(n), "common.invalid");

/** Each limit is two fields: its number under its name, and its span. */
export const minutesOf = (name: LimitName) => `${name}Minutes` as const;

/** All five come from one form, and are chosen together. */
export const changeLimitsInput = z
  .object({
    ...(Object.fromEntries(limitNames.map((name) => [name, most])) as Record<LimitName, typeof most>),
    ...(Object.fromEntries(limitNames.map((name) => [minutesOf(name), minutes])) as Record<
      ReturnType<typeof minutesOf>,
      typeof minutes
    >),
  })
  .transform(
    (fields) =>
      Object.fromEntries(
        limitNames.map((name) => [name, { most: fields[name], minutes: fields[minutesOf(name)] }]),
      ) as Record<LimitName, Limit>,
  );
