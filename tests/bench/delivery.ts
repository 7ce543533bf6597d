import { randomUUID } from "node:crypto";
import { Agent } from "node:http";
import Pusher from "pusher-js";
import { doing, paths } from "@/lib/paths";
import { cpuTimes } from "./cpu";
import { median } from "./figures";
import { askOnce, demand, type Target } from "./load";
import { type Seeded, world } from "./world";

// How long it takes until those who read along have a post that somebody sends: each is connected as a browser is, with the
// client that browsers use, hears that there is something and asks for it as themselves.

/** For `--only`. */
export const deliveryName = "delivery";
/** As many are connected; of these so many read the thread in which somebody writes, the others something else. */
const connected = 200;
const reading = 20;
const posts = 30;

export interface Delivery {
  connected: number;
  reading: number;
  posts: number;
  /** Milliseconds from the answer to who sent it, over all who read along; and until the last of them had it, over all posts. */
  p50: number;
  p95: number;
  last: number;
  /** CPU milliseconds of app and database for one post, all that it brings about included. */
  cpu: number;
}

interface Reader {
  /** Resolves with the moment at which this reader has a post of that text. */
  until(text: string): Promise<number>;
  close(): void;
}

export async function measureDelivery(target: Target, seeded: Seeded): Promise<Delivery> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const thread = seeded.threads[0]!;
  const as = (n: number) => ({ cookie: `kindling=${seeded.sessions[n % seeded.sessions.length]}` });
  const { text: page } = await askOnce(target.origin, { path: paths.thread(world.community, thread), headers: as(0) });
  const key = /\\"settings\\":\{\\"key\\":\\"([^"\\]+)/.exec(page)?.[1];
  if (!key) throw new Error("The page does not say how to listen.");
  const readers: Reader[] = [];
  try {
    for (let n = 0; n < connected; n++)
      readers.push(
        await listen({ target, agent, key, seeded, headers: as(n), reads: n < reading ? thread.id : undefined }),
      );
    const lags: number[] = [];
    const lasts: number[] = [];
    const before = cpuTimes(target);
    for (let n = 0; n < posts; n++) {
      const text = `Delivery number ${n}, ${randomUUID()}.`;
      const arrived = readers.slice(0, reading).map((reader) => reader.until(text));
      const sent = await post(target, agent, as(reading + n), thread.id, text);
      const each = (await Promise.all(arrived)).map((at) => Math.max(0, at - sent));
      lags.push(...each);
      lasts.push(Math.max(...each));
      await new Promise((rest) => setTimeout(rest, 200));
    }
    const after = cpuTimes(target);
    lags.sort((a, b) => a - b);
    return {
      connected,
      reading,
      posts,
      p50: median(lags),
      p95: lags[Math.floor(lags.length * 0.95)]!,
      last: median(lasts),
      cpu: (after.app + after.db - before.app - before.db) / posts,
    };
  } finally {
    for (const reader of readers) reader.close();
    agent.destroy();
  }
}

async function post(target: Target, agent: Agent, headers: Record<string, string>, thread: string, text: string) {
  const body = new URLSearchParams({ key: randomUUID(), thread, text }).toString();
  const form = { origin: target.origin, "content-type": "application/x-www-form-urlencoded", ...headers };
  const path = doing.community(world.community, "write-post");
  const answer = await askOnce(target.origin, { path, method: "POST", headers: form, body }, agent);
  demand("delivery", answer, answer.status === 303);
  return performance.now();
}

interface Listening {
  target: Target;
  agent: Agent;
  key: string;
  seeded: Seeded;
  headers: Record<string, string>;
  /** The thread whose posts are asked for. */
  reads?: string;
}

async function listen({ target, agent, key, seeded, headers, reads }: Listening): Promise<Reader> {
  const { communityId, spaceId } = seeded.listening;
  const channel = reads ? `space:${spaceId}` : `community:${communityId}`;
  const where = new URLSearchParams({ channel, community: communityId });
  const stands = await askOnce(target.origin, { path: `/api/realtime/catch-up?${where}`, headers }, agent);
  demand("delivery", stands, stands.status === 200);
  const { name } = JSON.parse(stands.text) as { name: string };
  const authorize = async (fields: Record<string, string>) => {
    const body = new URLSearchParams({ ...fields, community: communityId }).toString();
    const form = { origin: target.origin, "content-type": "application/x-www-form-urlencoded", ...headers };
    const answer = await askOnce(
      target.origin,
      { path: "/api/realtime/auth", method: "POST", headers: form, body },
      agent,
    );
    demand("delivery", answer, answer.status === 200);
    return JSON.parse(answer.text);
  };
  const pusher = new Pusher(key, {
    cluster: "",
    wsHost: "localhost",
    wsPort: Number(new URL(target.origin).port),
    forceTLS: false,
    enabledTransports: ["ws"],
    enableStats: false,
    userAuthentication: {
      transport: "ajax",
      endpoint: "",
      customHandler: ({ socketId }, told) =>
        void authorize({ socket_id: socketId }).then((signed) => told(null, signed), told as never),
    },
    channelAuthorization: {
      transport: "ajax",
      endpoint: "",
      customHandler: ({ socketId, channelName }, told) =>
        void authorize({ socket_id: socketId, channel_name: channelName }).then(
          (signed) => told(null, signed),
          told as never,
        ),
    },
  });
  pusher.signin();
  const heard = pusher.subscribe(name);
  await new Promise<void>((done, refuse) => {
    heard.bind("pusher:subscription_succeeded", () => done());
    heard.bind("pusher:subscription_error", refuse);
  });
  const waiting = new Map<string, (at: number) => void>();
  heard.bind(
    "kindling:event",
    async ({ name: what, ids }: { name: string; ids: { thread?: string; position?: number } }) => {
      if (!reads || what !== "post.added" || ids.thread !== reads) return;
      const path = `${paths.since(world.community, reads)}?after=${Number(ids.position) - 1}`;
      const { text } = await askOnce(target.origin, { path, headers }, agent);
      for (const [words, has] of waiting) if (text.includes(words)) has(performance.now());
    },
  );
  return {
    until: (text) =>
      new Promise((done, refuse) => {
        const late = setTimeout(() => refuse(new Error("A post did not come within 30 seconds.")), 30_000);
        waiting.set(text, (at) => {
          clearTimeout(late);
          waiting.delete(text);
          done(at);
        });
      }),
    close: () => pusher.disconnect(),
  };
}
