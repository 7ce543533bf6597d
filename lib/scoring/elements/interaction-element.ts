import { enough, type Prepared, type Window, windowOf } from "../graph/window";
import { type Element, type Evidence, notEnough, nothing, orNull, tenths } from "../output";
import { fullInteraction, type Interaction, interactionOf } from "./interaction";
import { bits } from "./ties";

export const interactionScore = (raw: number) => 100 * Math.min(1, raw / fullInteraction);

export function interactionElement(prepared: Prepared, window: Window, found: Interaction, tellWhy: boolean): Element {
  const whereYouAre = window.active.size > 0 ? tenths(interactionScore(found.open)) : null;
  const active = window.active.size;
  const parts = {
    talk: tenths(interactionScore(talk(found))),
    tied: active > 0 ? tenths((100 * found.tied) / active) : null,
    anyExchange: active > 0 ? tenths((100 * exchanging(window)) / active) : null,
    brandLeg: window.brandThreads > 0 ? tenths((100 * window.brandExchanges.size) / window.brandThreads) : null,
    guessedEdges: window.edges > 0 ? tenths((100 * window.guessed) / window.edges) : null,
  };
  if (!enough(window)) return nothing(notEnough, { whereYouAre, parts });
  return {
    value: tenths(interactionScore(found.raw)),
    low: tenths(interactionScore(found.low)),
    high: tenths(interactionScore(found.high)),
    reason: null,
    whereYouAre,
    parts: Object.fromEntries(Object.entries(parts).map(([name, value]) => [name, orNull(value)])),
    provisional: false,
    evidence: tellWhy ? evidenceOf(prepared, window, found) : [],
  };
}

/** The figure before the busiest and best connected are left out. */
export function talk(found: Interaction): number {
  let done = 0;
  let weeks = 0;
  for (const share of found.shares.values()) {
    done += share.done;
    weeks += share.weeks;
  }
  return weeks > 0 ? done / weeks : 0;
}

const exchanging = (window: Window) => new Set([...window.pairs.values()].flatMap(({ a, b }) => [a, b])).size;

const tried = 24;
const shown = 12;

/** Posts that completed the only exchange of a week between two who are tied: without one of them, the tie is weaker. */
function evidenceOf(prepared: Prepared, window: Window, found: Interaction): Evidence[] {
  const { line } = prepared;
  const candidates: { post: number; weeks: number }[] = [];
  for (const pair of window.pairs.values()) {
    const weeks = bits(pair.weeks);
    if (weeks < 2 || !found.group.has(pair.a)) continue;
    for (let week = 0; week < 8; week++)
      if (pair.times[week] === 1) candidates.push({ post: pair.posts[week]!, weeks });
  }
  // Ties of few weeks hang on each of them most.
  candidates.sort((a, b) => a.weeks - b.weeks || a.post - b.post);
  const before = talk(found);
  const held = candidates.slice(0, tried).flatMap(({ post, weeks }) => {
    const without = windowOf(prepared, window.to, (one) => one !== post);
    const after = talk(interactionOf(without, 0, false));
    return after < before ? [{ post, weeks, drop: before - after }] : [];
  });
  held.sort((a, b) => b.drop - a.drop || a.post - b.post);
  return held.slice(0, shown).map(({ post, weeks }) => ({
    id: line.id(post),
    why: `the only time in its week that two people answered each other, who did so in ${weeks} weeks of 8`,
  }));
}
