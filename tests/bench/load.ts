import { Agent, request as send } from "node:http";
import { cpuTimes } from "./cpu";
import type { Round } from "./figures";

export interface Ask {
  path: string;
  method?: "GET" | "POST";
  headers?: Record<string, string>;
  body?: string;
}

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

/** What is asked, and how the right answer is known. */
export interface Asking {
  name: string;
  ask: (n: number) => Ask;
  right: (answer: Answer, n: number) => boolean;
}

/** Where to send to, and whose CPU time counts. */
export interface Target {
  origin: string;
  app: number;
  database?: number;
}

export interface Bounds {
  connections: number;
  requests: number;
  seconds: number;
}

export function askOnce(origin: string, { path, method = "GET", headers, body }: Ask, agent?: Agent): Promise<Answer> {
  return new Promise((done, refuse) => {
    const sent = send(new URL(path, origin), { method, headers, agent }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("error", refuse);
      answer.on("end", () => {
        done({ status: answer.statusCode ?? 0, headers: answer.headers, text: Buffer.concat(parts).toString("utf8") });
      });
    });
    sent.setTimeout(30_000, () => sent.destroy(new Error(`No answer from ${path} within 30 seconds.`)));
    sent.on("error", refuse);
    sent.end(body);
  });
}

/** Every answer is looked at: a fast wrong page is not a result. */
export function demand(name: string, answer: Answer, good: boolean): void {
  if (good) return;
  const seen = `${answer.status} ${answer.headers.location ?? ""} ${answer.text.slice(0, 400)}`;
  throw new Error(`${name}: this is not the answer that was expected:\n${seen}`);
}

/** As many requests as the bounds allow, on so many connections at once, each of which asks one after the other. */
export async function runRound(
  { name, ask, right }: Asking,
  { origin, ...processes }: Target,
  bounds: Bounds,
): Promise<Round> {
  const agent = new Agent({ keepAlive: true, maxSockets: bounds.connections });
  const latencies: number[] = [];
  const before = cpuTimes(processes);
  const began = performance.now();
  const over = () => performance.now() - began > bounds.seconds * 1000;
  let next = 0;
  const connection = async () => {
    while (next < bounds.requests && !over()) {
      const sent = performance.now();
      const n = next++;
      const answer = await askOnce(origin, ask(n), agent);
      latencies.push(performance.now() - sent);
      demand(name, answer, right(answer, n));
    }
  };
  try {
    await Promise.all(Array.from({ length: bounds.connections }, connection));
  } finally {
    agent.destroy();
  }
  const seconds = (performance.now() - began) / 1000;
  const after = cpuTimes(processes);
  return { requests: latencies.length, seconds, app: after.app - before.app, db: after.db - before.db, latencies };
}
