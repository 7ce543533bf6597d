import { z } from "zod";
import { levels } from "@/db/schema";

/** "default" takes the choice back: a thread is then followed as its space, and a space as everything else. */
export const levelInput = z.object({ level: z.enum([...levels, "default"], "common.invalid") });

export const threadLevelInput = levelInput.extend({ thread: z.uuid("common.notFound") });
export const spaceLevelInput = levelInput.extend({ space: z.string().max(100, "common.invalid") });
