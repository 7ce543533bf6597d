import { randomBytes, randomUUID } from "node:crypto";

// Pure but for chance: a page is kept without what may be said only once, and is given that anew each time.

/** A whole page that was answered once. */
export interface Made {
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly html: string;
}

export interface Kept {
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly bytes: number;
  readonly parts: readonly (Buffer | { readonly again: number })[];
  /** What each of `again` stood for: the nonce first, then the keys of its forms. */
  readonly once: readonly string[];
}

/** Of one connection and of one rendering: they are not this page's. */
const notKept = /^(date|connection|keep-alive|transfer-encoding|content-length|content-encoding|etag)$/;
const keyOfForm = /name="key" value="([0-9a-f-]{36})"|\\?"formKey\\?":\\?"([0-9a-f-]{36})\\?"/g;

/** Nothing for what is not whole, or says a secret in another way than we know. */
export function keep({ headers, html }: Made): Kept | undefined {
  const policy = headers["content-security-policy"];
  const nonce = typeof policy === "string" ? /'nonce-([\w+/=]{20,})'/.exec(policy)?.[1] : undefined;
  if (!nonce || headers["set-cookie"] || !html.trimEnd().endsWith("</html>") || html.includes("$RX(")) return undefined;
  const keys = [...html.matchAll(keyOfForm)].map(([, field, prop]) => field ?? prop!);
  const once = [nonce, ...new Set(keys)];
  const number = new Map(once.map((text, at) => [text, at]));
  const apart = new RegExp(`(${once.map((text) => text.replace(/[+/=]/g, "\\$&")).join("|")})`);
  const parts = html.split(apart).map((text) => {
    const again = number.get(text);
    return again === undefined ? Buffer.from(text) : { again };
  });
  const kept = Object.fromEntries(Object.entries(headers).filter(([name]) => !notKept.test(name)));
  return { headers: kept, bytes: html.length, parts, once };
}

/** The page once more, with a nonce and keys that nobody has had. */
export function again({ headers, parts, once }: Kept): { headers: Record<string, string | string[]>; body: Buffer } {
  const fresh = once.map((_, at) => (at === 0 ? randomBytes(16).toString("base64") : (randomUUID() as string)));
  const said = fresh.map((text) => Buffer.from(text));
  const nonce = once[0]!;
  const replaced = (value: string) => value.replaceAll(nonce, fresh[0]!);
  return {
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.map(replaced) : replaced(value),
      ]),
    ),
    body: Buffer.concat(parts.map((part) => (Buffer.isBuffer(part) ? part : said[part.again]!))),
  };
}
