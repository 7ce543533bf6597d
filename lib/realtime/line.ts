import { Client, type QueryResultRow } from "pg";
import { backoff } from "./backoff";
import type { Log } from "./log";

const heartbeatMs = 15_000;
const answerWithinMs = 5_000;

export interface Line {
  /** Rejects while there is no connection. */
  query<Row extends QueryResultRow>(text: string, values: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

interface Setting {
  readonly connectionString: string;
  readonly topics: readonly string[];
  readonly log: Log;
  heard(topic: string, payload: string): void;
  /** After every connect: whatever was said before it went unheard. */
  ready(): void;
}

/** The one direct connection of this process that LISTENs; it comes back by itself. */
export function keepLine({ connectionString, topics, log, heard, ready }: Setting): Line {
  let client: Client | undefined;
  let attempt = 0;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  /** One connection answers one question at a time. */
  function ask<Row extends QueryResultRow>(text: string, values?: unknown[]) {
    const asked = client;
    const answer = turn.then(() => {
      if (!asked || asked !== client) throw new Error("There is no realtime connection to the database.");
      return asked.query<Row>(text, values);
    });
    turn = answer.catch(() => {});
    return answer;
  }

  async function connect() {
    const next = new Client({
      connectionString,
      keepAlive: true,
      connectionTimeoutMillis: answerWithinMs,
      query_timeout: answerWithinMs,
      application_name: "kindling realtime",
    });
    next.on("error", () => lost(next));
    next.on("end", () => lost(next));
    next.on("notification", ({ channel, payload = "" }) => heard(channel, payload));
    try {
      await next.connect();
      for (const topic of topics) await next.query(`LISTEN ${next.escapeIdentifier(topic)}`);
    } catch (error) {
      log.warn({ err: error }, "The realtime connection to the database failed; trying again");
      return lost(next, true);
    }
    if (closed) return void next.end().catch(() => {});
    client = next;
    attempt = 0;
    timer = setTimeout(beat, heartbeatMs);
    ready();
  }

  /** A peer that vanished without a word (a pulled cable, a frozen host) is found out only by asking. */
  function beat() {
    const asked = client;
    ask("SELECT 1").then(
      () => {
        if (client === asked && !closed) timer = setTimeout(beat, heartbeatMs);
      },
      () => asked && lost(asked),
    );
  }

  function lost(gone: Client, neverWorked = false) {
    if (!neverWorked && client !== gone) return;
    if (client === gone) {
      client = undefined;
      log.warn({}, "The realtime connection to the database was lost; connecting again");
    }
    gone.removeAllListeners();
    gone.on("error", () => {});
    gone.end().catch(() => {});
    clearTimeout(timer);
    if (!closed) timer = setTimeout(connect, backoff(attempt++));
  }

  void connect();

  return {
    query: async <Row extends QueryResultRow>(text: string, values: unknown[]) => (await ask<Row>(text, values)).rows,
    async close() {
      closed = true;
      clearTimeout(timer);
      const last = client;
      client = undefined;
      last?.removeAllListeners();
      last?.on("error", () => {});
      await last?.end().catch(() => {});
    },
  };
}
