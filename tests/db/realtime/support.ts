import { drizzle } from "drizzle-orm/node-postgres";
import { Client, Pool } from "pg";
import { inject } from "vitest";
import type { Tx } from "@/db/client";
import * as schema from "@/db/schema";
import { embeddedCarrier } from "@/lib/realtime/embedded";
import { startFanOut } from "@/lib/realtime/fan-out";
import { hostedCarrier, pusherSdk } from "@/lib/realtime/hosted";
import { gossipPresence } from "@/lib/realtime/presence-gossip";
import { direct, freshDatabase } from "@/tests/support/cluster";
import { afterwards, app, running, silent } from "@/tests/unit/realtime/support";

export interface World {
  readonly url: string;
  readonly community: string;
  readonly space: string;
  readonly mara: string;
  readonly jonas: string;
  commit(change: (tx: Tx) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** A world for one test. */
export async function newWorld(): Promise<World> {
  const world = await lastingWorld();
  afterwards(world.close);
  return world;
}

/** A community with one space and two people, in a database of its own. */
export async function lastingWorld(): Promise<World> {
  const url = await freshDatabase();
  const pool = new Pool({ connectionString: url });
  // The database is dropped by force at the end, under connections that are idle.
  pool.on("error", () => {});
  const db = drizzle(pool, { schema });
  const [mara, jonas] = await db
    .insert(schema.people)
    .values([{ name: "Mara" }, { name: "Jonas" }])
    .returning();
  const [brand] = await db
    .insert(schema.brands)
    .values({ slug: "brand", name: "Brand", colour: "#336699" })
    .returning();
  const [community] = await db
    .insert(schema.communities)
    .values({
      brandId: brand!.id,
      slug: "community",
      name: "Community",
      purpose: "",
      zone: "Europe/Berlin",
      locale: "en",
    })
    .returning();
  return {
    url,
    community: community!.id,
    space: "0b0e9c1e-7a55-4f0e-9d80-111111111111",
    mara: mara!.id,
    jonas: jonas!.id,
    commit: (change) => db.transaction(change),
    close: () => pool.end(),
  };
}

/** One app process: a server for sockets and a connection of its own that listens. */
export async function appProcess({ url }: World) {
  const { realtime, port } = await running();
  const gossip = gossipPresence(realtime.hub.presence, silent);
  const ready = new Promise<void>((resolve) => {
    const fanOut = startFanOut({
      connectionString: direct(url),
      carrier: embeddedCarrier(realtime.hub),
      log: silent,
      neighbours: {
        ...gossip,
        ready(line) {
          gossip.ready(line);
          resolve();
        },
      },
    });
    afterwards(() => fanOut.close());
  });
  await ready;
  return { hub: realtime.hub, port };
}

/** An app process that sends through PUSHER_* settings, to the server on this port. */
export async function hostedProcess({ url }: World, port: number) {
  const carrier = hostedCarrier(pusherSdk({ ...app, host: "localhost", port, tls: false }), silent);
  await new Promise<void>((resolve) => {
    const fanOut = startFanOut({
      connectionString: direct(url),
      carrier,
      log: silent,
      neighbours: { heard() {}, ready: () => resolve(), close() {} },
    });
    afterwards(() => fanOut.close());
  });
}

/** Cuts the connections by which the processes listen, as a restarted database would. */
export async function cutLines({ url }: Pick<World, "url">) {
  const client = new Client({ connectionString: inject("adminUrl") });
  await client.connect();
  try {
    await client.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'kindling realtime' AND datname = $1",
      [new URL(url).pathname.slice(1)],
    );
  } finally {
    await client.end();
  }
}
