import { referenceFor } from "@/lib/operate/score/reference";
import { Collector } from "@/lib/scoring/activity/collect";
import { daysIn } from "@/lib/scoring/activity/days";
import { type Timeline, timelineOf } from "@/lib/scoring/activity/timeline";
import type { Activity } from "@/lib/scoring/input";
import { type Scored, scoreOf } from "@/lib/scoring/score";

export function lineOf(all: readonly Activity[], zone = "UTC", asOf?: number): Timeline {
  const collector = new Collector();
  for (const one of all) collector.add(one);
  return timelineOf(collector, daysIn(zone), asOf);
}

export function scored(all: readonly Activity[], seed = 1): Scored {
  const line = lineOf(all);
  return scoreOf(line, { seed, reference: referenceFor(line, []) });
}

export function shuffledOf<T>(all: readonly T[], below: (limit: number) => number): T[] {
  const mixed = [...all];
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = below(i + 1);
    [mixed[i], mixed[j]] = [mixed[j]!, mixed[i]!];
  }
  return mixed;
}
