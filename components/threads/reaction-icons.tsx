import { Angry, Frown, Heart, Laugh, SmilePlus, Sparkles, ThumbsDown, ThumbsUp } from "@/components/ui/icons";

export type Counts = Readonly<Record<string, number>>;

const icons: Record<string, typeof Heart> = {
  like: ThumbsUp,
  love: Heart,
  funny: Laugh,
  wow: Sparkles,
  sad: Frown,
  angry: Angry,
  dislike: ThumbsDown,
};

export function ReactionIcon({ kind }: { kind: string }) {
  const Icon = icons[kind] ?? SmilePlus;
  return <Icon className="i" aria-hidden />;
}

export const totalOf = (counts: Counts): number => Object.values(counts).reduce((sum, n) => sum + n, 0);

/** The three kinds that most people chose, and how many chose any; without one, the sign for choosing. */
export function ReactionSum({ counts }: { counts: Counts }) {
  const top = Object.entries(counts)
    .sort(([, a], [, b]) => b - a)
    .slice(0, 3);
  if (top.length === 0) return <SmilePlus className="i" aria-hidden />;
  return (
    <>
      <span className="g">
        {top.map(([kind]) => (
          <ReactionIcon key={kind} kind={kind} />
        ))}
      </span>
      <span className="num" aria-hidden>
        {totalOf(counts)}
      </span>
    </>
  );
}
