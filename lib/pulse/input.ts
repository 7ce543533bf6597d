import { z } from "zod";

/** There is nothing to say: it is asked for, here. */
export const askInput = z.object({});
