"use client";
import { useEffect, useRef, useState } from "react";

type Words = { card: string; open: string; noLore: string };
type Shown = { link: HTMLAnchorElement; term: string; lore: string; href: string; left: number; top: number };

const edge = 8;
/** As far as it may stand and not stick out, however narrow the window becomes. */
const lastLeft = "calc(100vw - min(320px, 100vw - 16px) - 8px)";
/** Milliseconds: nobody asks by passing over, and on the way into the card it stays. */
const before = 150;
const after = 250;
const id = "term-card";

/** Beside a word of the lexicon, where it comes from: on hover, on focus, and on the first tap. Without scripts the word is a link. */
export function TermCards({ words }: { words: Words }) {
  const [shown, setShown] = useState<Shown>();
  const open = useRef<Shown>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  open.current = shown;

  useEffect(() => {
    const termIn = (event: Event) => (event.target as Element).closest?.<HTMLAnchorElement>("a.term");
    const isCard = (event: Event) => (event.target as Element).closest?.(`#${id}`) !== null;
    const later = (ms: number, then: () => void) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(then, ms);
    };
    const show = (link: HTMLAnchorElement) => {
      clearTimeout(timer.current);
      const { left, bottom } = link.getClientRects()[0] ?? link.getBoundingClientRect();
      link.setAttribute("aria-describedby", id);
      setShown({
        link,
        term: link.textContent ?? "",
        lore: link.dataset.lore ?? "",
        href: link.href,
        left: Math.max(edge, left) + window.scrollX,
        top: bottom + window.scrollY + 4,
      });
    };
    const hide = () => {
      clearTimeout(timer.current);
      open.current?.link.removeAttribute("aria-describedby");
      setShown(undefined);
    };
    const over = (event: PointerEvent) => {
      if (event.pointerType !== "mouse") return;
      const link = termIn(event);
      if (link) later(before, () => show(link));
      else if (isCard(event)) clearTimeout(timer.current);
      else if (open.current && document.activeElement !== open.current.link) later(after, hide);
      else if (!open.current) clearTimeout(timer.current);
    };
    const focused = (event: FocusEvent) => {
      const link = termIn(event);
      if (link?.matches(":focus-visible")) show(link);
      else if (open.current && !isCard(event)) hide();
    };
    let width = window.innerWidth;
    // The bar of a phone that goes while one reads is no other width.
    const resized = () => {
      if (window.innerWidth !== width && open.current) hide();
      width = window.innerWidth;
    };
    let touched = false;
    const down = (event: PointerEvent) => {
      touched = event.pointerType !== "mouse";
      if (open.current && !isCard(event) && termIn(event) !== open.current.link) hide();
    };
    const clicked = (event: MouseEvent) => {
      const link = termIn(event);
      if (!link || !touched || open.current?.link === link) return;
      event.preventDefault();
      show(link);
    };
    const pressed = (event: KeyboardEvent) => {
      if (event.key === "Escape" && open.current) hide();
    };
    document.addEventListener("pointerover", over);
    document.addEventListener("focusin", focused);
    document.addEventListener("pointerdown", down);
    document.addEventListener("click", clicked, true);
    document.addEventListener("keydown", pressed);
    window.addEventListener("resize", resized);
    return () => {
      clearTimeout(timer.current);
      document.removeEventListener("pointerover", over);
      document.removeEventListener("focusin", focused);
      document.removeEventListener("pointerdown", down);
      document.removeEventListener("click", clicked, true);
      document.removeEventListener("keydown", pressed);
      window.removeEventListener("resize", resized);
    };
  }, []);

  if (!shown) return null;
  return (
    <div className="termcard" id={id} style={{ left: `min(${shown.left}px, ${lastLeft})`, top: shown.top }}>
      <p className="label">{words.card}</p>
      <b dir="auto">{shown.term}</b>
      <p className={shown.lore ? "story" : "quiet"} dir="auto">
        {shown.lore || words.noLore}
      </p>
      <a className="link" href={shown.href}>
        {words.open}
      </a>
    </div>
  );
}
