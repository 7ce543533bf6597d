import { type DestinationStream, type LoggerOptions, pino } from "pino";
import { logLevel } from "./env";

// One JSON line an event, on stdout. Ids may be logged; who they are may not: a log outlives a deleted account.
const personal = ["email", "to", "name", "address", "password", "token", "secret", "cookie", "authorization", "ip"];

const options = (level: string): LoggerOptions => ({
  level,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  redact: {
    paths: personal.flatMap((key) => [key, `*.${key}`, `*.*.${key}`, `*.*.*.${key}`]),
    censor: "[left out]",
  },
  serializers: { err: withoutValues },
});

export const logTo = (stream: DestinationStream, level: string) => pino(options(level), stream);

/** Each area takes a child: `log.child({ area: "mail" })`. */
export const log = pino(options(logLevel()));

/** Errors of the database and of mail servers quote values: the address in a unique key, the refused mailbox. */
function withoutValues(error: unknown) {
  if (!(error instanceof Error)) return { message: scrub(String(error)) };
  const { code, responseCode, command, constraint, table } = error as unknown as Record<string, unknown>;
  const cause: unknown = error.cause ? withoutValues(error.cause) : undefined;
  // A failed query's message carries its parameters; the database's own message is in the cause.
  const message = error.message.startsWith("Failed query") ? "Failed query" : scrub(error.message);
  const stack = error.stack
    ?.split("\n")
    .filter((line) => line.trimStart().startsWith("at "))
    .join("\n");
  return { type: error.name, message, code, responseCode, command, constraint, table, stack, cause };
}

const scrub = (text: string) =>
  text
    .replace(/[^\s<>"'()=,;]+@[^\s<>"'(),;]+/g, "[address]")
    .replace(/[A-Za-z0-9_-]{32,}/g, (run) => (/^[0-9a-f-]{36}$/i.test(run) ? run : "[secret]"));
