import { z } from "zod";
import { personId } from "@/lib/members/input";

export const noteInput = z.object({
  person: personId,
  text: z
    .string("moderation.noteRequired")
    .trim()
    .normalize("NFC")
    .min(3, "moderation.noteRequired")
    .max(2_000, "common.tooLong"),
});
