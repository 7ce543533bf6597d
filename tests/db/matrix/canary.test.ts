import { beforeAll, describe, expect, test } from "vitest";
import {
  openAnswer,
  openDesk,
  openPerson,
  openPost,
  openPostReader,
  openReaction,
  openReports,
} from "@/lib/access/gate";
import { changeProfile } from "@/lib/accounts/profile";
import { takeBackAnswer } from "@/lib/answers/commands";
import { grantBadge } from "@/lib/badges/commands";
import { keepPost } from "@/lib/bookmarks/commands";
import { giveDuty } from "@/lib/members/duties/commands";
import { answerReport } from "@/lib/moderation/reports/commands";
import { react } from "@/lib/reactions/commands";
import { changeSpace, closeSpace, makeSpace } from "@/lib/spaces/commands";
import { crawl, type Visit } from "@/tests/support/canary-crawl";
import { type Answer, normal, whole, withInstance } from "@/tests/support/http";
import { type Principal, principals } from "@/tests/support/principals";
import { asPerson, newKey } from "@/tests/support/principals-make";
import { everything, inTurn } from "@/tests/support/thoroughness";

const instance = withInstance();

/** Each stands for who reads the same; all of them at full length. */
const asked: readonly Principal[] = everything
  ? principals
  : ["anonymous", "outsider", "member", "insider", "moderator", "owner", "suspended", "managerB"];
const visits = new Map<Principal, Visit[]>();

beforeAll(async () => {
  for (const who of asked) visits.set(who, await crawl(instance, who));
}, 600_000);

/** An answer may say back the address that was asked for, and whoever asked knew that one. */
const said = ({ path, answer }: Visit) => {
  const text = `${[...answer.headers].join("\n")}\n${answer.text}`;
  // The page that asks to sign in carries in its own address, coded, where one wanted to go.
  return decodeURIComponent(path)
    .split(/[/?&=:]/)
    .filter((part) => part.startsWith("cnry"))
    .reduce((rest, part) => rest.replaceAll(part, ""), text);
};

describe("nobody meets what is not for them", () => {
  test.each(asked)("%s", (who) => {
    const { canaries } = instance.world;
    const leaks = visits.get(who)!.flatMap((visit) =>
      canaries
        .in(said(visit))
        .filter(({ readers }) => !readers.includes(who))
        .map(({ what }) => `${visit.as} ${visit.path} shows ${what}`),
    );
    expect(leaks, leaks.join("\n")).toEqual([]);
    expect(visits.get(who)!.length).toBeGreaterThan(200);
  });

  test("and everybody meets what is theirs", () => {
    const { all } = instance.world.canaries;
    // The crawl is one of community A: what is B's is there to be met by nobody.
    const missing = asked
      .filter((who) => !who.endsWith("B"))
      .flatMap((who) => {
        const everything = visits.get(who)!.map(said).join("\n");
        return all
          .filter(({ met, word }) => met.includes(who) && !everything.includes(word))
          .map(({ what }) => `${who} never meets ${what}`);
      });
    expect(missing, missing.join("\n")).toEqual([]);
  });

  test("a quote of a closed post says to nobody outside which one it is, and a mention in a closed space is met by nobody there", () => {
    const { a, canaries } = instance.world;
    const closed = [...Object.values(a.talk.insiders.posts), ...Object.values(a.talk.hidden.posts)];
    const reads = (who: Principal) =>
      canaries.all.some(({ what, readers }) => what.startsWith("an answer in insiders") && readers.includes(who));
    const naming = (who: Principal) =>
      visits
        .get(who)!
        .filter(({ path, answer }) => closed.some((id) => answer.text.includes(id) && !path.includes(id)));
    const leaks = asked
      .filter((who) => !reads(who))
      .flatMap((who) => naming(who).map(({ path }) => `${who} at ${path}`));
    expect(leaks, leaks.join("\n")).toEqual([]);
    const quoting = `/t/${a.talk.members.thread.id}`;
    const read = visits
      .get("member")!
      .filter(({ path }) => path.includes(quoting))
      .map(said)
      .join("\n");
    expect(read).toContain(canaries.all.find(({ what }) => what.startsWith("words quoted from inside"))!.word);
    expect(naming("insider").some(({ path }) => path.includes(quoting))).toBe(true);
  });

  test("no address or secret is in any page but one's own", () => {
    const leaks = asked.flatMap((who) =>
      visits.get(who)!.flatMap((visit) => {
        const addresses = new Set(visit.answer.text.match(/[\w.]+@people\.example/g));
        addresses.delete(`${who.toLowerCase()}@people.example`);
        return [...addresses].map((address) => `${who} reads ${address} at ${visit.path}`);
      }),
    );
    expect(leaks, leaks.join("\n")).toEqual([]);
  });

  test("nothing broke on the way", () => {
    const broken = asked.flatMap((who) =>
      visits
        .get(who)!
        .flatMap(({ as, path, answer }) => (answer.status >= 500 ? [`${who} ${as} ${path}: ${answer.status}`] : [])),
    );
    expect(broken, broken.join("\n")).toEqual([]);
  });
});

