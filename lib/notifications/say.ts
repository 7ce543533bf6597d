import { paths } from "@/lib/paths";
import type { Words } from "@/lib/text";
import { type Line, mostCounted } from "./queries";

// Its own file because the page and the mails say the same of a line, and lead to the same place.

/** "Ana and 3 others answered you in Does yours hum too?" */
export function sentenceOf(words: Words, { kind, name, others, thread }: Line): string {
  const title = thread ? thread.title || words.threads.untitled : "";
  return words.notifications.says[kind]({
    name: name ?? words.members.gone,
    others,
    title,
    space: thread?.space ?? "",
  });
}

/** Why they are told. */
export function reasonOf(words: Words, { kind, byThread, thread }: Line): string {
  const { reasons } = words.notifications;
  if (kind === "watched")
    return byThread ? reasons.watchedThread : reasons.watchedSpace({ space: thread?.space ?? "" });
  if (kind === "started") return reasons.watchedSpace({ space: thread?.space ?? "" });
  return reasons[kind];
}

export function targetOf(slug: string, { kind, postId, thread }: Pick<Line, "kind" | "postId" | "thread">): string {
  if (kind === "flag" && postId) return paths.flagged(slug, postId);
  if (kind === "waits") return paths.moderation(slug, "held");
  if (kind === "looked") return paths.report(slug);
  if (kind === "statement" || kind === "appeal") return paths.statements(slug);
  if (postId) return paths.post(slug, postId);
  if (thread) return paths.thread(slug, thread);
  if (kind === "refused") return paths.held(slug);
  return kind === "report" ? paths.report(slug) : paths.notifications(slug);
}

/** For the bars. */
export const shownCount = (words: Words, count: number) => ({
  shown: count > mostCounted ? `${mostCounted}+` : count > 0 ? String(count) : "",
  label: words.notifications.link({ n: count }),
  short: words.notifications.linkShort({ n: count }),
});
