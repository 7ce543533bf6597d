"use client";
import { type ReactNode, useEffect, useRef } from "react";

type Props = {
  /** What stands on the button; with `label`, only its picture. */
  trigger: ReactNode;
  label?: string;
  children: ReactNode;
  className?: string;
  start?: boolean;
};

/** A native disclosure of links and small forms. Scripts only add what the element lacks: leaving, Escape, and closing behind whoever follows a link. */
export function Menu({ trigger, label, children, className = "iconbtn", start }: Props) {
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const details = box.current;
    if (!details) return;
    const outside = (event: Event) => {
      if (details.open && !details.contains(event.target as Node)) details.open = false;
    };
    const followed = (event: Event) => {
      if ((event.target as Element).closest("a")) details.open = false;
    };
    const keys = (event: KeyboardEvent) => {
      if (!details.open) return;
      if (event.key === "Escape") {
        details.open = false;
        details.querySelector("summary")?.focus();
      }
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      const items = [...details.querySelectorAll<HTMLElement>(".menu :is(a, button)")];
      const at = items.indexOf(document.activeElement as HTMLElement);
      items[(at + (event.key === "ArrowDown" ? 1 : -1) + items.length) % items.length]?.focus();
      event.preventDefault();
    };
    document.addEventListener("pointerdown", outside);
    document.addEventListener("focusin", outside);
    details.addEventListener("keydown", keys);
    details.addEventListener("click", followed);
    return () => {
      document.removeEventListener("pointerdown", outside);
      document.removeEventListener("focusin", outside);
      details.removeEventListener("keydown", keys);
      details.removeEventListener("click", followed);
    };
  }, []);
  return (
    <details className="menubox" name="menu" ref={box}>
      <summary className={className} aria-label={label} title={label}>
        {trigger}
      </summary>
      <div className={start ? "menu start" : "menu"}>{children}</div>
    </details>
  );
}
