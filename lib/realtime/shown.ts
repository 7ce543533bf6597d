import { setting } from "@/lib/settings/queries";
import type { Place } from "./topics";

/**
 * Whether others may see that this person is here. Presence is one list for everybody in a space, so who must be hidden
 * from one is hidden from all: whatever else hides somebody, such as a block between two people, is asked here and nowhere else.
 */
export const isShown = (_: Place, personId: string): Promise<boolean> => setting({ personId }, "presenceShown");
