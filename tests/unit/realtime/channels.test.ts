import { expect, test } from "vitest";
import {
  channelOf,
  communityChannel,
  personChannel,
  presenceName,
  readChannel,
  readWireName,
  spaceChannel,
  wireName,
} from "@/lib/realtime/channels";
import { clientSettings } from "@/lib/realtime/client-settings";
import { readEventNote, readRevokeNote } from "@/lib/realtime/topics";

const id = "0b0e9c1e-7a55-4f0e-9d80-111111111111";
const community = "0b0e9c1e-7a55-4f0e-9d80-222222222222";

test.each([communityChannel(id), spaceChannel(id), personChannel(id)])(
  "%s is found again in its wire name",
  (channel) => {
    const read = readWireName(wireName(channel, 12));
    expect(read && channelOf(read)).toBe(channel);
    expect(read).toMatchObject({ presence: false, epoch: 12, id });
    expect(readChannel(channel)).toMatchObject({ id });
  },
);

test("a space alone shows who is there", () => {
  expect(presenceName(`space:${id}`, 3)).toBe(`presence-space-${id}-3`);
  expect(readWireName(`presence-space-${id}-3`)).toMatchObject({ presence: true, kind: "space", epoch: 3 });
  expect(readWireName(`presence-person-${id}-3`)).toBeUndefined();
});

test.each([
  `private-space-${id}`,
  `private-space-${id}-0`,
  `private-space-${id}-01`,
  `private-space-${id}-1e3`,
  `private-space-${id}-1-1`,
  `private-space-${id.toUpperCase()}-1`,
  `private-thread-${id}-1`,
  `private-space-${id}-1\n`,
  "private-space-x-1",
  "",
])("%j is nobody's name", (name) => {
  expect(readWireName(name)).toBeUndefined();
});

test("what processes tell each other is read back, and nothing else", () => {
  expect(readEventNote(`${community}:space:${id}:7`)).toEqual({
    communityId: community,
    channel: `space:${id}`,
    seq: 7,
  });
  expect(readEventNote(`person:${id}:7`)).toEqual({ communityId: undefined, channel: `person:${id}`, seq: 7 });
  expect(readRevokeNote(`${community}:space:${id}:2:p`)).toMatchObject({
    epoch: 2,
    personId: "p",
    channel: `space:${id}`,
  });
  expect(readRevokeNote(`person:${id}:2:${id}`)).toMatchObject({ epoch: 2, personId: id, communityId: undefined });
  for (const other of ["", "x", `space:${id}:7`, `${community}:person:${id}:7`, `${community}:space:${id}:x`])
    expect(readEventNote(other)).toBeUndefined();
});

test("the browser is told where to connect, and no secret", () => {
  const app = { appId: "a", key: "k", secret: "s" };
  const of = (more: object, origin = "https://c.example") =>
    clientSettings({ ...app, embedded: false, ...more }, origin);
  expect(of({ embedded: true })).toMatchObject({ host: "c.example", port: 443, tls: true });
  expect(of({ embedded: true }, "http://localhost:3000")).toMatchObject({ host: "localhost", port: 3000, tls: false });
  // Where sockets have a port of their own.
  expect(clientSettings({ ...app, embedded: true }, "https://c.example", 6123)).toMatchObject({
    port: 6123,
    tls: true,
  });
  expect(of({ cluster: "eu" })).toMatchObject({ host: "ws-eu.pusher.com", port: 443, tls: true });
  expect(of({ host: "api-eu.pusher.com" })).toMatchObject({ host: "ws-eu.pusher.com" });
  expect(of({ host: "push.example", port: 6001, tls: false })).toMatchObject({
    host: "push.example",
    port: 6001,
    tls: false,
  });
  expect(JSON.stringify(of({}))).not.toContain('"s"');
});
