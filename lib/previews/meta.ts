import markdownIt from "markdown-it";

// Its own file because it is pure: what a page says of itself, as plain words of a bounded length.

export interface Meta {
  title: string;
  description: string | null;
  siteName: string | null;
  /** Where its picture is: an address of the web. */
  picture: string | null;
}

/** What a page says of itself stands before its body; the rest is not looked at. */
const mostHead = 300_000;
const mostTags = 200;
const longestTag = 2_000;
const attribute = /([a-z:_-]{1,40})\s{0,20}=\s{0,20}(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))/gi;

/** @param address where the page was found. @returns nothing where a page has no title: a card that only says a name tells nobody anything */
export function metaOf(html: string, address: string): Meta | undefined {
  const said = new Map<string, string>();
  for (const { name, inside, after } of headTags(html.slice(0, mostHead))) {
    if (name === "meta") keep(said, attributesOf(inside));
    else if (!said.has("title")) said.set("title", after.split("<", 1)[0]!);
  }
  const first = (most: number, ...names: string[]) => {
    for (const name of names) {
      const words = plain(said.get(name) ?? "", most);
      if (words) return words;
    }
    return null;
  };
  const title = first(140, "og:title", "twitter:title", "title");
  if (!title) return undefined;
  return {
    title,
    description: first(220, "og:description", "description", "twitter:description"),
    siteName: first(60, "og:site_name"),
    picture: pictureAt(first(2_000, "og:image:secure_url", "og:image", "twitter:image"), address),
  };
}

function pictureAt(said: string | null, address: string): string | null {
  if (!said || !URL.canParse(said, address)) return null;
  const { protocol, href } = new URL(said, address);
  return /^https?:$/.test(protocol) ? href : null;
}

/** Goes once from sign to sign: no page makes it look twice. */
function* headTags(head: string): Generator<{ name: string; inside: string; after: string }> {
  let at = head.indexOf("<");
  for (let found = 0; at >= 0 && found < mostTags; at = head.indexOf("<", at + 1)) {
    const [name] =
      head
        .slice(at + 1, at + 6)
        .toLowerCase()
        .match(/^(meta\b|title|body\b)/) ?? [];
    if (name === "body") return;
    if (!name) continue;
    const tag = head.slice(at, at + longestTag);
    const end = tag.indexOf(">");
    found++;
    if (end > 0) yield { name, inside: tag.slice(0, end), after: head.slice(at + end + 1, at + end + longestTag) };
  }
}

function keep(said: Map<string, string>, { property, name, content }: Record<string, string>): void {
  const key = (property ?? name)?.toLowerCase();
  if (key && content && !said.has(key)) said.set(key, content);
}

const attributesOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(attribute)].map(([, name = "", a, b, c]) => [name.toLowerCase(), a ?? b ?? c ?? ""]),
  );

const { unescapeAll } = markdownIt().utils;

/** Words alone: signs are unfolded, tags and what steers the writing go, and what is too long ends at a word. */
function plain(text: string, most: number): string {
  const unfolded = text.slice(0, 4_000).replace(/&(?:#x?[\da-f]{1,6}|[a-z]{2,31});/gi, unescapeAll);
  const words = unfolded
    .normalize("NFC")
    .replace(/<[^>]*>/g, " ")
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu, (sign) => (/\s/.test(sign) ? " " : ""))
    .replace(/\s+/g, " ")
    .trim();
  if (words.length <= most) return words;
  const cut = words.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), most / 2)).trimEnd()} …`;
}
