import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/mail";
import { people } from "@/db/schema/people";
import { seal } from "@/lib/access/secrets";
import { sendAgain } from "@/lib/mail/commands";
import { deliver, settle } from "@/lib/mail/deliver";
import { enqueueMail } from "@/lib/mail/outbox";
import { lastMails, mailInDoubt } from "@/lib/mail/queries";
import { smtp } from "@/lib/mail/transport";
import { changeMySetting } from "@/lib/settings/commands";
import { aPerson, as, onFreshDatabase } from "../jobs/product";
import { mailSink } from "./sink";

onFreshDatabase();
const sink = mailSink();
const send = () => deliver(smtp(sink.url, "Kindling <hello@tea.example>"));
const token = "a-token-that-signs-somebody-in-0123456789";

beforeEach(async () => {
  await db().delete(outbox);
});

const magicLink = (personId: string) =>
  db().transaction((tx) => enqueueMail(tx, { personId, kind: "magic-link", params: {}, secret: token }));
const notice = (personId: string) =>
  db().transaction((tx) => enqueueMail(tx, { personId, kind: "export-ready", params: {} }));
const rows = () => db().select().from(outbox).orderBy(outbox.createdAt);
const states = async () => (await rows()).map(({ state }) => state);

test("Ada asks for a sign-in link and gets one readable mail", async () => {
  await magicLink(await aPerson({ email: "ada@people.example" }));
  const [before] = await rows();
  await send();

  const [one] = sink.received;
  expect(one).toMatchObject({ from: "hello@tea.example", to: ["ada@people.example"] });
  expect(one?.mail.subject).toBe("Your sign-in link");
  expect(one?.mail.messageId).toBe(before?.messageId);
  expect(one?.mail.headers.get("auto-submitted")).toBe("auto-generated");
  const link = `https://tea.example/sign-in/link/${token}`;
  expect(one?.mail.text).toContain(link);
  expect(one?.mail.html).toContain(`href="${link}"`);
  expect(one?.mail.html).toContain('lang="en"');
  expect(await rows()).toMatchObject([{ state: "sent", sealed: null, trouble: null }]);
});

test("the outbox holds no name, address or readable token at any time", async () => {
  await magicLink(await aPerson({ email: "canary@people.example", name: "Canary Person" }));
  const stored = JSON.stringify(await rows());
  for (const secret of ["canary@", "Canary Person", token]) expect(stored).not.toContain(secret);
});

test("Jonas reads German, and somebody unnamed is still somebody", async () => {
  const personId = await aPerson({ locale: "de", zone: "Europe/Berlin" });
  await db().transaction((tx) =>
    enqueueMail(tx, { personId, kind: "new-device", params: { at: "2026-10-25T00:30:00Z" } }),
  );
  await send();
  expect(sink.received[0]?.mail.subject).toBe("Ein neues Gerät hat sich bei deinem Konto angemeldet");
  expect(sink.received[0]?.mail.text).toContain("25. Oktober 2026 um 02:30 MESZ");
});

test("the job twice, and four at once: each mail goes out once", async () => {
  for (let n = 0; n < 12; n++) await notice(await aPerson());
  await Promise.all([send(), send(), send(), send()]);
  await send();
  expect(sink.received).toHaveLength(12);
  expect(new Set(sink.received.map(({ mail }) => mail.messageId)).size).toBe(12);
  expect(new Set(await states())).toEqual(new Set(["sent"]));
});

