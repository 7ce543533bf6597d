import { type Browser, expect, type Locator, type Page, test } from "@playwright/test";
import { become, originOf, type Role } from "../../support/become";

async function comeIn(browser: Browser, role: Role): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await become(page, role);
  return page;
}

async function answer(page: Page, text: string) {
  await page.locator('form[action$="/do/write-post"] [name="text"]').fill(text);
  await page.locator('form[action$="/do/write-post"]').getByRole("button", { name: "Answer", exact: true }).click();
  await expect(page.locator(".post", { hasText: text }).first()).toBeVisible();
}

async function choose(page: Page, post: Locator, act: string) {
  await post.locator("summary[aria-label='More for this post']").click();
  await post.getByRole("link", { name: act, exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/${act.toLowerCase()}$`));
}

async function startThread(page: Page, title: string) {
  await page.goto("/long-grass/spaces/kitchen/new");
  await page.locator('[name="title"]').fill(title);
  await page.locator('form[action$="/do/start-thread"] [name="text"]').fill("Who is awake?");
  await page.locator('form[action$="/do/start-thread"]').getByRole("button", { name: "Post", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  return new URL(page.url()).pathname;
}

test("an evening live: new, edited and removed posts, who writes and who is here, a list that says N new, a phone that was away", async ({
  browser,
}) => {
  const bridget = await comeIn(browser, "member");
  const dilys = await comeIn(browser, "insider");

  // In a room where no other test says anything: what is new there is counted.
  // A list does not move; it says that there is something, and shows it when asked.
  await dilys.goto("/long-grass/spaces/kitchen");
  const address = await startThread(bridget, "A night with two lamps");
  const more = dilys.getByRole("button", { name: "1 new, show" });
  await expect(more).toBeVisible();
  await expect(dilys.getByRole("link", { name: "A night with two lamps" })).toHaveCount(0);
  await more.click();
  await dilys.getByRole("link", { name: "A night with two lamps" }).click();

  await expect(bridget.getByText("2 here now")).toBeVisible();
  await dilys.locator('form[action$="/do/write-post"] [name="text"]').pressSequentially("I am aw");
  await expect(bridget.getByText("Dilys Prosser is writing")).toBeVisible();
  await answer(dilys, "I am awake.");
  const arrived = bridget.locator(".post", { hasText: "I am awake." });
  await expect(arrived).toHaveCount(1);
  await expect(bridget.getByText("New post by Dilys Prosser")).toBeAttached();
  // Once it is read again it has everything a post has.
  await expect(arrived.getByRole("link", { name: "Answer Dilys Prosser" })).toBeVisible();

  const position = new URL(dilys.url()).hash.slice(2);
  await choose(dilys, dilys.locator(`#p${position}`), "Edit");
  await dilys.locator('[name="text"]').fill("I am wide awake.");
  await dilys.getByRole("button", { name: "Save" }).click();
  await expect(bridget.locator(".post", { hasText: "I am wide awake." })).toHaveCount(1);

  // A phone in a tunnel: what was said meanwhile is there when it comes out.
  await bridget.context().setOffline(true);
  await dilys.goto(address);
  await answer(dilys, "Said into the tunnel.");
  await answer(dilys, "And once more.");
  await bridget.context().setOffline(false);
  await expect(bridget.locator(".post", { hasText: "Said into the tunnel." })).toHaveCount(1, { timeout: 20_000 });
  await expect(bridget.locator(".post", { hasText: "And once more." })).toHaveCount(1);

  await choose(dilys, dilys.locator(".post", { hasText: "And once more." }), "Remove");
  await dilys.locator('form[action$="/do/remove-post"]').getByRole("button").first().click();
  await expect(bridget.getByText("And once more.")).toHaveCount(0);
  await Promise.all([bridget, dilys].map((page) => page.context().close()));
});

test("posts that come while others are being fetched are shown too, and the numbers of the whole thread follow", async ({
  browser,
}) => {
  const bridget = await comeIn(browser, "member");
  const dilys = await comeIn(browser, "insider");
  const address = await startThread(bridget, "Three at once");
  const say = async (text: string) => {
    const form = { key: crypto.randomUUID(), thread: address.split("/")[3] ?? "", text, answers: "" };
    const headers = { accept: "application/json", origin: await originOf(bridget) };
    expect((await bridget.request.post("/long-grass/do/write-post", { form, headers })).status()).toBe(200);
  };
  const heard: string[] = [];
  dilys.on("websocket", (socket) =>
    socket.on("framereceived", ({ payload }) => {
      if (String(payload).includes("post.added")) heard.push(String(payload));
    }),
  );
  let made = () => {};
  const answered = new Promise<void>((done) => {
    made = done;
  });
  let letGo = () => {};
  const held = new Promise<void>((done) => {
    letGo = done;
  });
  await dilys.route(/\/since\?/, async (route) => {
    const answer = await route.fetch();
    made();
    await held;
    await route.fulfill({ response: answer });
  });
  await dilys.goto(address);
  await expect(dilys.getByText("2 here now")).toBeVisible();
  await say("The first lamp.");
  await answered;
  // The answer on its way knows nothing of these, and the page hears of them before it comes.
  await say("The second lamp.");
  await say("The third lamp.");
  await expect.poll(() => heard.length).toBe(3);
  letGo();
  await expect(dilys.locator(".post", { hasText: "The third lamp." })).toHaveCount(1);
  await expect(dilys.locator(".post", { hasText: "The second lamp." })).toHaveCount(1);

  await dilys.unroute(/\/since\?/);
  for (let n = 5; n <= 23; n++) await say(`Lamp ${n}.`);
  await dilys.reload();
  const slider = dilys.getByRole("slider", { name: "Position in this thread" });
  await expect(slider).toHaveAttribute("max", "23");
  await say("Lamp 24.");
  await expect(slider).toHaveAttribute("max", "24");
  await Promise.all([bridget, dilys].map((page) => page.context().close()));
});

test("whoever loses access is shown so at once, without asking", async ({ browser }) => {
  const ngozi = await comeIn(browser, "manager");
  const bridget = await comeIn(browser, "member");
  await ngozi.goto("/long-grass/manage/spaces/new");
  await ngozi.locator('[name="name"]').fill("The Porch");
  await ngozi.locator('[name="slug"]').fill("the-porch");
  await ngozi.locator('[name="purpose"]').fill("A room whose door is about to close.");
  await ngozi.locator('[name="readAudience"][value="members"]').check();
  await ngozi.locator('form[action$="/do/make-space"]').getByRole("button").last().click();
  await expect(ngozi).not.toHaveURL(/\/new$/);
  await bridget.goto("/long-grass/spaces/the-porch");
  await expect(bridget.getByRole("link", { name: "Start a thread" })).toBeVisible();

  await ngozi.goto("/long-grass/manage/spaces/the-porch");
  await ngozi.locator('[name="readAudience"][value="badges"]').check();
  await ngozi.locator('[name="readBadges"]').first().check();
  await ngozi.locator('form[action$="/do/change-space"]').getByRole("button", { name: "Save" }).click();
  await expect(bridget.getByRole("link", { name: "Start a thread" })).toHaveCount(0, { timeout: 20_000 });
  await Promise.all([bridget, ngozi].map((page) => page.context().close()));
});
