import { defineJob, everyHour, everyMinute } from "@/lib/jobs/define";
import { onceADayInEachCommunity } from "@/lib/jobs/periods";
import { askForRun, taking } from "./ask";
import { takeWaiting } from "./run";

/** In the first hour of each community's day, when the day before is full. */
export const askNightly = defineJob({
  kind: "pulse.night",
  every: everyHour,
  due: onceADayInEachCommunity,
  run: async (tx, communityId) => {
    await askForRun(tx, communityId, null);
  },
});

/** What was asked for, by the night or by a manager. */
export const takePulses = defineJob({ kind: taking, every: everyMinute, deliver: takeWaiting });
