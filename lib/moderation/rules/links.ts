// Its own file because it is pure: what a post links to, found in the HTML that the one renderer made of it.

const link = /<a href="(https?:\/\/[^"]+)"/g;
const plain = (attribute: string) =>
  attribute.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");

/** The hosts that a post links to, one for each link. */
export function hostsIn(html: string): string[] {
  return [...html.matchAll(link)].flatMap(([, address]) => {
    const url = plain(address!);
    return URL.canParse(url) ? bare(new URL(url).hostname) : [];
  });
}

const bare = (host: string) => host.toLowerCase().replace(/\.$/, "");

/** A domain as it is kept, from whatever somebody pastes: an address, with or without www. Nothing for what is none. */
export function domainFrom(typed: string): string | undefined {
  const address = /^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (!URL.canParse(address)) return undefined;
  const host = bare(new URL(address).hostname).replace(/^www\./, "");
  return /^[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+$/.test(host) && /[a-z]/.test(host.split(".").at(-1)!) ? host : undefined;
}

/** The domain itself and everything under it. */
export const under = (host: string, domains: readonly string[]): string | undefined =>
  domains.find((domain) => host === domain || host.endsWith(`.${domain}`));

/** Nothing is said but links. */
export function onlyLinks(html: string): boolean {
  const rest = html
    .replace(/<a href="https?:[^>]*>(?:(?!<\/a>)[\s\S])*?<\/a>/g, " ")
    .replace(/<[^>]*>/g, " ")
    .replace(/&\w+;/g, " ");
  return hostsIn(html).length > 0 && (rest.match(/[\p{L}\p{N}]/gu) ?? []).length < 3;
}
