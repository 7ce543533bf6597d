import type { Timeline } from "../activity/timeline";
import type { Window } from "../graph/window";
import { type Incentives, notEnough, tenths } from "../output";

/** How much of what the brand says is an offer. The same text is one message, however often it was sent. */
export function balanceOf(line: Timeline, window: Window): Incentives {
  const told = new Map<number, number>();
  for (let i = window.low; i < window.high; i++)
    if (line.kind[line.actor[i]!] === 1) told.set(line.hash[i]!, line.offer[i]!);
  const brandMessages = told.size;
  const offers = [...told.values()].reduce((sum, offer) => sum + offer, 0);
  if (brandMessages < 20) return { offers, brandMessages, share: null, low: null, high: null, reason: notEnough };
  const [low, high] = wilson(offers, brandMessages);
  const share = tenths((100 * offers) / brandMessages);
  return { offers, brandMessages, share, low: tenths(100 * low), high: tenths(100 * high), reason: null };
}

/** The interval of a share that behaves at 0 and at 1 too (Wilson 1927). */
export function wilson(hits: number, all: number): [number, number] {
  const z = 1.959964;
  const share = hits / all;
  const middle = share + (z * z) / (2 * all);
  const reach = z * Math.sqrt((share * (1 - share)) / all + (z * z) / (4 * all * all));
  const scale = 1 + (z * z) / all;
  return [Math.max(0, (middle - reach) / scale), Math.min(1, (middle + reach) / scale)];
}
