import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fetchPage, fetchPicture, mostBytes, mostPictureBytes } from "@/lib/outbound/fetch";

/** A site on this machine, and what it was asked with. */
const asked: IncomingMessage[] = [];
/** Thirty megabytes in thirty kilobytes. */
const bomb = gzipSync(Buffer.alloc(30_000_000, "x"), { level: 1 });
let site: Server;
let origin = "";
let inside: Server;
let insideOrigin = "";
let insideAsked = 0;

const html = (response: ServerResponse, body: string | Buffer, headers: Record<string, string> = {}) =>
  response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...headers }).end(body);
const lead = (response: ServerResponse, location: string) => response.writeHead(302, { location }).end();

function answer(request: IncomingMessage, response: ServerResponse) {
  asked.push(request);
  const [, what = "", more = ""] = (request.url ?? "").split("/");
  const answers: Record<string, () => void> = {
    good: () => html(response, "<title>Good tea</title>"),
    slow: () => {
      response.writeHead(200, { "content-type": "text/html" });
      const drip = setInterval(() => response.write(" "), 200);
      response.on("close", () => clearInterval(drip));
    },
    huge: () => {
      response.writeHead(200, { "content-type": "text/html" });
      const piece = Buffer.alloc(65_536, "x");
      const pour = () => {
        while (!response.destroyed && response.write(piece));
      };
      response.on("drain", pour);
      pour();
    },
    bomb: () => html(response, bomb, { "content-encoding": "gzip" }),
    packed: () => html(response, gzipSync("<title>Packed</title>"), { "content-encoding": "gzip" }),
    odd: () => html(response, "<title>Odd</title>", { "content-encoding": "zebra" }),
    latin: () =>
      html(response, Buffer.from("<title>Grün</title>", "latin1"), { "content-type": "text/html; charset=iso-8859-1" }),
    wrong: () => html(response, "<title>Grün</title>", { "content-type": "text/html; charset=klingon" }),
    picture: () => html(response, "GIF89a", { "content-type": "image/gif" }),
    large: () =>
      response.writeHead(200, { "content-type": "image/png" }).end(Buffer.alloc(mostPictureBytes + Number(more), "x")),
    error: () => response.writeHead(500, { "content-type": "text/html" }).end("<title>Trace</title>"),
    hops: () =>
      Number(more) > 0 ? lead(response, `/hops/${Number(more) - 1}`) : html(response, "<title>There</title>"),
    inside: () => lead(response, insideOrigin),
    metadata: () => lead(response, "http://169.254.169.254/latest/meta-data/"),
    named: () => lead(response, "http://inside.example/"),
    file: () => lead(response, "file:///etc/passwd"),
  };
  answers[what]?.();
}

const started = (server: Server) =>
  new Promise<string>((done) => {
    server.listen(0, "127.0.0.1", () => done(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });

beforeAll(async () => {
  site = createServer(answer);
  inside = createServer((_request, response) => {
    insideAsked++;
    html(response, "<title>Secret</title>");
  });
  origin = await started(site);
  insideOrigin = await started(inside);
});
afterAll(() => {
  for (const server of [site, inside]) {
    server.closeAllConnections();
    server.close();
  }
});

const names: Record<string, string[]> = {
  "inside.example": ["127.0.0.1"],
  "dual.example": ["193.99.144.80", "fd00::1"],
};
const resolve = async (host: string) =>
  (names[host] ?? []).map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
const ask = (path: string) => fetchPage(`${origin}/${path}`, { trusted: [origin], resolve });

describe("the one fetcher", () => {
  test("brings a page, and asks as nobody", async () => {
    expect((await ask("good")).html).toContain("Good tea");
    const headers = asked.at(-1)!.headers;
    expect(headers["user-agent"]).toMatch(/^KindlingPreview/);
    for (const name of ["cookie", "authorization", "referer", "origin"]) expect(headers).not.toHaveProperty(name);
  });

  test("follows three redirects and no fourth", async () => {
    expect(await ask("hops/3")).toMatchObject({ url: `${origin}/hops/0` });
    await expect(ask("hops/4")).rejects.toMatchObject({ why: "too many redirects" });
  });

  test.each(["inside", "metadata", "named", "file"])("a redirect that leads inside is refused: %s", async (path) => {
    await expect(ask(path)).rejects.toMatchObject({ why: "refused" });
    expect(insideAsked).toBe(0);
  });

  test("a name with one foot inside is refused whole, and so is one that leads nowhere", async () => {
    for (const host of ["dual.example", "inside.example", "nobody.example"])
      await expect(fetchPage(`http://${host}/`, { resolve })).rejects.toMatchObject({ why: "refused" });
    expect(insideAsked).toBe(0);
  });

  test("the loopback site itself is refused to who does not hand it in", async () => {
    const before = asked.length;
    await expect(fetchPage(`${origin}/good`)).rejects.toMatchObject({ why: "refused" });
    await expect(fetchPage(`${origin}/good`, { trusted: ["http://127.0.0.1"] })).rejects.toMatchObject({
      why: "refused",
    });
    expect(asked.length).toBe(before);
  });

  test("five seconds are all it waits", async () => {
    const before = performance.now();
    await expect(ask("slow")).rejects.toMatchObject({ why: "late" });
    expect(performance.now() - before).toBeLessThan(7_000);
  }, 15_000);

  test.each(["huge", "bomb"])(
    "of what has no end it reads one megabyte: %s",
    async (path) => {
      expect((await ask(path)).html.length).toBe(mostBytes);
    },
    20_000,
  );

  test("packed pages are unpacked, others let be; letters are read as the page says, or as UTF-8", async () => {
    expect((await ask("packed")).html).toContain("Packed");
    await expect(ask("odd")).rejects.toMatchObject({ why: "no page" });
    expect((await ask("latin")).html).toContain("Grün");
    expect((await ask("wrong")).html).toContain("Grün");
  });

  test("a picture is brought whole or not at all, and by the same way", async () => {
    const picture = (path: string) => fetchPicture(`${origin}/${path}`, { trusted: [origin], resolve });
    expect((await picture("picture")).toString()).toBe("GIF89a");
    expect(asked.at(-1)!.headers.accept).toMatch(/^image\//);
    expect((await picture("large/0")).byteLength).toBe(mostPictureBytes);
    for (const path of ["large/1", "good", "error"])
      await expect(picture(path)).rejects.toMatchObject({ why: "no page" });
    for (const path of ["inside", "metadata", "named", "file"])
      await expect(picture(path)).rejects.toMatchObject({ why: "refused" });
    expect(insideAsked).toBe(0);
  });

  test.each(["picture", "error"])("what is no page is none: %s", (path) =>
    expect(ask(path)).rejects.toMatchObject({ why: "no page" }),
  );
});