/** What each page is sent with, whoever asks. */
describe("headers", () => {
  const pages = () =>
    [...visits.values()]
      .flat()
      .filter(({ as, answer }) => as === "page" && answer.headers.get("content-type")?.startsWith("text/html"));

  test("every page carries a policy that runs only scripts with its own nonce", () => {
    const faults = pages().flatMap(({ path, answer }) => faultsOf(answer).map((fault) => `${path}: ${fault}`));
    expect([...new Set(faults)].join("\n")).toBe("");
    const nonces = pages().map(({ answer }) => nonceOf(answer));
    expect(nonces.length).toBeGreaterThan(500);
    expect(new Set(nonces).size).toBe(nonces.length);
  });

  test("every answer keeps its type, says where it came from only to ourselves, and not what made it", () => {
    const faults = [...visits.values()]
      .flat()
      .flatMap(({ path, answer: { headers, status } }) => [
        ...(headers.get("x-content-type-options") === "nosniff" || status >= 300 ? [] : [`${path} without nosniff`]),
        ...(headers.has("x-powered-by") ? [`${path} says what made it`] : []),
      ]);
    const unsaid = pages().filter(({ answer }) => answer.headers.get("referrer-policy") !== "same-origin");
    expect([...new Set([...faults, ...unsaid.map(({ path }) => `${path} without a referrer policy`)])].join("\n")).toBe(
      "",
    );
  });

  test("nothing that belongs to somebody is kept by a shared cache", () => {
    const shared = [...visits.values()]
      .flat()
      .filter(({ answer }) => /public|s-maxage/.test(answer.headers.get("cache-control") ?? ""));
    expect(shared.filter(({ path }) => !/^\/(files|icon|mark|favicon)/.test(path)).map(({ path }) => path)).toEqual([]);
  });
});

const nonceOf = ({ headers }: Answer) => /'nonce-([^']+)'/.exec(headers.get("content-security-policy") ?? "")?.[1];

