import type { Database, Tx } from "@/db/client";

/** What is due: about what (an opaque id, or "all") and for which time ("2026-03-29", "2026-W13", "once"). */
export type Due = { subject: string; period: string };

type Marked = {
  /** noun.verb */
  kind: string;
  /** How often to look for what is due: cron, UTC. Work that is asked for is also looked for at once. */
  every: string;
  /** What is due by the clock. Leave it out where the work is only ever asked for. */
  due?: (on: Database) => Promise<Due[]>;
  /** The effect, in the transaction that also marks it done. */
  run: (tx: Tx, subject: string, period: string) => Promise<void>;
};

/** Work whose effect is outside the database: it claims its own rows, and claims each once. */
type Outside = { kind: string; every: string; deliver: () => Promise<void> };

export type Job = Marked | Outside;
export type MarkedJob = Marked;

export const defineJob = <J extends Job>(job: J): J => job;

export const everyMinute = "* * * * *";
export const everyHour = "7 * * * *";
export const everyNight = "23 3 * * *";
