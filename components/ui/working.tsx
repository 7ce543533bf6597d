"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { Notice } from "./notice";

/** Milliseconds between two looks. */
const pause = 2_000;

type Props = {
  said: string;
  /** How far it is, of 100 where the end is known. */
  read?: { text: string; of?: number };
  reload: { href: string; label: string };
};

/** How far it is. With a script the page looks again by itself, as long as somebody looks at it; without one there is a link. */
export function Working({ said, read, reload }: Props) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, pause);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <Notice kind="info" title={said} live>
      {read ? (
        <>
          <progress className="progress" max={100} value={read.of} aria-label={said} /> <span>{read.text}</span>
        </>
      ) : null}
      <noscript>
        <a className="link" href={reload.href}>
          {reload.label}
        </a>
      </noscript>
    </Notice>
  );
}