test("a mail of a transaction that failed is never sent", async () => {
  const personId = await aPerson();
  const failing = db().transaction(async (tx) => {
    await enqueueMail(tx, { personId, kind: "export-ready", params: {} });
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  await send();
  expect(sink.received).toHaveLength(0);
});

test("the server dies after it got the message: nobody gets it twice, security mail is offered again", async () => {
  const [ada, mara] = [await aPerson(), await aPerson()];
  await magicLink(ada);
  await notice(mara);
  sink.mood = "dies after the message";
  await send();
  expect(await states()).toEqual(["unknown", "unknown"]);
  sink.mood = "takes";
  await send();
  await settle();
  expect(sink.received).toHaveLength(2);

  expect(await mailInDoubt(await as(mara))).toEqual([]);
  const [doubt] = await mailInDoubt(await as(ada));
  const again = { mailId: doubt!.id };
  await expect(sendAgain(await as(mara), again, { key: randomUUID() })).rejects.toThrow("common.notFound");
  await sendAgain(await as(ada), again, { key: randomUUID() });
  await send();
  expect(sink.received).toHaveLength(3);
  expect(sink.received[2]?.mail.messageId).toBe(sink.received[0]?.mail.messageId);
  expect(sink.received[2]?.mail.text).toContain(token);
});

test("we die while sending: the outcome is unknown and stays so", async () => {
  await notice(await aPerson());
  await db().update(outbox).set({ state: "sending", sendingSince: sql`now() - interval '4 minutes'` });
  await settle();
  await send();
  expect(await states()).toEqual(["sending"]);
  await db().update(outbox).set({ sendingSince: sql`now() - interval '6 minutes'` });
  await settle();
  await send();
  expect(await states()).toEqual(["unknown"]);
  expect(sink.received).toHaveLength(0);
});

test.each(["hangs up first", "is busy"] as const)("a server that %s is tried again later", async (mood) => {
  await magicLink(await aPerson());
  sink.mood = mood;
  await send();
  const [waiting] = await rows();
  expect(waiting).toMatchObject({ state: "queued", attempts: 1 });
  expect(waiting?.sealed).not.toBeNull();
  expect(waiting?.trouble).not.toContain("@");
  expect(waiting!.nextAt.getTime()).toBeGreaterThan(Date.now() + 30_000);
  sink.mood = "takes";
  await send();
  expect(sink.received).toHaveLength(0);
  await db().update(outbox).set({ nextAt: sql`now()` });
  await send();
  expect(sink.received).toHaveLength(1);
});

test("a mailbox that does not exist is not tried again, and its token is forgotten", async () => {
  await magicLink(await aPerson());
  sink.mood = "refuses for good";
  await send();
  expect(await rows()).toMatchObject([{ state: "failed", trouble: "550", sealed: null }]);
});

test("the address is looked up when it is sent; who is erased by then gets nothing but the last mail", async () => {
  const [moved, gone] = [await aPerson(), await aPerson()];
  await notice(moved);
  await notice(gone);
  await db().transaction((tx) =>
    enqueueMail(tx, { personId: gone, kind: "account-deleted", params: {}, lastAddress: "gone@people.example" }),
  );
  await db().update(people).set({ email: "new@people.example" }).where(eq(people.id, moved));
  await db().update(people).set({ state: "erased", name: null, email: null }).where(eq(people.id, gone));
  await send();
  expect(sink.received.map(({ to }) => to)).toEqual([["new@people.example"], ["gone@people.example"]]);
  expect(JSON.stringify(await rows())).not.toContain("gone@");
  expect((await rows()).every(({ sealed }) => sealed === null)).toBe(true);
});

test("the old mailbox is warned even if the change was made before the mail left, and can stop it", async () => {
  const ada = await aPerson({ email: "old@people.example", pendingEmail: "new2@people.example" });
  const kinds = [
    { kind: "email-changed-old", secret: "the-token-that-stops" },
    { kind: "email-changed-new", secret: "the-token-that-confirms" },
  ] as const;
  for (const one of kinds) await db().transaction((tx) => enqueueMail(tx, { personId: ada, params: {}, ...one }));
  expect(JSON.stringify(await rows())).not.toContain("old@");
  await db().update(people).set({ email: "thief@people.example" }).where(eq(people.id, ada));
  await send();
  const mailTo = (address: string) => sink.received.find(({ to }) => to[0] === address)?.mail.text;
  expect(mailTo("old@people.example")).toContain("https://tea.example/verify/the-token-that-stops");
  expect(mailTo("new2@people.example")).toContain("https://tea.example/verify/the-token-that-confirms");
  expect(sink.received).toHaveLength(2);
});

test("who switched a kind of mail off is not sent it", async () => {
  const ada = await aPerson();
  const off = { setting: "mailNewDevice", value: false } as const;
  await changeMySetting(await as(ada), off, { key: randomUUID() });
  await db().transaction((tx) =>
    enqueueMail(tx, { personId: ada, kind: "new-device", params: { at: "2026-10-25T00:30:00Z" } }),
  );
  expect(await rows()).toEqual([]);
});

test("without a mail server mail is kept, and only a demonstration shows it", async () => {
  await magicLink(await aPerson());
  await deliver(undefined);
  expect(await states()).toEqual(["kept"]);
  await send();
  expect(sink.received).toHaveLength(0);
  await expect(lastMails()).rejects.toThrow("common.notFound");
});

test("secrets of mail that came to nothing are forgotten after a day", async () => {
  await magicLink(await aPerson());
  await db().update(outbox).set({ state: "unknown", doneAt: sql`now() - interval '25 hours'` });
  await settle();
  expect(await rows()).toMatchObject([{ state: "unknown", sealed: null }]);
  await db().update(outbox).set({ doneAt: sql`now() - interval '31 days'` });
  await settle();
  expect(await rows()).toEqual([]);
});

test("a sealed text that was tampered with is not sent", async () => {
  await magicLink(await aPerson());
  await db()
    .update(outbox)
    .set({ sealed: `${seal("other", "{}")}` });
  await send();
  expect(sink.received).toHaveLength(0);
  expect(await rows()).toMatchObject([{ state: "queued", trouble: "could not be written" }]);
});
