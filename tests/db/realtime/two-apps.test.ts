import { sql } from "drizzle-orm";
import Pusher from "pusher-js";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { keyedDigest } from "@/lib/access/secrets";
import { withInstance } from "@/tests/support/http";
import type { Principal } from "@/tests/support/principals";
import { testSecrets } from "@/tests/support/secrets";
import { afterwards, next, until } from "@/tests/unit/realtime/support";

const instance = withInstance();
let second = "";
beforeAll(async () => {
  second = await instance.another();
}, 120_000);

/** As a browser would ask the second process, which knows that it is called by the address of both. */
async function askSecond(who: Principal, path: string, body?: URLSearchParams) {
  const answer = await fetch(second + path, {
    method: body ? "POST" : "GET",
    headers: { cookie: `kindling=${await instance.world.session(who)}`, origin: instance.origin },
    body,
  });
  if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}`);
  return answer.json();
}

/** The real pusher-js at the second process, signed for by that process itself. */
async function listen(who: Principal, channel: string, community = "") {
  const place = { channel, ...(community && { community }) };
  const { name, seq } = await askSecond(who, `/api/realtime/catch-up?${new URLSearchParams(place)}`);
  const sign = (socketId: string, more = {}) =>
    askSecond(who, "/api/realtime/auth", new URLSearchParams({ socket_id: socketId, ...more }));
  const pusher = new Pusher(testSecrets.PUSHER_KEY, {
    cluster: "",
    wsHost: "localhost",
    wsPort: Number(new URL(second).port),
    forceTLS: false,
    enabledTransports: ["ws"],
    userAuthentication: {
      customHandler: ({ socketId }, told) => void sign(socketId).then((signed) => told(null, signed), told as never),
    },
    channelAuthorization: {
      customHandler: ({ socketId, channelName }, told) =>
        void sign(socketId, { channel_name: channelName, ...(community && { community }) }).then(
          (signed) => told(null, signed),
          told as never,
        ),
    },
  });
  afterwards(() => pusher.disconnect());
  pusher.signin();
  await until(() => Boolean(pusher.user.user_data));
  const joined = pusher.subscribe(name);
  await next(joined, "pusher:subscription_succeeded");
  return { pusher, joined, seq };
}

const send = async (who: Principal, path: string, form: Record<string, string>) =>
  expect((await instance.ask(who, path, { method: "POST", form })).status, path).toBe(303);

test("two processes of the app are in step by LISTEN/NOTIFY: what is written through one is heard at the other", async () => {
  const { a, people } = instance.world;
  await send("outsider", `/${a.asking}/do/ask-to-join`, { message: "May I?" });
  const { joined, seq } = await listen("outsider", `person:${people.outsider}`);
  const heard = next<{ seq: number; name: string; ids: object }>(joined, "kindling:event");
  const { rows } = await db().execute<{ id: string }>(
    sql`select id from join_requests where person_id = ${people.outsider} and decided_at is null`,
  );
  await send("owner", `/${a.asking}/do/decide-request`, { request: rows[0]!.id, decision: "let in", reason: "" });
  expect(await heard).toMatchObject({ seq: seq + 1, name: "entry.decided" });
});

test("two processes of the app: who is put out through one is disconnected at the other, and nobody else", async () => {
  const { a, people } = instance.world;
  const room = `space:${a.rooms.hidden.id}`;
  const insider = await listen("insider", room, a.communityId);
  const other = await listen("manager", room, a.communityId);
  const ended = next(insider.pusher.connection, "disconnected");
  const moved = next<{ epoch: number }>(other.joined, "kindling:moved");
  await send("manager", `/${a.community}/do/remove-person`, { person: people.insider, reason: "It had to be." });
  await ended;
  expect((await moved).epoch).toBeGreaterThan(1);
  expect(other.pusher.connection.state).toBe("connected");
  await expect(listen("insider", room, a.communityId)).rejects.toThrow("404");
});

test("who does not want to be shown is gone from the list at once, and their browser comes back unannounced", async () => {
  const { a, people } = instance.world;
  const presence = async (who: Principal) => {
    const asked = new URLSearchParams({ channel: `space:${a.rooms.hidden.id}`, community: a.communityId });
    const { presence: name } = await askSecond(who, `/api/realtime/catch-up?${asked}`);
    const form = { socket_id: "1.1", channel_name: name, community: a.communityId };
    const { channel_data: data } = await askSecond(who, "/api/realtime/auth", new URLSearchParams(form));
    return JSON.parse(data);
  };
  expect(await presence("owner")).not.toHaveProperty("unseen");
  const { pusher } = await listen("owner", `person:${people.owner}`);
  const ended = next(pusher.connection, "disconnected");
  // A box that is not ticked sends nothing.
  await send("owner", "/do/setting", { setting: "presenceShown" });
  await ended;
  expect(await presence("owner")).toMatchObject({ unseen: true });
});

test("asking to listen, and what was missed, too often is answered with 429 and the time", async () => {
  const me = instance.world.people.representative;
  const room = { channel: `person:${me}` };
  const asked = {
    authorize: () =>
      instance.ask("representative", "/api/realtime/auth", { method: "POST", form: { socket_id: "1.1" } }),
    "catch up": () => instance.ask("representative", `/api/realtime/catch-up?${new URLSearchParams(room)}`),
  };
  for (const [what, ask] of Object.entries(asked)) {
    expect((await ask()).status, what).toBe(200);
    const key = keyedDigest("attempts", `realtime ${what} ${me}`);
    const { rowCount } = await db().execute(sql`update attempts set count = 3000 where key = ${key}`);
    expect(rowCount, what).toBe(1);
    const { status, headers } = await ask();
    expect(status, what).toBe(429);
    expect(Number(headers.get("retry-after")), what).toBeGreaterThan(600);
  }
});
