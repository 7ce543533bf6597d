import { type Browser, chromium, type Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema";
import { compose } from "@/lib/mail/compose";
import { collected, faultsIn, hostileStrings, scripts } from "@/tests/support/hostile";
import { type Said, sayEverywhere } from "@/tests/support/hostile-world";
import { withInstance } from "@/tests/support/http";
import { newSession } from "@/tests/support/principals-world";
import { browserProgram } from "@/tests/support/run/chromium.mjs";
import { itWhen } from "@/tests/support/skip";
import { allDoors } from "@/tests/support/surfaces";
import { everything } from "@/tests/support/thoroughness";

const program = browserProgram();
const it = itWhen(Boolean(program), "there is no Chromium");
const instance = withInstance();
let browser: Browser | undefined;
let said: Said;

const payloads = collected.present
  ? ["xss/patt-jhaddix.txt", "xss/patt-rsnake.txt", "xss/patt-event-handlers.txt"].flatMap((file) =>
      collected.lines(file),
    )
  : [];
// Neither comes through a form: a null is refused by the wrapper of all, and a browser sends no half sign.
const strings = [...new Set([...scripts, ...hostileStrings.filter((text) => text.length < 200), ...payloads])].filter(
  (text) => !text.includes("\0") && text.isWellFormed(),
);

beforeAll(async () => {
  if (!program) return;
  said = await sayEverywhere(instance.world, strings);
  browser = await chromium.launch({
    executablePath: program,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
  });
}, 240_000);
afterAll(() => browser?.close());

type Reader = "owner" | "anonymous" | keyof Said["people"];

/** Every page the owner of it all can open, and what others see of the same words. */
function pages(): Record<Reader, string[]> {
  const { a } = instance.world;
  const [here, asks, member] = [`/${a.community}`, `/${a.asking}`, said.people.member];
  const all = everything ? undefined : 4;
  const hall = `/${said.halls[0]}`;
  const { community, space, all: thread } = said.threads;
  const pagesOf = (path: string, most: number) =>
    Array.from({ length: most }, (_, n) => (n === 0 ? path : `${path}?page=${n + 1}`));
  const doors = Object.entries(allDoors)
    .filter(
      ([name, row]) =>
        /^GET \/(?!files|api|healthz|readyz|metrics)(?!.*\.(txt|xml|png)\b)/.test(name) && row.who.includes("owner"),
    )
    .map(([, row]) => row.path(instance.world));
  const evil = encodeURIComponent('/x"><img src=x onerror=alert(1)>');
  return {
    owner: [
      ...new Set(doors),
      ...[`/${community}/spaces`, `/${community}/manage/spaces`, `/${community}/spaces/${space}`, `/${community}/tags`],
      ...pagesOf(`/${community}/t/${thread}`, Math.ceil(strings.length / 20)),
      ...said.rooms.slice(0, all).flatMap((room) => [`${here}/spaces/${room}`, `${here}/manage/spaces/${room}`]),
      ...said.badges.slice(0, all).map((badge) => `${here}/badges/${badge}`),
      ...said.halls.slice(0, all).flatMap((slug) => [`/${slug}`, `/${slug}/about`, `/${slug}/manage`]),
      `${here}/members/${member}`,
      ...[member, said.people.suspended].map((person) => `${here}/manage/people/${person}`),
      ...[member, said.people.suspended].map((person) => `${here}/moderation/people/${person}`),
      `${here}/moderation/posts/${a.talk.announcements.posts.first}`,
      `${asks}/manage/requests`,
      `${here}/manage/reports?show=answered`,
      `${here}/report?about=${evil}`,
      `${here}/members?search=${evil}`,
    ],
    anonymous: [
      ...["", "/about", "/rules", "/spaces", "/badges", "/join", "/report"].map((part) => here + part),
      ...["/", hall, `${hall}/about`, `${here}/spaces/${said.rooms[0]}`, `${here}/invitation/${said.invitation}`],
      `/sign-in?next=${encodeURIComponent("javascript:alert(1)")}`,
      `/sign-up?next=${evil}`,
      `/check-mail?for=${evil}`,
      "/sign-in/forgot",
    ],
    member: [
      here,
      asks,
      `${asks}/join`,
      `${here}/members/${member}`,
      `${here}/leave`,
      `${here}/statements`,
      `${here}/held`,
      "/settings/profile",
    ],
    suspended: [here, `${asks}/join`],
    removed: [here, `${here}/join`, `${asks}/join`],
  };
}

/** What there is to find on a page if a string came through as more than words. */
async function inspect(page: Page): Promise<{ faults: string[]; text: string }> {
  const found = await page.evaluate(() => {
    const short = (one: Element) => one.outerHTML.slice(0, 100);
    return {
      faults: [
        ...[...document.scripts]
          .filter((one) => !one.nonce && !one.src.startsWith(`${location.origin}/_next/`))
          .map(short),
        ...[...document.querySelectorAll("*")]
          .filter((one) => [...one.attributes].some(({ name }) => /^on/i.test(name)))
          .map(short),
        ...[...document.querySelectorAll("[href], [src], [action], [formaction], [data]")]
          .flatMap((one) => ["href", "src", "action", "formaction", "data"].map((name) => one.getAttribute(name) ?? ""))
          .filter((address) => /^\s*(javascript|vbscript|data:text)/i.test(address)),
        ...[...document.querySelectorAll("iframe, object, embed, base, meta[http-equiv=refresh]")].map(short),
        ...(window as unknown as { violations: string[] }).violations,
      ],
      // biome-ignore lint/performance/useDomNodeTextContent: what is seen; the other holds what is in scripts as well.
      text: document.body.innerText,
    };
  });
  return found;
}

const [phone, desk] = [390, 1440];

/** What stands out of the window, unless it is scrolled by itself. */
async function tooWide(page: Page, widths: readonly number[]): Promise<string[]> {
  const faults: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    faults.push(
      ...(await page.evaluate(() => {
        const within = (one: Element | null): boolean =>
          one !== null &&
          one !== document.body &&
          one !== document.documentElement &&
          (getComputedStyle(one).overflowX !== "visible" || within(one.parentElement));
        const out = [...document.body.querySelectorAll("*")].filter((one) => {
          const { left, right, width, height } = one.getBoundingClientRect();
          return width > 1 && height > 1 && (right > innerWidth + 1 || left < -1) && !within(one);
        });
        const page = document.documentElement.scrollWidth;
        return [
          ...(page > innerWidth + 1 ? [`${page} wide in ${innerWidth}`] : []),
          ...out.slice(0, 3).map((one) => `stands out of ${innerWidth}: ${one.outerHTML.slice(0, 160)}`),
        ];
      })),
    );
  }
  return faults;
}

