import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { pictureIds } from "@/lib/pictures/marks";
import { type LinkAlone, linksAlone } from "@/lib/previews/links";

// Its own file because the pictures and the cards of a page are found by one question for all its posts, and are drawn
// into what the renderer made: both can change while the words stay.

type Picture = { width: number; height: number };
type Card = {
  title: string;
  description: string | null;
  siteName: string | null;
  picture: (Picture & { id: string }) | null;
};
type Placed = { pictures: Map<string, Picture>; cards: Map<string, Card> };

type Row = {
  postId: string;
  /** The id of a picture, or the hash of a link. */
  key: string;
  width: number | null;
  height: number | null;
  title: string | null;
  description: string | null;
  siteName: string | null;
  pictureId: string | null;
};

type Shown = { id: string; html: string | null };

/** Draws the pictures and the previews of these posts of one community into their HTML. One query, or none. @param kind whose pictures they are */
export async function withPlaced<P extends Shown>(
  communityId: string,
  posts: P[],
  kind: "post" | "held" = "post",
): Promise<P[]> {
  const links = new Map(posts.map(({ id, html }) => [id, html === null ? [] : linksAlone(html)]));
  const asking = posts.filter(({ id, html }) => html && (pictureIds(html).length > 0 || links.get(id)!.length > 0));
  if (asking.length === 0) return posts;
  const placed = await find(
    communityId,
    asking.map(({ id }) => id),
    kind,
  );
  return posts.map((post) =>
    asking.includes(post) ? { ...post, html: drawn(post.html!, links.get(post.id)!, placed.get(post.id)) } : post,
  );
}

const listOf = (ids: string[]): SQL =>
  sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  );

async function find(communityId: string, postIds: string[], kind: string): Promise<Map<string, Placed>> {
  const { rows } = await db().execute<Row>(sql`
    select f.thing_id as "postId", f.id::text as key, f.width, f.height, null as title, null as description, null as "siteName", null::uuid as "pictureId"
    from files f where f.thing_kind = ${kind} and f.thing_id in (${listOf(postIds)}) and f.state = 'in use' and f.community_id = ${communityId}
    union all
    select l.post_id, l.url_hash, p.width, p.height, l.title, l.description, l.site_name, p.id
    from link_previews l left join files p on p.id = l.shot_file_id and p.state = 'in use' where l.community_id = ${communityId} and l.post_id in (${listOf(postIds)}) and l.state = 'ready'
      and not exists (select from community_settings s where s.community_id = l.community_id and s.key = 'linkPreviews' and s.value = 'false'::jsonb)`);
  const found = new Map<string, Placed>(postIds.map((id) => [id, { pictures: new Map(), cards: new Map() }]));
  for (const { postId, key, width, height, title, description, siteName, pictureId: id } of rows) {
    const of = found.get(postId)!;
    const picture = id && width && height ? { id, width, height } : null;
    if (title) of.cards.set(key, { title, description, siteName, picture });
    else if (width && height) of.pictures.set(key, { width, height });
  }
  return found;
}

/** The cards come first: their places were found in the HTML as it was. */
function drawn(html: string, links: LinkAlone[], placed: Placed | undefined): string {
  let whole = html;
  for (const { url, hash, end } of [...links].reverse()) {
    const card = placed?.cards.get(hash);
    if (card) whole = whole.slice(0, end) + cardOf(url, card) + whole.slice(end);
  }
  return withPictures(whole, placed?.pictures ?? new Map());
}

const parts = /<a [^>]*>|<\/a>|<img src="\/files\/([\w-]+)\/[\w-]+"([^>]*?)\s*\/?>/g;

/** A picture that is not this post's own is words: whoever wrote its address gives nobody access to it. */
function withPictures(html: string, pictures: Map<string, Picture>): string {
  let linked = false;
  return html.replace(parts, (part, id: string | undefined, rest: string | undefined) => {
    if (!id) {
      linked = part !== "</a>";
      return part;
    }
    const alt = rest?.match(/alt="([^"]*)"/)?.[1] ?? "";
    const found = pictures.get(id);
    if (!found) return alt ? `<span class="pic-gone">${alt}</span>` : "";
    const { width, height } = found;
    const small = Math.max(1, Math.round(width * Math.min(1, 640 / width, 1_920 / height)));
    const sources =
      small < width
        ? ` srcset="/files/${id}/small ${small}w, /files/${id}/large ${width}w" sizes="(max-width: 720px) 94vw, 640px"`
        : "";
    const image = `<img src="/files/${id}/large"${sources} width="${width}" height="${height}" alt="${alt}" loading="lazy" decoding="async" />`;
    return linked ? image : `<a class="pic" href="/files/${id}/large">${image}</a>`;
  });
}

const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => signs[sign]!);

/** The host is always said: a page may call itself what it likes. */
function cardOf(url: string, { title, description, siteName, picture }: Card): string {
  const host = new URL(url).hostname.replace(/^www\./, "");
  const site = siteName && siteName.toLowerCase() !== host ? `<span dir="auto">${escaped(siteName)}</span> ` : "";
  const more = description ? `<span class="about" dir="auto">${escaped(description)}</span>` : "";
  const shown = picture
    ? // Not as the renderer writes one: it is no picture of the post, and is drawn as it stands.
      `<img class="shot" src="/files/${picture.id}/large" width="${picture.width}" height="${picture.height}" alt="" loading="lazy" decoding="async" />`
    : "";
  return `<a class="preview" href="${escaped(url)}" rel="nofollow ugc noopener noreferrer">${shown}<b dir="auto">${escaped(title)}</b>${more}<span class="host">${site}<span dir="ltr">${escaped(host)}</span></span></a>`;
}
