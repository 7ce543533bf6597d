import { caretBox } from "./caret";
import { insertAtCursor } from "./insert";
import { findEmoji, type Suggestion } from "./suggest-emoji";
import type { Suggesting } from "./writing-help";

interface Trigger {
  sign: "@" | ":";
  from: number;
  typed: string;
}

const before = "(?:^|[\\s(\\[>\"'*_|])";
const person = new RegExp(`${before}@(\\p{L}[\\p{L}\\p{N}'’.-]*(?: [\\p{L}\\p{N}'’.-]+){0,2})$`, "u");
const emoji = new RegExp(`${before}:([\\p{L}\\p{N}_+-]{2,30})$`, "u");

/**
 * A list of suggestions beside the cursor of a plain field. The focus never leaves the field: arrows choose, Enter or Tab
 * takes one, Escape closes the list and it stays closed for this word. @returns how to stop, and a way to ask for emoji
 */
export function suggestIn(area: HTMLTextAreaElement, bar: HTMLElement, { people, words }: Suggesting) {
  const id = `suggest-${area.id}`;
  const list = Object.assign(document.createElement("ul"), { id, className: "menu suggest", popover: "manual" });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", words.suggestions);
  const said = Object.assign(document.createElement("span"), { className: "vh", role: "status" });
  bar.append(list, said);
  const known = new Map<string, Suggestion[]>();
  let options: Suggestion[] = [];
  let chosen = 0;
  let trigger: Trigger | undefined;
  let closedAt = -1;
  let asked = 0;

  function typedNow(): Trigger | undefined {
    const { selectionStart: caret, selectionEnd, value } = area;
    if (caret !== selectionEnd) return undefined;
    const text = value.slice(Math.max(0, caret - 64), caret);
    for (const [sign, pattern] of [
      ["@", person],
      [":", emoji],
    ] as const) {
      const typed = pattern.exec(text)?.[1];
      if (typed) return { sign, typed, from: caret - typed.length - 1 };
    }
    return undefined;
  }

  async function find({ sign, typed }: Trigger): Promise<Suggestion[]> {
    const key = sign + typed.toLowerCase();
    const before = known.get(key);
    if (before) return before;
    const found = sign === ":" ? await findEmoji(typed) : await findPeople(typed);
    known.set(key, found);
    return found;
  }

  async function findPeople(typed: string): Promise<Suggestion[]> {
    const answer = await fetch(`${people}&q=${encodeURIComponent(typed)}`, { headers: { accept: "application/json" } });
    if (!answer.ok) return [];
    const rows = (await answer.json()) as { as: string; name: string; image: string | null }[];
    return rows.map(({ as, image }) => ({ insert: `@[${as}] `, label: as, image }));
  }

  async function look() {
    const now = typedNow();
    if (!now || now.from === closedAt) {
      if (!now) closedAt = -1;
      return close();
    }
    const mine = ++asked;
    // People are asked for once the typing rests for a moment; what was asked before is at hand.
    if (now.sign === "@" && !known.has(`@${now.typed.toLowerCase()}`)) await new Promise((go) => setTimeout(go, 120));
    if (mine !== asked) return;
    const found = await find(now).catch(() => []);
    if (mine === asked) show(now, found);
  }

  function show(now: Trigger, found: Suggestion[]) {
    if (found.length === 0) return close();
    trigger = now;
    options = found;
    list.replaceChildren(...found.map(draw));
    said.textContent = words.found[Math.min(found.length, words.found.length - 1)] ?? "";
    area.setAttribute("aria-controls", id);
    area.setAttribute("aria-autocomplete", "list");
    list.showPopover();
    place(now.from);
    choose(0);
  }

  function draw({ label, sign, image }: Suggestion, at: number) {
    const option = Object.assign(document.createElement("li"), { id: `${id}-${at}`, dir: "auto" });
    option.setAttribute("role", "option");
    if (image) option.append(Object.assign(new Image(24, 24), { src: image, alt: "" }));
    if (sign) option.append(Object.assign(document.createElement("span"), { textContent: sign, className: "sign" }));
    option.append(label);
    option.addEventListener("click", () => take(at));
    return option;
  }

  function place(from: number) {
    const { left, top, bottom } = caretBox(area, from);
    const { offsetWidth: width, offsetHeight: height } = list;
    const { innerWidth } = window;
    const lowest = (window.visualViewport?.height ?? window.innerHeight) - 8;
    list.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`;
    list.style.top = `${bottom + 4 + height <= lowest ? bottom + 4 : Math.max(8, top - height - 4)}px`;
  }

  function choose(at: number) {
    chosen = (at + options.length) % options.length;
    for (const [n, option] of [...list.children].entries()) option.setAttribute("aria-selected", String(n === chosen));
    list.children[chosen]?.scrollIntoView({ block: "nearest" });
    area.setAttribute("aria-activedescendant", `${id}-${chosen}`);
  }

  function take(at: number) {
    const option = options[at];
    if (!option || !trigger) return;
    area.setSelectionRange(trigger.from, area.selectionStart);
    close();
    insertAtCursor(area, option.insert);
  }

  function close() {
    asked++;
    trigger = undefined;
    options = [];
    said.textContent = "";
    area.removeAttribute("aria-activedescendant");
    area.removeAttribute("aria-controls");
    if (list.matches(":popover-open")) list.hidePopover();
  }

  function keyed(event: KeyboardEvent) {
    if (!trigger || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.key === "ArrowDown") choose(chosen + 1);
    else if (event.key === "ArrowUp") choose(chosen - 1);
    else if (event.key === "Enter" || event.key === "Tab") take(chosen);
    else if (event.key === "Escape") {
      closedAt = trigger.from;
      close();
    } else return;
    // The form must not be sent by this Enter, nor what it stands in be closed by this Escape.
    event.preventDefault();
    event.stopPropagation();
  }

  const input = () => void look();
  const keep = (event: Event) => event.preventDefault();
  area.addEventListener("input", input);
  area.addEventListener("keydown", keyed, true);
  area.addEventListener("click", input);
  area.addEventListener("blur", close);
  list.addEventListener("pointerdown", keep);
  list.addEventListener("mousedown", keep);
  // What was typed while this was on its way.
  input();

  return {
    async offerEmoji() {
      area.focus();
      const from = area.selectionStart;
      area.setSelectionRange(from, from);
      const mine = ++asked;
      const found = await findEmoji("");
      if (mine === asked) show({ sign: ":", from, typed: "" }, found);
    },
    stop() {
      close();
      area.removeEventListener("input", input);
      area.removeEventListener("keydown", keyed, true);
      area.removeEventListener("click", input);
      area.removeEventListener("blur", close);
      list.remove();
      said.remove();
    },
  };
}