async function sessionOf(reader: Reader): Promise<string | undefined> {
  return reader === "owner" || reader === "anonymous"
    ? instance.world.session(reader)
    : newSession(said.people[reader]);
}

/** A window of somebody that hears every dialog, and every break of the policy. */
async function windowOf(reader: Reader, policy: boolean): Promise<{ page: Page; heard: string[] }> {
  const context = await browser!.newContext({ locale: "en-GB", bypassCSP: !policy });
  const secret = await sessionOf(reader);
  if (secret) await context.addCookies([{ name: "kindling", value: secret, url: instance.origin }]);
  await context.addInitScript(() => {
    const violations: string[] = [];
    Object.assign(window, { violations });
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) =>
      violations.push(`the policy stopped ${effectiveDirective} ${blockedURI} ${sample}`),
    );
  });
  const page = await context.newPage();
  const heard: string[] = [];
  page.on("dialog", (dialog) => {
    heard.push(`${page.url()} says ${dialog.message()}`);
    void dialog.dismiss();
  });
  return { page, heard };
}

const plain = (words: string) => words.replace(/\s+/g, " ").trim();

describe.each([
  ["with its policy for scripts", true],
  ["and even without it", false],
] as const)("%s", (_, policy) => {
  it("a page in a real browser runs nothing that somebody typed, and nothing stands out of the window", async () => {
    const faults: string[] = [];
    let text = "";
    // What does nothing without the policy does nothing with it: there a part shows that the policy stops nothing of ours.
    const asked = (index: number) => !policy || everything || index % 6 === 0;
    for (const [reader, paths] of Object.entries(pages()) as [Reader, string[]][]) {
      const { page, heard } = await windowOf(reader, policy);
      for (const [index, path] of paths.entries()) {
        if (!asked(index)) continue;
        const answer = await page.goto(instance.origin + path, { waitUntil: "load" });
        const found = await inspect(page);
        // How wide a page is does not hang on its policy: looked at once.
        const widths = everything || index % 4 === 0 ? [phone, desk] : [phone];
        const all = [...found.faults, ...(policy ? [] : await tooWide(page, widths))];
        if (answer?.status() !== 200) all.push(`answered ${answer?.status()}`);
        faults.push(...all.map((fault) => `${reader} ${path}: ${fault}`));
        text += found.text;
      }
      faults.push(...heard);
      await page.context().close();
    }
    expect(faults, faults.join("\n")).toEqual([]);
    // They were there to be run, and stand there as words.
    const seen = plain(text);
    const missing = asked(1) ? said.shown.filter((words) => !seen.includes(plain(words))) : [];
    expect(missing, missing.join("\n")).toEqual([]);
    expect(said.shown.length).toBeGreaterThan(100);
  }, 480_000);
});

