"use client";
import { usePathname } from "next/navigation";
import { type ReactNode, useEffect } from "react";
import { DeskFrame } from "../shell/desk-frame";

type Item = { href: string; label: string; count?: string };

/** The desk's own list of pages; which one is current is asked in the browser, since this frame stays between them. */
export function Desk({
  label,
  home,
  items,
  children,
}: {
  label: string;
  home: string;
  items: readonly Item[];
  children: ReactNode;
}) {
  const path = usePathname();
  const current = ({ href }: Item) => (href === home ? path === home : path === href || path.startsWith(`${href}/`));
  // A link of the page itself may lead where the row of a phone has not been scrolled to.
  useEffect(() => bringIntoView(document.querySelector(`.sidenav a[href="${path}"]`)), [path]);
  return (
    <DeskFrame navLabel={label} groups={[{ items: items.map((item) => ({ ...item, current: current(item) })) }]}>
      {children}
    </DeskFrame>
  );
}

/** Along the row only: the page itself stays where it is. */
function bringIntoView(link: Element | null) {
  const row = link?.closest("nav");
  if (!link || !row || row.scrollWidth <= row.clientWidth) return;
  const [at, within] = [link.getBoundingClientRect(), row.getBoundingClientRect()];
  if (at.left < within.left || at.right > within.right)
    row.scrollBy({ left: (at.left + at.right - within.left - within.right) / 2 });
}
