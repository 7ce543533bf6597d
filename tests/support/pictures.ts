import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import sharp from "sharp";
import { fail, Problem } from "@/lib/operate/problem.mjs";
import { project } from "@/lib/operate/start/environment.mjs";
import browserSettings from "../../playwright.config";
import { become, type Role } from "./become";
import { startServer } from "./server";

/** `npm run pictures`: the pictures of README.md, taken from a server of their own with the demo in it. */

const folder = join(project, "public", "readme");
/** All together, in bytes: the README should open at once. */
const MOST = 1_000_000;

const scenes: { name: string; path: string; as?: Role }[] = [
  { name: "front-page", path: "/long-grass", as: "member" },
  { name: "door", path: "/long-grass/spaces/lamp-room", as: "member" },
  { name: "desk", path: "/long-grass/manage/people", as: "manager" },
  { name: "sign-in", path: "/sign-in" },
  { name: "settings", path: "/settings/profile", as: "member" },
];
const sizes = [
  { name: "wide", viewport: { width: 1440, height: 900 }, scaled: 1440 },
  { name: "phone", viewport: { width: 390, height: 844 }, scaled: 390 },
];
const looks = ["light", "dark"] as const;

async function take(page: Page, path: string, file: string, width: number): Promise<number> {
  const answer = await page.goto(path);
  if (answer?.status() !== 200) throw new Problem(`${path} answered ${answer?.status()} instead of a page.`);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForLoadState("networkidle");
  const shot = await page.screenshot({ animations: "disabled", caret: "hide" });
  const { size } = await sharp(shot).resize({ width }).webp({ quality: 72, effort: 6 }).toFile(join(folder, file));
  return size;
}

async function takeAll(origin: string): Promise<number> {
  const browser = await chromium.launch(browserSettings.use?.launchOptions);
  let bytes = 0;
  try {
    for (const { name: size, viewport, scaled } of sizes)
      for (const colorScheme of looks)
        for (const { name, path, as } of scenes) {
          const context = await browser.newContext({ baseURL: origin, viewport, colorScheme, locale: "en-GB" });
          const page = await context.newPage();
          if (as) await become(page, as);
          bytes += await take(page, path, `${name}-${size}-${colorScheme}.webp`, scaled);
          await context.close();
        }
  } finally {
    await browser.close();
  }
  return bytes;
}

async function main() {
  const server = await startServer();
  try {
    if (existsSync(folder)) rmSync(folder, { recursive: true });
    mkdirSync(folder, { recursive: true });
    const bytes = await takeAll(server.origin);
    console.log(`${readdirSync(folder).length} pictures, ${Math.round(bytes / 1000)} kB, in public/readme`);
    if (bytes > MOST) throw new Problem(`the pictures take more than ${MOST / 1000} kB together.`);
  } finally {
    await server.stop();
  }
}

await main().catch(fail);
