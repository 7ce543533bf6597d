import type { IncomingHttpHeaders } from "node:http";

// Pure: which requests may be answered from what is kept, and which of the kept pages answers them.

/** Cookies that say how a page looks, and not who asks. Any other makes it a request of its own. */
const looks = new Set(["locale", "theme"]);
/** The framework tells some programs the head of a page in another place. */
const programs = /bot|crawl|spider|slurp|facebookexternal|whatsapp|telegram|discord|embed|preview|lighthouse/i;
/** Of a thread or a list: nothing else is asked for by who only reads. */
const query = /^(?:\?(?:page=[1-9]\d{0,5}|before=[\w.-]{1,80}))?$/;

interface Asked {
  readonly method?: string;
  readonly url?: string;
  readonly headers: IncomingHttpHeaders;
}

/**
 * What a page is kept under: its address, and all that a page for somebody without an account depends on. Nothing for whatever
 * could be more than that: a session, a form that comes back, a part of a page, an address that is not ours.
 * @param host the one of our own origin
 */
export function keyOf({ method, url = "/", headers }: Asked, host: string): string | undefined {
  if (method !== "GET" || headers.host !== host || url.length > 300) return undefined;
  const [path = "", search = ""] = url.split(/(?=\?)/, 2);
  if (!/^\/[a-z0-9-]+(?:\/[\w%.-]+){0,4}$/.test(path) || !query.test(search)) return undefined;
  if (
    Object.keys(headers).some((name) =>
      /^(rsc|next-|x-form-return|range$|authorization$|purpose$|sec-purpose$)/.test(name),
    )
  )
    return undefined;
  if (headers.accept !== undefined && !/text\/html|\*\/\*/.test(headers.accept)) return undefined;
  const chosen = cookiesOf(headers.cookie);
  if (!chosen) return undefined;
  const program = headers["user-agent"] === undefined || programs.test(headers["user-agent"]);
  return JSON.stringify([url, (headers["accept-language"] ?? "").slice(0, 100), program, chosen]);
}

function cookiesOf(header = ""): string[] | undefined {
  const all = header.split(";").map((one) => one.trim());
  const chosen = all.filter(Boolean).sort();
  return chosen.length <= 2 && chosen.every((one) => looks.has(one.split("=", 1)[0]!) && one.length < 40)
    ? chosen
    : undefined;
}
