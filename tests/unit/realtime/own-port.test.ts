import { createServer } from "node:http";
import { expect, test } from "vitest";
import { clientSettings } from "@/lib/realtime/client-settings";
import { openOwnPort, ownPort } from "@/lib/realtime/own-port";
import { selfTest } from "@/lib/realtime/self-test";
import { afterwards, app, browserOf, joined, keepsUpgrades, listen, next, origin, running, silent } from "./support";

const noted = () => {
  const said: string[] = [];
  const note = (_: object, text: string) => void said.push(text);
  return { said, log: { ...silent, warn: note, error: note } };
};

test("the self-test at the start finds out whether upgrades are handed over", async () => {
  const { realtime, port } = await running();
  const setting = { key: app.key, origin, hub: realtime.hub, log: silent, attempts: 1 };
  expect(await selfTest({ ...setting, port })).toBe("taken");
  expect(await selfTest({ ...setting, port: await keepsUpgrades() })).toBe("not taken");
  // Another Kindling on that port is not this one.
  expect(await selfTest({ ...setting, port: (await running()).port })).toBe("not taken");
  expect(await selfTest({ ...setting, port: 1 })).toBe("nobody listens");
});

test("where they are not, sockets get a port of their own, and browsers are told which", async () => {
  const { realtime } = await running();
  const { said, log } = noted();
  const opened = await openOwnPort({ server: realtime, host: "localhost", port: undefined, log });
  afterwards(() => opened.close());
  const port = ownPort()!;
  expect(said.join()).toMatch(/port of their own/);
  expect(clientSettings({ ...app, embedded: true }, "http://localhost:3000")).toMatchObject({ port });

  const name = "private-space-0b0e9c1e-7a55-4f0e-9d80-111111111111-1";
  const channel = await joined(browserOf("mara", port), name);
  const heard = next(channel, "hello");
  realtime.hub.send(name, "hello", { seq: 1 });
  expect(await heard).toEqual({ seq: 1 });
  expect((await fetch(`http://localhost:${port}/`)).status).toBe(404);
  expect((await fetch(`http://localhost:${port}/apps/kindling/channels`)).status).toBe(401);

  opened.close();
  expect(ownPort()).toBeUndefined();
});

test("a number that is taken leaves realtime off, and says so", async () => {
  const { realtime } = await running();
  const other = createServer();
  const port = await listen(other);
  afterwards(() => other.close());
  const { said, log } = noted();
  (await openOwnPort({ server: realtime, host: "localhost", port, log })).close();
  expect(ownPort()).toBeUndefined();
  expect(said).toEqual([expect.stringMatching(/^Realtime is off/)]);
});
