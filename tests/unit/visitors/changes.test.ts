import { PgDialect } from "drizzle-orm/pg-core";
import { expect, test } from "vitest";
import { told } from "@/lib/visitors/changes";

const said = (name: string, community: string | null = "A") =>
  new PgDialect().sqlToQuery(told(name, community)).params[1];

test.each([
  "posts.write",
  "posts.remove",
  "moderation.answerAppeal",
  "moderation.approveHeld",
  "moderation.decide",
  "settings.change.community",
  "settings.change.member",
  "members.join",
  "ordering.move",
])("%s changes what visitors of its community see", (name) => {
  expect(said(name)).toBe("A");
});

test.each(["badges.grant", "brands.change", "accounts.changeProfile", "accounts.changeAvatar", "privacy.eraseMe"])(
  "%s is seen in every community",
  (name) => {
    expect(said(name)).toBe("*");
  },
);

test.each([
  "threads.readUpTo",
  "drafts.save",
  "moderation.answer",
  "moderation.appeal",
  "settings.change.person",
  "blocks.block",
])("%s is seen by no visitor", (name) => {
  expect(said(name)).toBeUndefined();
});

test("what concerns no one community is told to all", () => {
  expect(said("previews.fetch", null)).toBe("*");
});
