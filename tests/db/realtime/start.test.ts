import { expect, test } from "vitest";
import { spaceChannel, wireName } from "@/lib/realtime/channels";
import { ownPort } from "@/lib/realtime/own-port";
import { announce } from "@/lib/realtime/publish";
import { startRealtime } from "@/lib/realtime/start";
import { direct } from "@/tests/support/cluster";
import {
  afterwards,
  app,
  browserOf,
  joined,
  keepsUpgrades,
  next,
  origin,
  silent,
  until,
} from "@/tests/unit/realtime/support";
import { newWorld } from "./support";

test("a start whose web server keeps the upgrades comes up on a port of its own, and news travel there", async () => {
  const world = await newWorld();
  const started = startRealtime({
    realtime: { ...app, embedded: true },
    origin,
    port: await keepsUpgrades(),
    host: "localhost",
    databaseUrlDirect: direct(world.url),
    trustedProxies: 0,
    log: silent,
  });
  afterwards(() => started.close());
  await until(() => ownPort() !== undefined);
  const channel = await joined(browserOf(world.mara, ownPort()!), wireName(spaceChannel(world.space), 1));
  const heard = next<{ seq: number }>(channel, "kindling:event");
  const place = { communityId: world.community, channel: `space:${world.space}` } as const;
  await world.commit((tx) => announce(tx, { ...place, name: "post.added", ids: {} }));
  expect((await heard).seq).toBe(1);
  await started.close();
  await until(() => ownPort() === undefined);
});
