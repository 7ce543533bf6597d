import { mix } from "../activity/hash";
import type { Timeline } from "../activity/timeline";

/** What one author wrote three times or more within eight weeks carries no edge. */
export function repeatedTexts({ posts, actor, hash, day }: Timeline): Uint8Array {
  const repeated = new Uint8Array(posts);
  const keys = new Float64Array(posts);
  for (let i = 0; i < posts; i++) keys[i] = mix(hash[i]!, actor[i]!);
  const order = new Uint32Array(posts);
  for (let i = 0; i < posts; i++) order[i] = i;
  order.sort((a, b) => keys[a]! - keys[b]! || a - b);
  for (let i = 2; i < posts; i++) {
    const [one, two, three] = [order[i - 2]!, order[i - 1]!, order[i]!];
    if (keys[one] !== keys[three] || hash[one] === 0 || day[three]! - day[one]! >= 56) continue;
    repeated[one] = repeated[two] = repeated[three] = 1;
  }
  return repeated;
}
