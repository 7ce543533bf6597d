import { lookup } from "node:dns/promises";
import { type IncomingMessage, request as overHttp } from "node:http";
import { request as overHttps } from "node:https";
import type { LookupFunction } from "node:net";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { readAddress } from "./address";
import { isPublicAddress } from "./ranges";

/**
 * The one way to an address that came from a person. It knocks on the open internet only, and asks as nobody:
 * no cookie, no credentials, no word of where the link was written. What cannot be had is one of these, and no more is told.
 */
export class Unreachable extends Error {
  constructor(readonly why: "refused" | "late" | "no page" | "too many redirects" | "unreachable") {
    super(why);
  }
}

type Found = { address: string; family: number };

export interface Outside {
  /** How names become addresses. Asked once a hop; the connection goes to what it answered and nowhere else. */
  readonly resolve?: (host: string) => Promise<Found[]>;
  /** Origins that may be asked whatever they are. Only ever handed in by code: no setting leads here. */
  readonly trusted?: readonly string[];
}

export interface Page {
  /** Where the redirects ended. */
  readonly url: string;
  readonly html: string;
}

const mostRedirects = 3;
/** Read, after unpacking; what a page says of itself stands at its beginning. */
export const mostBytes = 1_000_000;
const mostTime = 5_000;

/** A picture is taken whole or not at all. */
export const mostPictureBytes = 5_000_000;

const headers = { "user-agent": "KindlingPreview/1 (link previews)", "accept-encoding": "identity" };

/** Fetches a page of the web, in five seconds with all redirects, or throws `Unreachable`. */
export async function fetchPage(address: string, outside: Outside = {}): Promise<Page> {
  const late = AbortSignal.timeout(mostTime);
  const { url, answer } = await arrive(address, outside, { late, accept: "text/html,application/xhtml+xml" });
  return { url, html: await readPage(answer, late) };
}

/** The same of a picture, whole; what it really is is found out by who decodes it. */
export async function fetchPicture(address: string, outside: Outside = {}): Promise<Buffer> {
  const late = AbortSignal.timeout(mostTime);
  const accept = "image/avif,image/webp,image/png,image/jpeg,image/gif";
  const { answer } = await arrive(address, outside, { late, accept });
  if (answer.statusCode !== 200 || !/^image\//i.test(answer.headers["content-type"] ?? "")) {
    answer.destroy();
    throw new Unreachable("no page");
  }
  const bytes = await readMost(answer, late, mostPictureBytes + 1);
  if (bytes.byteLength > mostPictureBytes) throw new Unreachable("no page");
  return bytes;
}

type Asking = { late: AbortSignal; accept: string };

async function arrive(address: string, outside: Outside, asking: Asking) {
  let next = address;
  for (let hop = 0; hop <= mostRedirects; hop++) {
    const { url, pinned } = await whereTo(next, outside, asking.late);
    const answer = await ask(url, pinned, asking);
    const leads = answer.headers.location;
    if (![301, 302, 303, 307, 308].includes(answer.statusCode ?? 0) || !leads) return { url: url.href, answer };
    answer.destroy();
    if (!URL.canParse(leads, url)) throw new Unreachable("refused");
    next = new URL(leads, url).href;
  }
  throw new Unreachable("too many redirects");
}

/** Every answer of the resolver must be on the open internet: a name with one foot inside is refused whole. */
async function whereTo(address: string, { resolve = byDns, trusted = [] }: Outside, late: AbortSignal) {
  if (URL.canParse(address) && trusted.includes(new URL(address).origin)) {
    const url = new URL(address);
    return {
      url,
      pinned: { address: url.hostname.replace(/^\[|\]$/g, ""), family: url.hostname.includes(":") ? 6 : 4 },
    };
  }
  const read = readAddress(address);
  if (!read) throw new Unreachable("refused");
  const found = await inTime(resolve(read.host), late);
  const [pinned] = found;
  if (!pinned || !found.every((one) => isPublicAddress(one.address))) throw new Unreachable("refused");
  return { url: read.url, pinned };
}

const byDns = (host: string): Promise<Found[]> => lookup(host, { all: true, verbatim: true });

function inTime<T>(asked: Promise<T>, late: AbortSignal): Promise<T> {
  return new Promise((done, failed) => {
    if (late.aborted) failed(new Unreachable("late"));
    late.addEventListener("abort", () => failed(new Unreachable("late")), { once: true });
    asked.then(done, () => failed(new Unreachable("unreachable")));
  });
}

function ask(url: URL, pinned: Found, { late, accept }: Asking): Promise<IncomingMessage> {
  // Whoever answers the name a second time is not asked.
  const pin: LookupFunction = (_host, options, answer) =>
    options.all ? answer(null, [pinned]) : answer(null, pinned.address, pinned.family);
  return new Promise((done, failed) => {
    const send = url.protocol === "https:" ? overHttps : overHttp;
    const going = send(
      url,
      { agent: false, headers: { ...headers, accept }, lookup: pin, signal: late, maxHeaderSize: 16_384 },
      done,
    );
    going.on("error", () => failed(new Unreachable(late.aborted ? "late" : "unreachable")));
    going.end();
  });
}

async function readPage(answer: IncomingMessage, late: AbortSignal): Promise<string> {
  const type = answer.headers["content-type"] ?? "";
  if (answer.statusCode !== 200 || !/^(text\/html|application\/xhtml\+xml)\s*(;|$)/i.test(type)) {
    answer.destroy();
    throw new Unreachable("no page");
  }
  return decode(await readMost(answer, late, mostBytes), type);
}

/** As many bytes, after unpacking, and no more. */
async function readMost(answer: IncomingMessage, late: AbortSignal, most: number): Promise<Buffer> {
  const unpacked = unpack(answer);
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of unpacked as AsyncIterable<Buffer>) {
      parts.push(part);
      size += part.byteLength;
      if (size >= most) break;
    }
  } catch {
    throw new Unreachable(late.aborted ? "late" : "no page");
  } finally {
    answer.destroy();
  }
  return Buffer.concat(parts).subarray(0, most);
}

/** Packed although it was not asked for: unpacked piece by piece, and never beyond what is read. */
function unpack(answer: IncomingMessage) {
  const packed = (answer.headers["content-encoding"] ?? "identity").trim().toLowerCase();
  if (packed === "identity") return answer;
  const by = { gzip: createGunzip, "x-gzip": createGunzip, deflate: createInflate, br: createBrotliDecompress }[packed];
  if (!by) throw new Unreachable("no page");
  const unpacked = by({ chunkSize: 65_536 });
  answer.on("error", (error) => unpacked.destroy(error));
  return answer.pipe(unpacked);
}

/** As the answer says, else as the page says; a name that nobody knows is read as UTF-8. */
function decode(bytes: Buffer, type: string): string {
  const start = bytes.subarray(0, 4_096).toString("latin1");
  const said = /charset\s*=\s*["']?([\w:.-]{1,40})/i;
  const name = said.exec(type)?.[1] ?? said.exec(start)?.[1];
  try {
    return new TextDecoder(name ?? "utf-8").decode(bytes);
  } catch {
    return new TextDecoder("utf-8").decode(bytes);
  }
}
