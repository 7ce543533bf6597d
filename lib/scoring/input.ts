// What the method is told: what people did, and what they were given. Nothing else is ever looked at.

export type Role = "member" | "moderator" | "staff" | "bot";

export interface MessageInput {
  readonly kind: "message";
  readonly id: string;
  readonly author: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly space?: string;
  /** Without one, the message stands in the flow of its space. */
  readonly thread?: string;
  /** The id of the message it answers. */
  readonly answers?: string;
  /** Ids of people. */
  readonly mentions?: readonly string[];
  /** Names of people, as they are written after an @. */
  readonly mentionedNames?: readonly string[];
  /** Ids of messages. */
  readonly quotes?: readonly string[];
  /** Ids of older messages, or decisions, that it links to. */
  readonly refs?: readonly string[];
  readonly text: string;
  readonly role?: Role;
  /** Set to false where the space is open to some only. */
  readonly open?: boolean;
}

export interface MemberInput {
  readonly kind: "member";
  readonly id: string;
  readonly name?: string;
  readonly role?: Role;
  /** Left the score: nothing of them counts. */
  readonly left?: boolean;
}

export interface ReactionInput {
  readonly kind: "reaction";
  readonly message: string;
  readonly member: string;
  readonly what: string;
  readonly at?: number;
}

/** A standing that somebody was given: a badge, a role, a group. */
export interface MembershipInput {
  readonly kind: "membership";
  readonly group: string;
  readonly member: string;
  readonly from?: number;
  readonly to?: number;
  readonly bought?: boolean;
}

export interface DecisionInput {
  readonly kind: "decision";
  readonly id: string;
  readonly closedAt?: number;
  readonly by?: "members" | "brand";
  readonly deliveredAt?: number;
}

export type Activity = MessageInput | MemberInput | ReactionInput | MembershipInput | DecisionInput;
