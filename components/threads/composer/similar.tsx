"use client";

import { useEffect, useState } from "react";

type Found = { title: string; href: string; posts: string };
type Props = { search: string; lang: string; words: { similar: string; one: string; many: string } };

/** Nothing is asked while somebody types on. Milliseconds. */
const pause = 450;
const shortest = 4;

/** Threads with a title alike, while one is typed: the answer may be there already. */
export function SimilarThreads({ search, lang, words }: Props) {
  const [found, setFound] = useState<Found[]>([]);
  const { one, many } = words;
  useEffect(() => {
    const field = document.getElementById("f-title") as HTMLInputElement | null;
    if (!field) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asking: AbortController | undefined;
    async function ask() {
      asking?.abort();
      const title = field!.value.trim();
      if (title.length < shortest) return setFound([]);
      asking = new AbortController();
      const { signal } = asking;
      try {
        const answer = await fetch(`${search}?${new URLSearchParams({ title })}`, { signal });
        const { threads } = (await answer.json()) as { threads?: { title: string; href: string; posts: number }[] };
        const said = (n: number) => (n === 1 ? one : many.replace("{n}", String(n)));
        if (!signal.aborted) setFound((threads ?? []).map((thread) => ({ ...thread, posts: said(thread.posts) })));
      } catch {
        // Only a help: without an answer one writes on.
      }
    }
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void ask(), pause);
    };
    later();
    field.addEventListener("input", later);
    return () => {
      clearTimeout(timer);
      asking?.abort();
      field.removeEventListener("input", later);
    };
  }, [search, one, many]);
  return (
    <div className="similar" role="status">
      {found.length > 0 ? (
        <>
          <p className="label">{words.similar}</p>
          <ul>
            {found.map(({ title, href, posts }) => (
              <li key={href}>
                <a href={href} target="_blank" rel="noopener" lang={lang}>
                  {title}
                </a>{" "}
                <span className="meta">{posts}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}
