import { expect, type Page, test } from "@playwright/test";
import { become, originOf } from "../../support/become";
import { foundYard } from "../communities/yard";

const meadow = "/long-grass/spaces/meadow";
const meta = (page: Page, name: string) =>
  page.locator(`head meta[property="${name}"], head meta[name="${name}"]`).getAttribute("content");
const canonical = (page: Page) => page.locator('head link[rel="canonical"]').getAttribute("href");

/** As a program reads it: whether it is well-formed is for the browser's parser to say. */
const parsed = (page: Page, path: string) =>
  page.evaluate(async (address) => {
    const answer = await fetch(address);
    const tree = new DOMParser().parseFromString(await answer.text(), "application/xml");
    const texts = (name: string) => [...tree.getElementsByTagName(name)].map((one) => one.textContent ?? "");
    return {
      status: answer.status,
      root: tree.documentElement.localName,
      wrong: tree.querySelector("parsererror")?.textContent ?? "",
      loc: texts("loc"),
      titles: texts("title"),
      links: [...tree.getElementsByTagName("link")].map((one) => one.getAttribute("href") ?? ""),
    };
  }, path);

test("canonical addresses: one for a page however it was asked for, one for each page of a thread", async ({
  page,
  baseURL,
}) => {
  await page.goto(`${meadow}?show=unread&x=1`);
  expect(await canonical(page)).toBe(`${baseURL}${meadow}`);
  await page.locator('main a[href^="/long-grass/t/"]').first().click();
  await page.waitForURL(/\/t\//);
  const own = new URL(page.url()).pathname;
  expect(await canonical(page)).toBe(baseURL + own);
  await page.goto(`${own}?page=1&answer=x`);
  expect(await canonical(page)).toBe(baseURL + own);
});

test("OpenGraph text and picture, and structured data: what a link to a thread shows elsewhere", async ({
  page,
  baseURL,
}) => {
  // One that other tests say nothing in: what it begins with and that it is answered is the demo's.
  const title = "I must apologise for the pigeon";
  const hits = await page.request.get(`/long-grass/search?q=${encodeURIComponent(title)}`);
  const [address] = (await hits.text()).match(/\/long-grass\/t\/[\w-]+\/[\w-]*pigeon[\w-]*/) ?? [];
  await page.goto(address ?? "");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  expect(await meta(page, "og:title")).toBe(title);
  expect(await meta(page, "og:type")).toBe("article");
  expect(await meta(page, "og:site_name")).toBe("The Long Grass");
  expect((await meta(page, "og:description"))?.length).toBeGreaterThan(40);
  expect(await meta(page, "twitter:card")).toBe("summary_large_image");
  const picture = await page.request.get((await meta(page, "og:image")) ?? "");
  expect(picture.headers()["content-type"]).toBe("image/png");

  const said = await page.locator('script[type="application/ld+json"]').textContent();
  const [thread, trail] = JSON.parse(said ?? "[]");
  expect(thread).toMatchObject({ "@type": "DiscussionForumPosting", headline: title, url: page.url() });
  expect(thread.comment.length).toBeGreaterThan(0);
  expect(trail.itemListElement.map(({ name }: { name: string }) => name)).toEqual([
    "The Long Grass",
    "The Meadow",
    title,
  ]);
  expect(thread["@id"]).toBe(baseURL + new URL(page.url()).pathname);
});

test("a feed for the community and for each space that everybody reads, found from their pages, well-formed", async ({
  page,
}) => {
  const feedOn = async (path: string) => {
    await page.goto(path);
    return page.locator('head link[type="application/atom+xml"]').getAttribute("href");
  };
  for (const [path, title] of [
    ["/long-grass", "The Long Grass"],
    [meadow, "The Meadow · The Long Grass"],
  ] as const) {
    const feed = await parsed(page, (await feedOn(path)) ?? "");
    expect(feed).toMatchObject({ status: 200, root: "feed", wrong: "" });
    expect(feed.titles[0]).toBe(title);
    expect(feed.titles.length).toBeGreaterThan(5);
    expect((await page.request.get(feed.links.at(-1)!)).status()).toBe(200);
  }
});

test("sitemap: robots.txt leads to it, every list is well-formed, and each address in it is there for a visitor", async ({
  page,
  baseURL,
}) => {
  await page.goto("/");
  const robots = await (await page.request.get("/robots.txt")).text();
  const index = await parsed(page, new URL(/Sitemap: (\S+)/.exec(robots)?.[1] ?? "").pathname);
  expect(index).toMatchObject({ status: 200, root: "sitemapindex", wrong: "" });
  const lists = index.loc.filter((address) => address.includes("/long-grass/"));
  expect(lists.length).toBeGreaterThan(3);
  const addresses: string[] = [];
  for (const list of lists) {
    const { wrong, root, loc } = await parsed(page, list.slice(baseURL!.length));
    expect([root, wrong]).toEqual(["urlset", ""]);
    addresses.push(...loc);
  }
  expect(addresses.length).toBeGreaterThan(50);
  expect(addresses.filter((address) => !address.startsWith(`${baseURL}/long-grass`))).toEqual([]);
  for (const address of addresses.filter((_, n) => n % 9 === 0))
    expect((await page.request.get(address)).status(), address).toBe(200);
});

test("nothing of closed ones: neither picture, feed nor data, also for somebody who is inside", async ({ page }) => {
  await become(page, "insider");
  await page.goto("/long-grass/spaces/lamp-room");
  await page.locator('main a[href^="/long-grass/t/"]').first().click();
  await page.waitForURL(/\/t\//);
  await page.reload();
  const title = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
  expect(await page.locator('script[type="application/ld+json"]').count()).toBe(0);
  expect(await meta(page, "og:title")).not.toBe(title);
  const id = /\/t\/([0-9a-f-]{36})/.exec(page.url())?.[1];
  expect((await page.request.get(`/long-grass/card.png?thread=${id}`)).status()).toBe(404);
  expect((await page.request.get("/long-grass/feed.xml?space=lamp-room")).status()).toBe(404);
  const feed = await (await page.request.get("/long-grass/feed.xml")).text();
  expect(feed).not.toContain(title);
});

test("a community that keeps off the start page is in no search engine, and its feed is led on from a former address", async ({
  page,
}) => {
  const former = await foundYard(page);
  const robots = async (slug: string) => {
    const html = await (await page.context().request.get(`/${slug}`)).text();
    return /<meta name="robots" content="([^"]*)"/.exec(html)?.[1];
  };
  expect(await robots(former)).toBeUndefined();
  const send = async (act: string, form: Record<string, string>) => {
    const headers = { accept: "application/json", origin: await originOf(page) };
    const sent = await page.request.post(`/${former}/do/${act}`, {
      form: { key: crypto.randomUUID(), ...form },
      headers,
    });
    expect(sent.status(), await sent.text()).toBe(200);
  };
  await send("change-setting", { setting: "publicDirectory" });
  expect(await robots(former)).toBe("noindex");

  const now = `${former}-moved`;
  const facts = { name: "The Yard", purpose: "For people who mend.", about: "", zone: "UTC", locale: "en" };
  await send("change-community", { ...facts, slug: now, joinMode: "open" });
  for (const part of ["feed.xml", "feed.xml?space=announcements", "sitemap.xml", "card.png"]) {
    const answer = await page.request.get(`/${former}/${part}`, { maxRedirects: 0 });
    const there = await page.request.get(`/${now}/${part}`, { maxRedirects: 0 });
    // Only to what opens there.
    expect(answer.status(), part).toBe(there.ok() ? 308 : 404);
    expect(answer.headers().location, part).toBe(there.ok() ? `/${now}/${part}` : undefined);
  }
  expect((await page.request.get(`/${former}/feed.xml`)).ok()).toBe(true);
  expect((await page.request.get(`/${former}-never/feed.xml`)).status()).toBe(404);
});
