"use client";

import { useRouter } from "next/navigation";
import { type CSSProperties, type KeyboardEvent, useEffect, useRef, useState } from "react";

type End = { href: string; text: string; absolute: string };

type Props = {
  /** The thread's address, without a page. */
  thread: string;
  /** The last position of the thread, and how far this viewer has read; nothing for who keeps no reading. */
  last: number;
  read?: number;
  page: number;
  aPage: number;
  first: End;
  latest: End;
  /** To jump to a day: a plain form, which needs no script. */
  on: { label: string; submit: string; min: string; max: string };
  /** `{n}` and `{of}` stand for numbers. */
  words: { label: string; at: string; open: string };
};

/** How long the slider rests before a page is fetched for it. Milliseconds. */
const rest = 350;

/** How a reader moves a page themselves; a page also moves by itself, when something on it grows. */
const movements = ["wheel", "touchmove", "pointerdown", "keydown"] as const;

/** Where one is in the thread, and the way to anywhere else in it. The address follows; a reload stays where one was. */
export function Scrubber(props: Props) {
  const { thread, last, page, aPage, first, latest, words } = props;
  const router = useRouter();
  const [at, setAt] = useState((page - 1) * aPage + 1);
  const [when, setWhen] = useState("");
  // The slider is a thing of scripts; the ends and the form of the day are there without.
  const [alive, setAlive] = useState(false);
  const [open, setOpen] = useState(false);
  const steering = useRef<ReturnType<typeof setTimeout>>(undefined);
  // A finger or a button is down on it: whoever rests there to read the day has not let go yet.
  const held = useRef(false);
  const wanted = useRef(at);
  // What was asked for stays the position, also where it cannot come to the top, until the reader moves on.
  const sought = useRef<number>(undefined);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another page has other posts to watch
  useEffect(() => {
    setAlive(true);
    sought.current = Number(/^#p(\d+)$/.exec(location.hash)?.[1]) || undefined;
    let frame = 0;
    let settled: ReturnType<typeof setTimeout> | undefined;
    const see = () => {
      frame = 0;
      if (steering.current) return;
      const here = postInView(sought.current);
      if (!here) return;
      setAt(positionOf(here));
      setWhen(here.querySelector("time")?.textContent ?? "");
    };
    const follow = () => {
      const here = steering.current ? undefined : postInView(sought.current);
      // The framework keeps its own state in the entry; handed back, it takes no notice of the new fragment.
      if (here) history.replaceState(history.state, "", `#p${positionOf(here)}`);
    };
    const scrolled = () => {
      frame ||= requestAnimationFrame(see);
      clearTimeout(settled);
      settled = setTimeout(follow, rest);
    };
    const moveOn = () => {
      sought.current = undefined;
    };
    see();
    addEventListener("scroll", scrolled, { passive: true });
    for (const kind of movements) addEventListener(kind, moveOn, { passive: true, capture: true });
    return () => {
      removeEventListener("scroll", scrolled);
      for (const kind of movements) removeEventListener(kind, moveOn, { capture: true });
      cancelAnimationFrame(frame);
      clearTimeout(settled);
    };
  }, [page, last]);

  const pageOf = (position: number) => Math.ceil(position / aPage);

  function goTo(position: number) {
    const target = Math.min(last, Math.max(1, position));
    setAt(target);
    setWhen("");
    wanted.current = target;
    // Held, it stays where the hand is: a page that moves takes the slider along.
    if (!held.current && pageOf(target) === page) show(target);
    settle(rest);
  }

  function settle(wait: number) {
    clearTimeout(steering.current);
    steering.current = setTimeout(() => {
      if (held.current) return settle(rest);
      steering.current = undefined;
      const its = pageOf(wanted.current);
      if (its === page) {
        sought.current = wanted.current;
        show(wanted.current);
      } else router.push(`${thread}${its > 1 ? `?page=${its}` : ""}#p${wanted.current}`);
    }, wait);
  }

  function letGo() {
    held.current = false;
    if (steering.current) settle(0);
  }

  function key(event: KeyboardEvent) {
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowRight: at + 1,
      ArrowUp: at - 1,
      ArrowLeft: at - 1,
      PageDown: at + aPage,
      PageUp: at - aPage,
      Home: 1,
      End: last,
    };
    const to = steps[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    goTo(to);
  }

  const place = words.at.replace("{n}", String(at)).replace("{of}", String(last));
  const share = (n: number) => (last > 1 ? (n - 1) / (last - 1) : 1);
  return (
    <aside className={open ? "scrub open" : "scrub"} aria-label={words.label}>
      <button type="button" className="pill" aria-expanded={open} aria-controls="scrub" onClick={() => setOpen(!open)}>
        <span className="vh">{words.open} </span>
        {place}
      </button>
      <div className="in" id="scrub">
        <a href={first.href} title={first.absolute}>
          {first.text}
        </a>
        {alive ? (
          <div
            className="line"
            style={{ "--share": share(at), "--read": `${share(props.read ?? last) * 100}%` } as CSSProperties}
          >
            <input
              type="range"
              min={1}
              max={last}
              value={at}
              aria-label={words.label}
              aria-valuetext={[place, when].filter(Boolean).join(", ")}
              onKeyDown={key}
              onPointerDown={() => {
                held.current = true;
              }}
              onPointerUp={letGo}
              onPointerCancel={letGo}
              onChange={(event) => goTo(Number(event.target.value))}
            />
            <p className="place" aria-hidden>
              <b>{place}</b>
              <span>{when}</span>
            </p>
          </div>
        ) : null}
        <a href={latest.href} title={latest.absolute}>
          {latest.text}
        </a>
        <form className="day" action={thread} method="get">
          <label htmlFor="scrub-on">{props.on.label}</label>
          <input id="scrub-on" type="date" name="on" required min={props.on.min} max={props.on.max} />
          <button type="submit" className="btn sec sm">
            {props.on.submit}
          </button>
        </form>
      </div>
    </aside>
  );
}

const posts = () => [...document.querySelectorAll<HTMLElement>(".thread-page > :is(.post, .post-gone)")];
const positionOf = (post: HTMLElement) => Number(post.id.slice(1));

/**
 * The one that was asked for, if it is in view. Else the post at the top, where its own address would put it: any further
 * down, and a reload would go on by one each time. At the end of the page it is the last.
 */
function postInView(sought: number | undefined): HTMLElement | undefined {
  const all = posts();
  const asked = all.find((post) => positionOf(post) === sought);
  if (asked && isInView(asked)) return asked;
  const { scrollHeight } = document.documentElement;
  if (scrollY > 0 && scrollY + innerHeight >= scrollHeight - 2) return all.at(-1);
  const top = all[0] ? Number.parseFloat(getComputedStyle(all[0]).scrollMarginTop) : 0;
  return all.findLast((post) => post.getBoundingClientRect().top <= top + 2) ?? all[0];
}

function isInView(post: HTMLElement): boolean {
  const { top, bottom } = post.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

/** The post at this position, or the next one that is still there. */
const show = (position: number) =>
  posts()
    .find((post) => positionOf(post) >= position)
    ?.scrollIntoView({ block: "start" });
