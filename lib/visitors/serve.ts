import type { IncomingMessage, ServerResponse } from "node:http";
import { gunzipSync, gzip } from "node:zlib";
import type { Visitors } from "@/lib/realtime/http-events";
import type { Line } from "@/lib/realtime/line";
import type { Log } from "@/lib/realtime/log";
import { communityOfAnswer } from "./mark";
import { again, type Kept, keep } from "./page";
import { keyOf } from "./request";
import type { Shelf } from "./shelf";

/** Fast, and within a tenth of the smallest. */
const level = 3;
/** More is no page. */
const largest = 2_000_000;

interface Setting {
  readonly shelf: Shelf;
  readonly line: Pick<Line, "query">;
  readonly host: string;
  readonly log: Log;
}

/** Answers from what is kept, or lets the request go on and keeps what it is answered with. */
export function visitorsWith({ shelf, line, host, log }: Setting): Visitors {
  const caughtUp = barrier(line);
  return {
    answer(request, response, go) {
      const key = keyOf(request, host);
      if (key === undefined) return go();
      const make = () => {
        record(response, { shelf, log }, key);
        go();
      };
      if (!shelf.has(key)) return make();
      // Whatever was committed before this request came is heard before it is answered.
      caughtUp().then(
        () => {
          const page = shelf.get(key, Date.now());
          if (page && !response.destroyed) send(request, response, page);
          else make();
        },
        (err: unknown) => {
          log.warn({ err }, "What is kept for visitors cannot be asked about; pages are made anew");
          make();
        },
      );
    },
  };
}

/**
 * Asks the connection that listens a question: what the database told it before comes before the answer. Requests that wait
 * at once share a question, but never one that was asked before they came.
 */
export function barrier(line: Pick<Line, "query">): () => Promise<void> {
  let asking: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  function ask(): Promise<void> {
    const answer: Promise<void> = line.query("SELECT 1", []).then(() => undefined);
    asking = answer.finally(() => {
      asking = undefined;
    });
    // Whoever asked is told of what failed.
    asking.catch(() => {});
    return answer;
  }
  return () => {
    if (!asking) return ask();
    next ??= asking
      .catch(() => {})
      .then(() => {
        next = undefined;
        return ask();
      });
    return next;
  };
}

function send(request: IncomingMessage, response: ServerResponse, page: Kept): void {
  const { headers, body } = again(page);
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.setHeader("server-timing", "kept");
  response.statusCode = 200;
  if (!/\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""))) {
    response.setHeader("content-length", body.byteLength);
    response.end(body);
    return;
  }
  gzip(body, { level }, (error, small) => {
    if (error) return response.destroy(error);
    response.setHeader("content-encoding", "gzip");
    response.setHeader("content-length", small.byteLength);
    response.end(small);
  });
}

/** Looks on while the page is answered, and keeps it once it is whole. */
function record(response: ServerResponse, { shelf, log }: Pick<Setting, "shelf" | "log">, key: string): void {
  const since = shelf.now();
  const at = Date.now();
  const chunks: Buffer[] = [];
  let size = 0;
  const take = (chunk: unknown, encoding: unknown) => {
    // Pictures and feeds go by without being looked at.
    if (chunks.length === 0 && !isPage(response)) size = largest + 1;
    if (size > largest || !(typeof chunk === "string" || chunk instanceof Uint8Array)) return;
    const bytes =
      typeof chunk === "string"
        ? Buffer.from(chunk, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8")
        : Buffer.from(chunk);
    size += bytes.byteLength;
    chunks.push(bytes);
  };
  const { write, end } = response;
  response.write = function (this: ServerResponse, ...args: unknown[]) {
    take(args[0], args[1]);
    return (write as (...all: unknown[]) => boolean).apply(this, args);
  } as typeof response.write;
  response.end = function (this: ServerResponse, ...args: unknown[]) {
    take(args[0], args[1]);
    return (end as (...all: unknown[]) => ServerResponse).apply(this, args);
  } as typeof response.end;
  response.once("finish", () => {
    const community = communityOfAnswer(response);
    if (!community || response.statusCode !== 200 || size > largest) return;
    const headers = headersOf(response);
    try {
      const page = keep({ headers, html: textOf(Buffer.concat(chunks), headers["content-encoding"]) });
      if (page) shelf.put(key, page, { community, since, at });
    } catch (err) {
      // It was answered; only the next visitor waits a little longer.
      log.warn({ err }, "A page could not be kept for visitors");
    }
  });
}

const isPage = (response: ServerResponse) => String(response.getHeader("content-type")).startsWith("text/html");

const headersOf = (response: ServerResponse): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(response.getHeaders()).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.map(String) : String(value)]],
    ),
  );

/** What came compressed is kept as it was; in another way than ours, as nothing. */
function textOf(body: Buffer, encoding: string | string[] | undefined): string {
  if (encoding === undefined || encoding === "identity") return body.toString("utf8");
  return encoding === "gzip" ? gunzipSync(body).toString("utf8") : "";
}
