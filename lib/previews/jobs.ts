import { sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { Refusal } from "@/lib/errors";
import { attachFile } from "@/lib/files/commands";
import { keepDraft, letGo } from "@/lib/files/keep";
import { acceptPicture, previewLimits, sizeOf, type Variant } from "@/lib/files/pictures";
import { keyOf, storage } from "@/lib/files/storage";
import { defineJob, everyHour, everyMinute } from "@/lib/jobs/define";
import { onceAn } from "@/lib/jobs/periods";
import { fetchPage, fetchPicture, type Outside, Unreachable } from "@/lib/outbound/fetch";
import { spaceChannel } from "@/lib/realtime/channels";
import { announce } from "@/lib/realtime/publish";
import { settings } from "@/lib/settings/queries";
import { fetching } from "./commands";
import { linksAlone } from "./links";
import { type Meta, metaOf } from "./meta";

/** After these many days a page is asked again, if another post links to it; after a failure, one day. */
const keptDays = 7;
const failedDays = 1;

type Claimed = {
  communityId: string;
  urlHash: string;
  postId: string;
  html: string;
  threadId: string;
  position: number;
  spaceId: string;
  authorId: string;
  readAudience: "everyone" | "members" | "badges";
};

/** The pages behind the links of posts are asked once each. Who crashed in the middle left its rows to be taken after five minutes. */
export const fetchPreviews = defineJob({ kind: fetching, every: everyMinute, deliver: () => fetchAll() });

/** @param outside how names become addresses; tests hand in their own */
export async function fetchAll(outside?: Outside): Promise<void> {
  for (;;) {
    const claimed = await claim();
    if (claimed.length === 0) return;
    await Promise.all(claimed.map((one) => fetchOne(one, outside)));
  }
}

/** Posts out of view are not asked about, and what was claimed for one that is gone is forgotten. */
async function claim(): Promise<Claimed[]> {
  const { rows } = await db().execute<Claimed>(sql`
    with taken as (
      update link_previews l set state = 'fetching', moved_at = now()
      where (l.community_id, l.url_hash, l.post_id) in (
        select w.community_id, w.url_hash, w.post_id from link_previews w
        where w.state = 'waiting' or (w.state = 'fetching' and w.moved_at < now() - interval '5 minutes')
        order by w.moved_at limit 4 for update skip locked)
      returning l.community_id, l.url_hash, l.post_id)
    select l.community_id as "communityId", l.url_hash as "urlHash", l.post_id as "postId", case when o.removed_at is null then o.html else '' end as html,
      o.thread_id as "threadId", o.position, t.space_id as "spaceId", o.author_id as "authorId", s.read_audience as "readAudience"
    from taken l join posts o on o.community_id = l.community_id and o.id = l.post_id
    join threads t on t.community_id = o.community_id and t.id = o.thread_id
    join spaces s on s.community_id = t.community_id and s.id = t.space_id`);
  return rows;
}

async function fetchOne(one: Claimed, outside?: Outside): Promise<void> {
  const link = linksAlone(one.html).find(({ hash }) => hash === one.urlHash);
  if (!link || !(await mayAsk(one))) return forget(one);
  if (await copyOf(one)) return told(one);
  const meta = await metaAt(link.url, outside);
  await keep(one, meta, meta?.picture ? await pictureAt(one, meta.picture, outside) : undefined);
}

async function mayAsk({ communityId, readAudience }: Claimed): Promise<boolean> {
  const { linkPreviews, linkPreviewsInside } = await settings({ communityId }, ["linkPreviews", "linkPreviewsInside"]);
  return linkPreviews && (readAudience !== "badges" || linkPreviewsInside);
}

async function metaAt(url: string, outside?: Outside): Promise<Meta | undefined> {
  try {
    const page = await fetchPage(url, outside);
    return metaOf(page.html, page.url);
  } catch (error) {
    if (error instanceof Unreachable) return undefined;
    throw error;
  }
}

/** The picture of a page, as a draft of whoever linked to it. A card does without one that cannot be had. */
async function pictureAt({ authorId }: Claimed, url: string, outside?: Outside): Promise<string | undefined> {
  try {
    return await keepDraft(authorId, await acceptPicture(await fetchPicture(url, outside), previewLimits));
  } catch (error) {
    if (error instanceof Unreachable || error instanceof Refusal) return undefined;
    throw error;
  }
}

const theRow = ({ communityId, urlHash, postId }: Claimed) =>
  sql`community_id = ${communityId} and url_hash = ${urlHash} and post_id = ${postId}`;

const forget = async (one: Claimed) => {
  await db().execute(sql`delete from link_previews where ${theRow(one)}`);
};

/**
 * Another post of this community linked to the same page not long ago: the page is not asked again. The picture is copied,
 * since whoever reads this post need not read that one.
 */
async function copyOf(one: Claimed): Promise<boolean> {
  const { rows } = await db().execute<{ pictureId: string | null }>(sql`
    select e.shot_file_id as "pictureId" from link_previews e where ${earlier(one)} order by e.fetched_at desc limit 1`);
  const [found] = rows;
  if (!found) return false;
  const picture = found.pictureId ? await copyOfPicture(one, found.pictureId) : undefined;
  return db().transaction(async (tx) => {
    const { rowCount } = await tx.execute(sql`
      update link_previews set (state, title, description, site_name, fetched_at) = (
        select e.state, e.title, e.description, e.site_name, e.fetched_at from link_previews e where ${earlier(one)} order by e.fetched_at desc limit 1)
      where ${theRow(one)} and state = 'fetching' and exists (select from link_previews e where ${earlier(one)})`);
    if (rowCount === 1 && picture) await place(tx, one, picture);
    return rowCount === 1;
  });
}

async function copyOfPicture({ authorId }: Claimed, fileId: string): Promise<string | undefined> {
  const variants: Variant[] = [];
  for (const name of ["large", "small"] as const) {
    const kept = await storage().get(keyOf(fileId, name));
    if (!kept) return undefined;
    const bytes = Buffer.from(await new Response(kept.stream).arrayBuffer());
    variants.push({ name, bytes, ...(await sizeOf(bytes)) });
  }
  try {
    return await keepDraft(authorId, variants);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

/** From now on it is seen by whoever reads the post. */
async function place(tx: Tx, one: Claimed, picture: string): Promise<void> {
  const thing = { kind: "preview", id: one.postId, communityId: one.communityId } as const;
  await attachFile(tx, one.authorId, picture, thing);
  await tx.execute(sql`update link_previews set shot_file_id = ${picture} where ${theRow(one)}`);
}

const earlier = ({ communityId, urlHash }: Claimed) => sql`
  e.community_id = ${communityId} and e.url_hash = ${urlHash} and (
    (e.state = 'ready' and e.fetched_at > now() - make_interval(days => ${keptDays}))
    or (e.state = 'failed' and e.fetched_at > now() - make_interval(days => ${failedDays})))`;

async function keep(one: Claimed, meta: Meta | undefined, picture: string | undefined): Promise<void> {
  const kept = await db().transaction(async (tx) => {
    const { rowCount } = await tx.execute(sql`
      update link_previews set state = ${meta ? "ready" : "failed"}, title = ${meta?.title ?? null},
        description = ${meta?.description ?? null}, site_name = ${meta?.siteName ?? null}, fetched_at = now()
      where ${theRow(one)} and state = 'fetching'`);
    if (rowCount === 1 && picture) await place(tx, one, picture);
    return rowCount === 1;
  });
  if (kept && meta) await told(one);
}

/** Whoever has the page open sees the card come. */
const told = ({ communityId, spaceId, threadId, postId, position }: Claimed) =>
  db().transaction((tx) =>
    announce(tx, {
      communityId,
      channel: spaceChannel(spaceId),
      name: "post.edited",
      ids: { thread: threadId, post: postId, position },
    }),
  );

/** The link, the post or its words are gone: what was made for its card goes too. */
export const dropOldPictures = defineJob({
  kind: "previews.dropPictures",
  every: everyHour,
  due: onceAn("hour"),
  run: async (tx) => {
    const { rows } = await tx.execute<{ id: string }>(sql`
      select f.id from files f where f.thing_kind = 'preview' and not exists (
        select from link_previews l where l.community_id = f.community_id and l.post_id = f.thing_id and l.shot_file_id = f.id)`);
    await letGo(
      tx,
      rows.map(({ id }) => id),
    );
  },
});