describe("without the policy", () => {
  const breakout = `x"></textarea></title></script><script>alert(1)</script><img src=x onerror=alert(1)>'`;

  it("a refused form comes back with what was typed as words", async () => {
    const faults: string[] = [];
    const tried = new Set<string>();
    for (const reader of ["anonymous", "owner"] as const) {
      const { page, heard } = await windowOf(reader, false);
      for (const path of pages()[reader].slice(0, everything ? undefined : 60)) {
        // A page of which every form was tried on another one need not be drawn.
        const { text } = await instance.ask(reader, path);
        if (formsIn(text).every((action) => tried.has(action))) continue;
        await page.goto(instance.origin + path, { waitUntil: "load" });
        for (const { place, action } of await page.evaluate(typing)) {
          if (tried.has(action)) continue;
          tried.add(action);
          await page.goto(instance.origin + path, { waitUntil: "load" });
          const [answer] = await Promise.all([
            page.waitForResponse((one) => one.request().method() === "POST" && one.request().isNavigationRequest()),
            page.evaluate(typeAndSend, { place, breakout }),
          ]);
          await page.waitForFunction(() => !("left" in window) && document.readyState === "complete");
          const { faults: found } = await inspect(page);
          if (answer.status() >= 500) found.push(`answered ${answer.status()}`);
          faults.push(...found.map((fault) => `${reader} ${path} ${action}: ${fault}`));
        }
      }
      faults.push(...heard);
      await page.context().close();
    }
    expect(faults, faults.join("\n")).toEqual([]);
    expect(tried.size).toBeGreaterThan(15);
  }, 240_000);

  it("a letter runs nothing either", async () => {
    const { page, heard } = await windowOf("anonymous", false);
    let letters = 0;
    for (const row of await db().select().from(outbox)) {
      const letter = await compose(row);
      if (!letter || letters > 60) continue;
      await page.setContent(letter.html);
      letters++;
      const active = await page.locator("script, iframe, object, form, [onerror], [onload], [onclick]").count();
      expect(active, letter.subject).toBe(0);
      expect(letter.subject).not.toMatch(/[\r\n]/);
    }
    await page.context().close();
    expect(heard).toEqual([]);
    expect(letters).toBeGreaterThan(10);
  }, 60_000);

  it("what would run is heard", async () => {
    const { page, heard } = await windowOf("anonymous", false);
    await page.goto(`${instance.origin}/sign-in`);
    await page.evaluate(() => document.body.insertAdjacentHTML("beforeend", "<img src=x onerror=alert(1)>"));
    await expect.poll(() => heard.length).toBe(1);
    expect((await inspect(page)).faults).toHaveLength(1);
    await page.context().close();
  });
});

it("nothing of all this was a fault of ours", async () => expect(faultsIn(instance.log())).toEqual([]));

/** Where the forms of a page lead into which something can be typed. */
const formsIn = (html: string): string[] =>
  html
    .split("<form")
    .slice(1)
    .flatMap((part) => {
      const [form = ""] = part.split("</form>");
      const action = /\baction="([^"?#]*)/.exec(form)?.[1];
      const typed = /<textarea|<input(?![^>]*type="(?!text|email|search))/.test(form);
      return action && typed && /\bmethod="post"/i.test(form) ? [action] : [];
    });

/** The same, with their places. Runs in the page. */
function typing(): { place: number; action: string }[] {
  const typed = "textarea, input:is([type=text], [type=email], [type=search], :not([type]))";
  return [...document.forms].flatMap((form, place) =>
    form.method === "post" && form.querySelector(typed) ? [{ place, action: new URL(form.action).pathname }] : [],
  );
}

/** As a browser without JavaScript sends it: the answer is a page. Runs in the page. */
function typeAndSend({ place, breakout }: { place: number; breakout: string }) {
  const form = document.forms[place]!;
  for (const field of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input, textarea"))
    if (!["hidden", "checkbox", "radio", "file", "submit"].includes(field.type)) field.value = breakout;
  Object.assign(window, { left: true });
  HTMLFormElement.prototype.submit.call(form);
}
