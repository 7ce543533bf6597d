"use client";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
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
  return (
    <DeskFrame navLabel={label} groups={[{ items: items.map((item) => ({ ...item, current: current(item) })) }]}>
      {children}
    </DeskFrame>
  );
}
