import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { brands } from "@/db/schema/brands";
import { communities } from "@/db/schema/communities";
import { outbox } from "@/db/schema/mail";
import { people } from "@/db/schema/people";
import { mailbox } from "@/lib/mail/address";
import { deliver } from "@/lib/mail/deliver";
import { enqueueMail } from "@/lib/mail/outbox";
import { smtp } from "@/lib/mail/transport";
import { aPerson, onFreshDatabase } from "../jobs/product";
import { mailSink } from "./sink";

onFreshDatabase();
const sink = mailSink();
const send = () => deliver(smtp(sink.url, "Kindling <hello@tea.example>"));

beforeEach(async () => {
  await db().delete(outbox);
  await db().delete(people);
});

/** A NUL cannot even be stored, so there is nothing to send. */
const storable = (email: string) => !email.includes("\0");

async function mailTo(email: string) {
  if (!storable(email)) return [];
  const personId = await aPerson({ email });
  await db().transaction((tx) => enqueueMail(tx, { personId, kind: "verify-email", params: {}, secret: "t" }));
  await send();
  return sink.received.map(({ to }) => to);
}

const tricks = [
  "a@people.example,b@evil.example",
  "a@people.example;b@evil.example",
  "a@people.example b@evil.example",
  "a@people.example\r\nBcc: b@evil.example",
  "a@people.example\nRCPT TO:<b@evil.example>",
  "a@people.example\0.evil.example",
  "a@people.example>,<b@evil.example",
  '"a@people.example"@evil.example',
  '"Ada" <a@people.example>',
  "group:a@people.example,b@evil.example;",
  "a@people.example\uff20evil.example",
  "a@people.exa\u212aple.example",
  "a(b@evil.example)@people.example",
  "@evil.example:a@people.example",
  "a@[127.0.0.1]",
  "a@localhost",
  "-@-.example",
  ".a@people.example",
  "a..b@people.example",
  "a%b@evil.example@people.example",
  `${"a".repeat(65)}@people.example`,
  `a@${"b".repeat(64)}.example`,
  "",
];

test.each(tricks)("no mail leaves for %j, even if it came to stand in the database", async (email) => {
  expect(mailbox(email)).toBeUndefined();
  expect(await mailTo(email)).toEqual([]);
  if (storable(email))
    expect(await db().select().from(outbox)).toMatchObject([{ state: "failed", trouble: "nobody to send it to" }]);
});

test.each(["a@people.example", "A.B+tag@People.Example", "o'hara_1@sub.people.example"])(
  "%s gets exactly one mail, at exactly that mailbox",
  async (email) => {
    expect(await mailTo(email)).toEqual([[email.toLowerCase()]]);
  },
);

test("a community named to break out of the subject stays inside it", async () => {
  const personId = await aPerson({ email: "a@people.example" });
  const [brand] = await db().insert(brands).values({ slug: "tea", name: "Tea", colour: "#336633" }).returning();
  const name = "Tea\r\nBcc: b@evil.example\r\n\r\n<b>Hello</b>";
  const facts = { slug: "tea", purpose: "Tea", zone: "UTC", locale: "en" };
  const [community] = await db()
    .insert(communities)
    .values({ ...facts, name, brandId: brand!.id })
    .returning();
  await db().transaction((tx) =>
    enqueueMail(tx, { personId, kind: "join-approved", params: { communityId: community!.id } }),
  );
  await send();
  const [one] = sink.received;
  expect(one?.to).toEqual(["a@people.example"]);
  expect(one?.mail.headers.has("bcc")).toBe(false);
  expect(one?.mail.subject).toContain("Welcome to Tea Bcc: b@evil.example");
  expect(one?.mail.html).not.toContain("<b>Hello");
});

const collected = join(process.cwd(), "../shared/secdata/email/addresses.json");
const present = existsSync(collected);
type Case = { label: string; address: string; expect: string };

describe.skipIf(!present)(`collected addresses${present ? "" : " [skipped: ../shared/secdata is not here]"}`, () => {
  const { cases }: { cases: Case[] } = present ? JSON.parse(readFileSync(collected, "utf8")) : { cases: [] };
  test.each(cases.map((one) => [one.label, one] as const))("%s", async (_label, { address, expect: wanted }) => {
    expect(mailbox(address) === undefined).toBe(wanted === "reject");
    const reached = await mailTo(address);
    expect(reached).toEqual(wanted === "reject" ? [] : [[address.toLowerCase()]]);
  });
});
