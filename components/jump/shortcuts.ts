import { keysId } from "./keys-id";

type Places = { home: string; keys: string };

/** Posts of a thread and lines of a list: what one walks along. */
const rows = () => [
  ...document.querySelectorAll<HTMLElement>(".thread-page > .post, .tl > li[id], .lines > li, .news > li"),
];

const acts: Record<string, string> = { r: "answer", q: "quote", l: "like", b: "bookmark", e: "edit" };

/** "g" waits this long for the key after it. Milliseconds. */
const patience = 1_500;
let g = 0;

/** One single key, pressed while nobody types. */
export function press(key: string, { home, keys }: Places): void {
  const after = Date.now() - g < patience;
  g = key === "g" ? Date.now() : 0;
  if (after && key === "h") location.assign(home);
  else if (after && key === "n") goToNews(home);
  else if (key === "j") move(1);
  else if (key === "k") move(-1);
  else if (key === "o") current()?.querySelector<HTMLAnchorElement>("a.t, a.n, .when a, a")?.click();
  else if (key === "u") up();
  else if (key === "?") void help(keys);
  const act = acts[key];
  if (act) (current() ?? rows()[0])?.querySelector<HTMLElement>(`[data-act="${act}"]`)?.click();
}

/** The row that has the focus, or something in it. */
const current = () => rows().find((row) => row.contains(document.activeElement));

function move(step: 1 | -1) {
  const all = rows();
  const here = current();
  const first = all.findIndex((row) => row.getBoundingClientRect().bottom > 80);
  const next = here ? all[all.indexOf(here) + step] : all[Math.max(0, first)];
  if (!next) return;
  // A line is opened by its link, so that is what is focused; a post is read, so it is the post itself.
  const target = next.matches("li") ? (next.querySelector<HTMLElement>("a") ?? next) : next;
  if (!target.matches("a")) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  next.scrollIntoView({ block: next.matches("li") ? "nearest" : "start" });
}

function up() {
  const address = document.querySelector<HTMLElement>("[data-up]")?.dataset.up;
  if (address) location.assign(address);
}

/** The page of news once there is one; until then the front page says them. */
function goToNews(home: string) {
  const link = document.querySelector<HTMLAnchorElement>("a[data-go='news']");
  location.assign(link?.href ?? `${home}#since`);
}

/** All keys, from the page that lists them. */
async function help(address: string) {
  const answer = await fetch(address, { headers: { accept: "text/html" } }).catch(() => undefined);
  const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : undefined;
  const list = page?.getElementById(keysId);
  if (!list) {
    location.assign(address);
    return;
  }
  const back = document.activeElement as HTMLElement | null;
  const dialog = document.createElement("dialog");
  dialog.className = "dialog";
  const box = document.createElement("div");
  box.className = "in";
  const title = page?.querySelector("h1");
  const lead = page?.querySelector(".lead");
  if (title) {
    title.className = "h3";
    dialog.setAttribute("aria-label", title.textContent ?? "");
  }
  const close = document.createElement("form");
  close.method = "dialog";
  const button = document.createElement("button");
  button.className = "btn sec";
  button.textContent = page?.querySelector("[data-close]")?.getAttribute("data-close") ?? "";
  close.append(button);
  box.append(...[title, lead, list, close].flatMap((part) => part ?? []));
  dialog.append(box);
  dialog.addEventListener("close", () => {
    dialog.remove();
    back?.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
}
