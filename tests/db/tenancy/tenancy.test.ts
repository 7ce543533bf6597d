import { Client } from "pg";
import { afterEach, expect, it } from "vitest";
import { direct, freshDatabase } from "../../support/cluster";
import { readCatalogue } from "./catalogue";
import { tenancyProblems } from "./problems";

const open: Client[] = [];
afterEach(async () => {
  for (const client of open.splice(0)) await client.end();
});

async function problemsWith(change = "") {
  const client = new Client({ connectionString: direct(await freshDatabase()) });
  open.push(client);
  await client.connect();
  if (change) await client.query(change);
  return tenancyProblems(await readCatalogue(client));
}

it("holds every table to its tenant", async () => {
  expect(await problemsWith()).toEqual([]);
});

it("notices a table that nobody declared", async () => {
  expect(await problemsWith("create table hideouts (community_id uuid primary key)")).toEqual([
    "hideouts is not declared",
  ]);
});

it("notices a key that would let two communities share a row", async () => {
  const found = await problemsWith(`
    create unique index spaces_by_position on spaces (position);
    alter table reports drop constraint reports_community_id_id_pk cascade, add primary key (id)`);
  expect(found).toEqual([
    "reports: reports_pkey does not begin with community_id",
    "spaces: spaces_by_position does not begin with community_id",
  ]);
});

it("notices a reference that could cross into another tenant", async () => {
  const found = await problemsWith(`
    create unique index badges_by_id on badges (brand_id, id, slug);
    alter table duties add column badge_id uuid, add column brand_id uuid,
      add foreign key (brand_id, badge_id) references badges (brand_id, id);
    alter table communities add column first_space_id uuid, add unique (id, first_space_id),
      add foreign key (id, first_space_id) references spaces (community_id, id);
    alter table sessions add column community_id uuid references communities (id)`);
  expect(found).toEqual([
    "communities (id, first_space_id) -> spaces: does not begin with community_id",
    "duties (brand_id, badge_id) -> badges: the brand is not tied to the community's own",
    "sessions (community_id) -> communities: an instance row points into a tenant",
  ]);
});

it("notices a second place for names, and a time without its zone", async () => {
  const found = await problemsWith("alter table memberships add column display_name text, add column until timestamp");
  expect(found).toEqual([
    "memberships.display_name sounds like what only people may hold",
    "memberships.until is timestamp without time zone",
  ]);
});

it("notices an id from which one could count", async () => {
  const found = await problemsWith(`
    alter table memberships add column number bigserial, add column id int generated always as identity;
    alter table looks alter column id set default uuidv7()`);
  expect(found).toEqual([
    "looks.id counts up",
    "memberships.id counts up",
    "memberships.id is integer",
    "memberships.number counts up",
  ]);
});
