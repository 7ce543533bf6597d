import { Refusal } from "@/lib/errors";

export const isFull = (error: unknown) => ["ENOSPC", "EDQUOT"].includes((error as NodeJS.ErrnoException).code ?? "");

/** The disk is the operator's to mend; what was typed is still in the form. */
export const noRoom = () => new Refusal(503, "files.noRoom", { retryAfter: 60 });
