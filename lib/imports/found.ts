import type { ReactionKind } from "@/db/schema/reactions";
import type { Format } from "@/lib/import/records";

// Its own file because reading fills it, the desk shows it, and writing goes by it.

/** One of the other place's spaces. */
export interface FoundSpace {
  /** Its name there; empty for what stood in none. */
  readonly space: string;
  messages: number;
  /** Whether everybody there could read it, as far as the export tells. */
  open: boolean;
}

/** What an export holds, in numbers: names of spaces and groups, and nobody's words. */
export interface Found {
  readonly format: Format;
  messages: number;
  byBots: number;
  people: number;
  reactions: number;
  /** Reactions that mean none of ours. */
  otherReactions: number;
  /** Messages without any words: a picture, a sticker. */
  withoutWords: number;
  /** Of longer ones than a post may be, the beginning. */
  cut: number;
  /** The same id once more. */
  twice: number;
  /** Decisions and standings, which no import brings yet. */
  decisions: number;
  standings: number;
  /** ISO, UTC; none where there is no message. */
  from: string | null;
  to: string | null;
  spaces: FoundSpace[];
  /** Could not be read; left out on purpose because it was private or deleted. */
  unread: { count: number; leftOut: number; samples: { where: string; why: string }[]; fields: [string, number][] };
}

/** More spaces than this are no community; what is in the others is left out and said. */
export const mostSpaces = 150;

const meant: Readonly<Record<ReactionKind, RegExp>> = {
  love: /^(heart\w*|\w+_heart|love|heart_eyes|❤️?|🧡|💛|💚|💙|💜|🖤|🤍|💖|💕|😍|🥰)$/u,
  funny: /^(joy|laughing|rofl|lol|haha|rolling_on_the_floor_laughing|sweat_smile|😂|🤣|😆|😄|😅)$/u,
  wow: /^(open_mouth|astonished|exploding_head|hushed|scream|wow|😮|😲|🤯|😯)$/u,
  sad: /^(cry|sob|disappointed|frowning\w*|sad|slightly_frowning_face|😢|😭|😞|🙁|☹️?)$/u,
  angry: /^(angry|rage|face_with_symbols_on_mouth|😠|😡|🤬)$/u,
  dislike: /^(-1|thumbsdown|thumbs_down|dislike|👎)$/u,
  like: /^(\+1|thumbsup|thumbs_up|like|likes?|ok_hand|clap|raised_hands|pray|tada|100|fire|star|white_check_mark|heavy_check_mark|check|👍|👏|🙌|🙏|🎉|💯|🔥|⭐|✅|👌)$/u,
};

/** Which of ours a reaction of another place means; nothing, if it means none of them. */
export function reactionOf(what: string): ReactionKind | undefined {
  const name = what
    .trim()
    .toLowerCase()
    .replace(/^:|:$/g, "")
    .replace(/[\u{1f3fb}-\u{1f3ff}]/gu, "");
  return (Object.keys(meant) as ReactionKind[]).find((kind) => meant[kind].test(name));
}
