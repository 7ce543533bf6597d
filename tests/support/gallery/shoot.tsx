/** Renders every primitive and takes pictures to look at: `npx tsx tests/support/gallery/shoot.tsx [page]`. */
import { mkdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { AxeBuilder } from "@axe-core/playwright";
import { chromium } from "@playwright/test";
import type { ComponentType } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { browserProgram } from "../run/chromium.mjs";
import { Controls } from "./controls";
import { Account, Desk } from "./desk";
import { Front } from "./front";
import { Insiders } from "./insiders";
import { compiledStyles, root } from "./styles";

const pages: Record<string, ComponentType> = {
  controls: Controls,
  front: Front,
  insiders: Insiders,
  desk: Desk,
  account: Account,
};
const only = process.argv[2];
const css = await compiledStyles();
const out = `${tmpdir()}/kindling-gallery`;
mkdirSync(out, { recursive: true });

const server = createServer((request, response) => {
  const url = new URL(request.url ?? "/", "http://localhost");
  const Page = pages[url.pathname.slice(1)];
  if (url.pathname === "/app/gallery.css") return response.setHeader("content-type", "text/css").end(css);
  if (url.pathname === "/icons.svg")
    return response.setHeader("content-type", "image/svg+xml").end(readFileSync(`${root}public/icons.svg`));
  if (!Page) {
    try {
      return response.end(readFileSync(root + decodeURIComponent(url.pathname).slice(1)));
    } catch {
      return response.writeHead(404).end();
    }
  }
  const attributes = `lang="en" dir="${url.searchParams.get("dir") ?? "ltr"}" data-theme="${url.searchParams.get("theme") ?? "light"}" style="font-size:${url.searchParams.get("text") ?? 100}%"`;
  response.setHeader("content-type", "text/html; charset=utf-8");
  response.end(
    `<!doctype html><html ${attributes}><head><title>Gallery</title><meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/app/gallery.css"></head><body>${renderToStaticMarkup(<Page />)}</body></html>`,
  );
}).listen(0);
const { port } = server.address() as { port: number };

const flags = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking";
const browser = await chromium.launch({
  executablePath: browserProgram(),
  args: [...flags.split(" "), "--disable-component-update", "--disable-sync"],
});
for (const name of Object.keys(pages)) {
  if (only && only !== name) continue;
  for (const width of [390, 820, 1440]) {
    for (const variant of ["theme=light", "theme=dark", ...(width === 820 ? [] : ["dir=rtl", "text=200"])]) {
      const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: "reduce" });
      const page = await context.newPage();
      await page.goto(`http://localhost:${port}/${name}?${variant}`);
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      if (width === 1440) {
        const { violations } = await new AxeBuilder({ page }).analyze();
        for (const found of violations)
          console.log(`${name} ${variant}: ${found.id}, ${found.nodes[0]?.html.slice(0, 160)}`);
      }
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (wider > 0) console.log(`${name} ${width} ${variant}: ${wider} px too wide`);
      await page.screenshot({ path: `${out}/${name}-${width}-${variant.split("=")[1]}.png`, fullPage: true });
      await context.close();
    }
  }
}
await browser.close();
server.close();
console.log(out);
