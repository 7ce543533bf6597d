import { z } from "zod";
import { notificationKinds } from "@/db/schema/notifications";
import { registry } from "@/lib/settings/registry";
import { wishKeys } from "./wishes";

/** One line, by one of what it stands for; else everything until the list was made. */
export const markReadInput = z.object({
  notification: z.uuid("common.notFound").optional(),
  until: z.iso.datetime("common.invalid").optional(),
});
export const kindInput = z.object({ kind: z.enum(notificationKinds, "common.invalid") });

type WishKey = (typeof wishKeys)[number];

/** All wishes of one form; each value is one that the registry knows. */
export const wishesInput = z.object(
  Object.fromEntries(wishKeys.map((key) => [key, registry[key].schema])) as {
    [K in WishKey]: (typeof registry)[K]["schema"];
  },
);
/** From an address: whose and which mails it is about, signed. */
export const tokenInput = z.object({ token: z.string().max(200, "common.notFound") });