function faultsOf(answer: Answer): string[] {
  const policy = answer.headers.get("content-security-policy") ?? "";
  const rule = (name: string) => policy.split("; ").find((part) => part.startsWith(`${name} `)) ?? "";
  const nonce = nonceOf(answer);
  const scripts = [...answer.text.matchAll(/<script\b([^>]*)>/g)].map(([, attributes]) => attributes!);
  return [
    ...(nonce ? [] : ["no nonce"]),
    ...(/unsafe-(inline|eval)/.test(rule("script-src")) ? ["unsafe scripts"] : []),
    ...(rule("frame-ancestors").includes("'none'") ? [] : ["may be framed"]),
    ...(rule("object-src").includes("'none'") && rule("base-uri").includes("'none'") ? [] : ["objects or bases"]),
    ...(/<[a-z][^>]*\son[a-z]+\s*=/i.test(answer.text.replace(/<script[\s\S]*?<\/script>/g, ""))
      ? ["an inline handler"]
      : []),
    ...(scripts.every((attributes) => attributes.includes(`nonce="${nonce}"`)) ? [] : ["a script without the nonce"]),
    ...(/href="javascript:/i.test(answer.text) ? ["a javascript: address"] : []),
  ];
}

describe("what happens inside changes not one byte outside", () => {
  const outside: readonly Principal[] = everything
    ? ["anonymous", "outsider", "removed", "suspended", "memberB", "managerB"]
    : ["anonymous", "outsider"];

  test("before and after", async () => {
    // Asked afresh: a page may also differ because something happened to who asks.
    const paths = [...new Set(outside.flatMap((who) => (visits.get(who) ?? []).map(({ path }) => path)))];
    // Each address is asked by everybody outside at full length, else by one of them; and inside, where some must differ, each third.
    const asks = (who: Principal, n: number) =>
      everything || (who === "insider" ? n % 3 === 0 : inTurn(outside, n) === who);
    const read = async (who: Principal) => {
      const answers = new Map<string, string>();
      for (const [n, path] of [...paths.entries()].filter(([at]) => asks(who, at)))
        for (const headers of everything || n % 10 === 0 ? [whole, { ...whole, rsc: "1" }] : [whole])
          answers.set(`${path} ${"rsc" in headers}`, normal(await instance.ask(who, path, { headers })));
      return answers;
    };
    const [before, insideBefore] = [await Promise.all(outside.map(read)), await read("insider")];
    await happenInside();
    const [after, insideAfter] = [await Promise.all(outside.map(read)), await read("insider")];
    const changed = outside.flatMap((who, n) =>
      [...before[n]!].flatMap(([path, text]) =>
        after[n]!.get(path) === text ? [] : [`${who}: ${path} ${difference(text, after[n]!.get(path) ?? "")}`],
      ),
    );
    expect(changed, changed.join("\n")).toEqual([]);
    expect(before[0]!.size).toBeGreaterThan(100);
    // It did happen: whoever is inside reads another world.
    expect([...insideBefore].filter(([path, text]) => insideAfter.get(path) !== text).length).toBeGreaterThan(5);
  }, 300_000);
});

function difference(before: string, after: string): string {
  const at = [...before].findIndex((sign, index) => sign !== after[index]);
  return `at ${at}: …${before.slice(at - 60, at + 60)}… / …${after.slice(at - 60, at + 60)}…`;
}

/** All that can happen inside today; what the doors declare stays as it is. */
async function happenInside() {
  const { a, people, target } = instance.world;
  const desk = async () => openDesk(await asPerson(people.owner, a.community));
  const facts = {
    purpose: "Renamed inside",
    readAudience: "badges",
    writeAudience: "badges",
    readBadges: [a.badge],
    writeBadges: [a.badge],
    needs: "any",
    door: "hidden",
  } as const;
  const badges = { readBadges: [a.badge], writeBadges: [a.badge] };
  const { hidden } = a.rooms;
  await changeSpace(
    await desk(),
    { ...facts, ...badges, space: hidden.id, name: "Renamed", slug: "renamed-inside" },
    newKey(),
  );
  const { spaceId } = await makeSpace(
    await desk(),
    { ...facts, ...badges, name: "Another", slug: "another-inside" },
    newKey(),
  );
  await closeSpace(await desk(), { space: spaceId }, newKey());
  await grantBadge(await desk(), { badgeId: a.badge, personId: people.representative, reason: "Let in." }, newKey());
  await grantBadge(await desk(), { badgeId: a.spareBadge, personId: target, reason: "Thanks." }, newKey());
  await giveDuty(await desk(), { person: people.insider, space: hidden.id }, newKey());
  const reports = openReports(await asPerson(people.moderator, a.community));
  await answerReport(reports, { report: a.report, answer: "Seen inside." }, newKey());
  const { first, answer } = a.talk.members.posts;
  const moderator = async (post: string) => openPost(await asPerson(people.moderator, a.community), post);
  await react(openReaction(await moderator(first)), { kind: "wow" }, newKey());
  await keepPost(openPostReader(await moderator(first)), {}, newKey());
  await takeBackAnswer(openAnswer(await moderator(answer)), {}, newKey());
  const insider = openPerson(await instance.world.viewer("insider"));
  await changeProfile(insider, { name: "Renamed Insider", bio: "Said inside.", locale: "en", zone: "UTC" }, newKey());
}
