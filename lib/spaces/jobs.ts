import { defineJob, everyHour } from "@/lib/jobs/define";
import { onceADayInEachCommunity } from "@/lib/jobs/periods";
import { countHolders } from "./count";

/** The numbers on the doors, once on each of the community's days. */
export const countDoorHolders = defineJob({
  kind: "spaces.countHolders",
  every: everyHour,
  due: onceADayInEachCommunity,
  run: (tx, communityId) => countHolders(tx, communityId),
});
