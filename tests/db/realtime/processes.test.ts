import { expect, test } from "vitest";
import { presenceName, spaceChannel, wireName } from "@/lib/realtime/channels";
import { announce, announceToPerson, revokeAccess } from "@/lib/realtime/publish";
import { afterwards, browserOf, joined, next, running, signedIn, until } from "@/tests/unit/realtime/support";
import { appProcess, cutLines, hostedProcess, newWorld, type World } from "./support";

interface Heard {
  seq: number;
  name: string;
  ids: object;
}

const post = (world: World, n: number) =>
  world.commit((tx) =>
    announce(tx, {
      communityId: world.community,
      channel: `space:${world.space}`,
      name: "post.added",
      ids: { post: `p${n}` },
    }),
  );

async function listener(person: string, port: number, name: string) {
  const browser = browserOf(person, port);
  await signedIn(browser);
  const channel = await joined(browser, name);
  const heard: Heard[] = [];
  const heads: number[] = [];
  channel.bind("kindling:event", (event: Heard) => heard.push(event));
  channel.bind("kindling:head", ({ seq }: Heard) => heads.push(seq));
  return { browser, channel, heard, heads, seqs: () => heard.map((event) => event.seq) };
}

const upTo = (last: number) => Array.from({ length: last }, (_, n) => n + 1);

test("twenty writers at once: every process tells the events in the order of the commits", async () => {
  const world = await newWorld();
  const [one, two] = [await appProcess(world), await appProcess(world)];
  const name = wireName(spaceChannel(world.space), 1);
  const mara = await listener(world.mara, one.port, name);
  const jonas = await listener(world.jonas, two.port, name);
  // Twenty writers at once: the order of the numbers is the order of the commits.
  await Promise.all(upTo(20).map((n) => post(world, n)));
  await until(() => mara.heard.length === 20 && jonas.heard.length === 20);
  expect(mara.seqs()).toEqual(upTo(20));
  expect(jonas.heard).toEqual(mara.heard);
});

test("what was rolled back is told to nobody and leaves no gap", async () => {
  const world = await newWorld();
  const { port } = await appProcess(world);
  const mara = await listener(world.mara, port, wireName(spaceChannel(world.space), 1));
  const failing = world.commit(async (tx) => {
    await announce(tx, { communityId: world.community, channel: `space:${world.space}`, name: "post.added", ids: {} });
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  await post(world, 1);
  await until(() => mara.heard.length === 1);
  expect(mara.seqs()).toEqual([1]);
});

test("events hold ids, never text", async () => {
  const world = await newWorld();
  const telling = world.commit((tx) =>
    announceToPerson(tx, { personId: world.mara, name: "note.added", ids: { title: "Hello Mara" } }),
  );
  await expect(telling).rejects.toThrow(/ids only/);
});

test("a person is told wherever they are, and nobody else is", async () => {
  const world = await newWorld();
  const [one, two] = [await appProcess(world), await appProcess(world)];
  const mara = await listener(world.mara, one.port, wireName(`person:${world.mara}`, 1));
  const maraElsewhere = await listener(world.mara, two.port, wireName(`person:${world.mara}`, 1));
  const jonas = await listener(world.jonas, two.port, wireName(`person:${world.jonas}`, 1));
  await world.commit((tx) => announceToPerson(tx, { personId: world.mara, name: "note.added", ids: { note: "n1" } }));
  await until(() => mara.heard.length + maraElsewhere.heard.length === 2);
  expect(jonas.heard).toEqual([]);
});

test("revocation by epoch, in every process", async () => {
  const world = await newWorld();
  const [one, two] = [await appProcess(world), await appProcess(world)];
  const name = wireName(spaceChannel(world.space), 1);
  const mara = await listener(world.mara, one.port, name);
  const maraElsewhere = await listener(world.mara, two.port, name);
  const jonas = await listener(world.jonas, two.port, name);
  const ended = Promise.all([mara, maraElsewhere].map(({ browser }) => next(browser.connection, "disconnected")));
  const moved = next<{ epoch: number }>(jonas.channel, "kindling:moved");
  await world.commit(async (tx) => {
    await revokeAccess(tx, { communityId: world.community, channel: `space:${world.space}`, personId: world.mara });
    await announce(tx, { communityId: world.community, channel: `space:${world.space}`, name: "post.added", ids: {} });
  });
  await ended;
  expect((await moved).epoch).toBe(2);

  // With a signature from before, she joins a channel on which nothing is said any more.
  const back = await listener(world.mara, one.port, name);
  const moving = await listener(world.jonas, two.port, wireName(spaceChannel(world.space), 2));
  await post(world, 2);
  await until(() => moving.heard.length === 1);
  expect(moving.seqs()).toEqual([2]);
  expect([...mara.heard, ...maraElsewhere.heard, ...back.heard]).toEqual([]);
});

test("what happened while the database could not be heard is made good", async () => {
  const world = await newWorld();
  const { port, hub } = await appProcess(world);
  const name = wireName(spaceChannel(world.space), 1);
  const mara = await listener(world.mara, port, name);
  await cutLines(world);
  await post(world, 1);
  await post(world, 2);
  // The head tells how far things went; the browser asks for what it lacks.
  // If the line was back between the two, the second comes by itself.
  await until(() => mara.heads.includes(2) || mara.seqs().includes(2));

  await cutLines(world);
  await world.commit((tx) =>
    revokeAccess(tx, { communityId: world.community, channel: `space:${world.space}`, personId: world.mara }),
  );
  await until(() => hub.listeners(name) === 0);
});

test("presence spans processes, and survives a cut line", async () => {
  const world = await newWorld();
  const [one, two] = [await appProcess(world), await appProcess(world)];
  const name = presenceName(`space:${world.space}`, 1);
  const mara = browserOf(world.mara, one.port);
  await joined(mara, name);
  const jonas = browserOf(world.jonas, two.port);
  await joined(jonas, name);
  const everybody = () => [one, two].every(({ hub }) => hub.presence.members(name).length === 2);
  await until(everybody);
  await cutLines(world);
  mara.disconnect();
  await until(() => two.hub.presence.members(name).length === 1);
  expect(two.hub.presence.members(name)).toEqual([world.jonas]);
});

test("through PUSHER_* settings two processes send each event once", async () => {
  const world = await newWorld();
  const { port } = await running();
  const name = wireName(spaceChannel(world.space), 1);
  const mara = await listener(world.mara, port, name);
  const jonas = await listener(world.jonas, port, name);
  await Promise.all([hostedProcess(world, port), hostedProcess(world, port)]);
  await Promise.all(upTo(12).map((n) => post(world, n)));
  await until(() => mara.heard.length >= 12);
  const ended = next(mara.browser.connection, "disconnected");
  const moved = next(jonas.channel, "kindling:moved");
  await world.commit((tx) =>
    revokeAccess(tx, { communityId: world.community, channel: `space:${world.space}`, personId: world.mara }),
  );
  await ended;
  await moved;
  expect([...jonas.seqs()].sort((a, b) => a - b)).toEqual(upTo(12));
});

test("what was committed while every process was down is sent by the first to come up", async () => {
  const world = await newWorld();
  const { port } = await running();
  const mara = await listener(world.mara, port, wireName(spaceChannel(world.space), 1));
  await post(world, 1);
  await hostedProcess(world, port);
  await until(() => mara.heard.length === 1);
  afterwards(() => expect(mara.seqs()).toEqual([1]));
});
