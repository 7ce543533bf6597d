import type { DecisionInput, MemberInput, MembershipInput, MessageInput, ReactionInput } from "@/lib/scoring/input";

// The one common stream: every format ends here, and everything after it starts here.

export interface ImportedMessage extends MessageInput {
  readonly title?: string;
  readonly editedAt?: number;
  /** The words with those they speak to still in them, as `@{their id}` or `@[their name]`; where `text` has them cut out. */
  readonly said?: string;
}

export interface ImportedMember extends MemberInput {
  readonly joinedAt?: number;
  readonly email?: string;
}

export interface ImportedSpace {
  readonly kind: "space";
  readonly id: string;
  readonly name: string;
  readonly open: boolean;
}

export interface ImportedDecision extends DecisionInput {
  readonly title?: string;
}

export type ImportRecord =
  | ImportedMessage
  | ImportedMember
  | ImportedSpace
  | ImportedDecision
  | ReactionInput
  | MembershipInput;

export type Records = AsyncIterable<ImportRecord>;

export const formats = ["jsonl", "csv", "slack", "discord", "discourse", "zulip", "mbox"] as const;
export type Format = (typeof formats)[number];

/** What we were given cannot be read at all; the sentence is for the person who gave it. */
export class Unreadable extends Error {}
