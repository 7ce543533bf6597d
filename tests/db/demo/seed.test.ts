import { beforeAll, describe, expect, it } from "vitest";
import { closeDb } from "@/db/client";
import { instantOf } from "@/lib/demo/calendar";
import { readWorld } from "@/lib/demo/read";
import { seed } from "@/lib/demo/seed";
import { asked, everything, plantedPlace } from "./place";

const world = readWorld();
let url = "";

beforeAll(async () => {
  const place = await plantedPlace();
  Object.assign(process.env, place);
  url = place.DATABASE_URL;
  return closeDb;
}, 240_000);

describe("the demo world in the product", () => {
  it("has two brands, and 30, 60 and 12 members in three communities", async () => {
    const rows = await asked(
      url,
      `select b.slug as brand, c.slug, count(*)::int as members from memberships m
       join communities c on c.id = m.community_id join brands b on b.id = c.brand_id group by 1, 2 order by 1, 2`,
    );
    expect(rows).toEqual([
      { brand: "tindrel", slug: "long-grass", members: 30 },
      { brand: "tindrel", slug: "tindrel-help", members: 60 },
      { brand: "wurzelbrink", slug: "am-zaun", members: 12 },
    ]);
  });

  it("gives everybody an account, proven, with a face, and nobody a password", async () => {
    const [count] = await asked(
      url,
      `select count(*)::int as people, count(p.avatar_file_id)::int as faces, count(p.email_verified_at)::int as proven,
         count(w.person_id)::int as passwords from people p left join passwords w on w.person_id = p.id where p.state = 'active'`,
    );
    expect(count).toEqual({ people: 105, faces: 105, proven: 105, passwords: 0 });
  });

  it("has the six spaces of the Long Grass and none that the founding left behind", async () => {
    const rows = await asked<{ slug: string; is: string; holders: number | null }>(
      url,
      `select s.slug, s.read_audience || ' ' || s.write_audience || ' ' || s.door as is, s.holders from spaces s
       join communities c on c.id = s.community_id where c.slug = 'long-grass' order by s.position`,
    );
    expect(rows).toEqual([
      { slug: "meadow", is: "everyone members listed", holders: null },
      { slug: "six-screws", is: "everyone members listed", holders: null },
      { slug: "glass-shed", is: "everyone badges listed", holders: null },
      { slug: "kitchen", is: "members members listed", holders: 30 },
      { slug: "lamp-room", is: "badges badges listed", holders: 10 },
      { slug: "blotter", is: "badges badges hidden", holders: 6 },
    ]);
    const all = await asked(url, "select from spaces");
    const told = world.brands.flatMap((brand) => brand.communities.flatMap((community) => community.spaces));
    expect(all).toHaveLength(told.length);
  });

  it("gives every edition the numbers of the files", async () => {
    const rows = await asked<{ badge: string; who: string; number: number | null; by: string }>(
      url,
      `select b.slug as badge, p.email as who, g.number, y.email as by from grants g join badges b on b.id = g.badge_id
       join people p on p.id = g.person_id join people y on y.id = g.granted_by`,
    );
    const email = (key: string) => world.people.get(key)?.email;
    const told = world.brands.flatMap(({ badges }) =>
      badges.flatMap(({ key: badge, grants }) =>
        grants.map(({ to, number = null, by }) => ({ badge, who: email(to), number, by: email(by) })),
      ),
    );
    const sorted = (list: object[]) => list.map((row) => JSON.stringify(row)).sort();
    expect(told.length).toBeGreaterThan(80);
    expect(sorted(rows)).toEqual(sorted(told));
    expect(rows).toContainEqual(expect.objectContaining({ badge: "first-flight", who: email("dilys"), number: 17 }));
  });

  it("knows who brought whom", async () => {
    const rows = await asked<{ guest: string; host: string; uses: number }>(
      url,
      `select g.email as guest, h.email as host, (select count(*)::int from invitation_uses u where u.person_id = g.id) as uses
       from memberships m join people g on g.id = m.person_id join people h on h.id = m.brought_by`,
    );
    const told = world.brands.flatMap(({ communities }) =>
      communities.flatMap(({ members }) =>
        members.flatMap(({ person, broughtBy }) => (broughtBy ? [`${person} by ${broughtBy.person}`] : [])),
      ),
    );
    const keyOf = (email: string) => [...world.people.values()].find((person) => person.email === email)?.key;
    expect(rows.map(({ guest, host }) => `${keyOf(guest)} by ${keyOf(host)}`).sort()).toEqual(told.sort());
    expect(rows.every(({ uses }) => uses === 1)).toBe(true);
  });

  it("gives every membership the day and the role of the files", async () => {
    // Days count from when the planting began, which may have been before midnight.
    const rows = await asked<{ slug: string; email: string; role: string; employed: boolean; at: Date; began: Date }>(
      url,
      `select c.slug, p.email, m.role, m.employed, m.joined_at as at, (select min(created_at) from writes) as began from memberships m
       join communities c on c.id = m.community_id join people p on p.id = m.person_id`,
    );
    for (const { communities } of world.brands)
      for (const { slug, zone, members } of communities)
        for (const { person, role, employed, joined } of members) {
          const row = rows.find((one) => one.slug === slug && one.email === world.people.get(person)?.email);
          expect(row?.at, person).toEqual(instantOf(joined, zone, row!.began));
          expect(row?.role, person).toBe(role === "owner" ? "manager" : role);
          expect(row?.employed, person).toBe(role === "representative" && employed);
        }
  });

  it("tells its past in the order of its days, and nothing of it lies ahead", async () => {
    for (const [book, place] of [
      ["ledger", "community_id"],
      ["brand_ledger", "brand_id"],
      ["account_ledger", "''"],
    ]) {
      const rows = await asked<{ at: Date; late: boolean; place: string }>(
        url,
        `select at, at > now() as late, ${place}::text as place from ${book}
         where verb not in ('profile changed', 'brand changed', 'community changed') order by 3, id`,
      );
      expect(rows.length, book).toBeGreaterThan(20);
      expect(rows.filter(({ late }) => late)).toEqual([]);
      // What two communities do at once is in no order.
      const times = rows.map((row) => `${row.place} ${row.at.toISOString()}`);
      expect(times).toEqual([...times].sort());
    }
  });

  it("has people who wait to be let in, invitations that are open, used and expired, and the letters of this week only", async () => {
    const [waiting] = await asked(
      url,
      "select count(*)::int as open, count(distinct message)::int as words from join_requests where decision is null",
    );
    expect(waiting).toEqual({ open: 2, words: 2 });
    const states = await asked(
      url,
      `select case when uses > 0 then 'used' when expires_at > now() then 'open' else 'expired' end as state, count(*)::int as n
       from invitations group by 1 order by 1`,
    );
    expect(states).toEqual([
      { state: "expired", n: 4 },
      { state: "open", n: 5 },
      { state: "used", n: 22 },
    ]);
    const letters = await asked<{ kind: string; n: number }>(
      url,
      "select kind, count(*)::int as n from outbox group by 1 order by 1",
    );
    expect(letters).toEqual([
      { kind: "invitation", n: 2 },
      { kind: "join-request", n: 4 },
    ]);
  });

  it("has texts to agree to, and everybody who came in agreed", async () => {
    const rows = await asked(
      url,
      "select b.slug, t.kind, t.version from legal_texts t join brands b on b.id = t.brand_id order by 1, 2",
    );
    expect(rows.map((row) => Object.values(row as object).join(" "))).toEqual([
      "tindrel privacy 1",
      "tindrel rules 1",
      "tindrel terms 1",
      "wurzelbrink privacy 1",
      "wurzelbrink rules 1",
      "wurzelbrink terms 1",
    ]);
    const missing = await asked(
      url,
      `select p.name from memberships m join people p on p.id = m.person_id join communities c on c.id = m.community_id
       where c.founded_by <> p.id and not exists (select from legal_acceptances a where a.person_id = p.id and a.brand_id = c.brand_id and a.kind = 'terms')`,
    );
    expect(missing).toEqual([]);
  });
});

describe("a second run", () => {
  it("changes nothing in any table", async () => {
    const before = await everything(url);
    expect(Object.keys(before).length).toBeGreaterThan(30);
    await seed();
    expect(await everything(url)).toEqual(before);
  });
});
