import { z } from "zod";
import { refuse } from "@/lib/errors";

/** The longest name is that of a space's channel, the socket id two numbers; more is not ours. */
const authorization = z.object({
  socket_id: z.string().max(40),
  channel_name: z.string().max(120).optional(),
  community: z.uuid().optional(),
});

const catchUp = z.object({
  channel: z.string().max(60),
  community: z.uuid().optional(),
  after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
});

const present = z.object({
  space: z.string().max(100),
  /** A channel names at most a hundred; ids are 22 letters. */
  who: z
    .string()
    .max(2_500)
    .transform((ids) => ids.split(",").slice(0, 100)),
});

/** What came after the last position that a page knows. */
const since = z.object({ after: z.coerce.number().int().min(0).max(1_000_000) });

const typing = z.object({ thread: z.uuid() });

function read<T>(schema: z.ZodType<T>, parameters: URLSearchParams): T {
  const result = schema.safeParse(Object.fromEntries(parameters));
  // Nobody types these: who sends something else is told only that nothing is there.
  if (!result.success) throw refuse.notFound();
  return result.data;
}

export const readAuthorization = (parameters: URLSearchParams) => read(authorization, parameters);
export const readPresent = (parameters: URLSearchParams) => read(present, parameters);
export const readSince = (parameters: URLSearchParams) => read(since, parameters);
export const readTyping = (parameters: URLSearchParams) => read(typing, parameters);
export const readCatchUp = (parameters: URLSearchParams) => read(catchUp, parameters);
