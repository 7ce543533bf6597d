"use client";
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { type Answer, send } from "../ui/send";
import { showToast } from "../ui/toast-store";
import { type Counts, ReactionIcon, ReactionSum, totalOf } from "./reaction-icons";
import { plainClick, WhoReacted, type WhoWords } from "./who-reacted";

/** The same for every post of a page. */
export type ReactionWords = WhoWords & {
  react: string;
  title: string;
  choose: string;
  who: string;
  unsent: string;
  kinds: Readonly<Record<string, string>>;
};

type Props = {
  action: string;
  /** The page that does the same without scripts, and says who reacted. */
  page: string;
  post: string;
  counts: Counts;
  mine: string | null;
  offered: readonly string[];
  words: ReactionWords;
};

type Shown = { counts: Counts; mine: string | null };

/** A toolbar of the kinds that are offered here; what is chosen shows at once and is taken back if it was refused. */
export function Reactions({ action, page, post, offered, words, ...given }: Props) {
  const base = JSON.stringify([given.counts, given.mine]);
  // What came with a newer page wins over what was shown before it, unless a choice is still on its way.
  const [local, setLocal] = useState<Shown & { base: string; sending: boolean }>();
  const [key, setKey] = useState<string>();
  const [who, setWho] = useState(false);
  const { counts, mine } = local && (local.sending || local.base === base) ? local : given;
  const box = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLAnchorElement>(null);
  // What is on its way. Chosen again meanwhile, the next goes after it, so that the last choice is the one that is kept.
  const sending = useRef<Promise<Answer>>(undefined);
  const kept = useRef<Shown>(given);
  const open = key !== undefined;
  // What is no longer offered can still be taken back.
  const kinds = mine && !offered.includes(mine) ? [...offered, mine] : offered;

  const close = () => {
    setKey(undefined);
    setWho(false);
    opener.current?.focus();
  };

  useEffect(() => {
    if (!open) return;
    const buttons = [...(box.current?.querySelectorAll<HTMLElement>(".picker button") ?? [])];
    (buttons.find((button) => button.ariaPressed === "true") ?? buttons[0])?.focus();
    const outside = (event: Event) => {
      if (!box.current?.contains(event.target as Node)) setKey(undefined);
    };
    document.addEventListener("pointerdown", outside);
    document.addEventListener("focusin", outside);
    return () => {
      document.removeEventListener("pointerdown", outside);
      document.removeEventListener("focusin", outside);
    };
  }, [open]);

  function toggle(event: { preventDefault: () => void }) {
    // Only pages from a safe origin can mint a key; elsewhere the link leads to the page.
    if (!crypto.randomUUID) return;
    event.preventDefault();
    setWho(false);
    setKey(open ? undefined : crypto.randomUUID());
  }

  async function choose(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const submitter = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
    if (!sending.current) kept.current = { counts, mine };
    const sent = send(event.currentTarget, submitter, sending.current);
    sending.current = sent;
    const chosen = after({ counts, mine }, submitter?.value || null);
    setLocal({ base, sending: true, ...chosen });
    close();
    const answer = await sent;
    const last = sending.current === sent;
    if (last) sending.current = undefined;
    if (answer.kind === "done") kept.current = chosen;
    if (last) setLocal({ base, sending: false, ...kept.current });
    if (answer.kind === "done") return;
    showToast(answer.kind === "refused" ? answer.message : words.unsent);
  }

  const total = totalOf(counts);
  return (
    <div className="reactbox" ref={box}>
      <a
        ref={opener}
        data-act="like"
        className={mine ? "react mine" : "react"}
        href={page}
        aria-expanded={open}
        aria-label={[total ? `${words.title}: ${total}` : words.react, mine && words.kinds[mine]]
          .filter(Boolean)
          .join(", ")}
        onClick={toggle}
        onKeyDown={(event) => {
          if (event.key === " " || (event.key.startsWith("Arrow") && !open)) toggle(event);
        }}
      >
        <ReactionSum counts={counts} />
      </a>
      {open ? (
        <form
          className="picker"
          action={action}
          method="post"
          onSubmit={choose}
          onKeyDown={(event) => move(event, close)}
        >
          <input type="hidden" name="key" value={key} />
          <input type="hidden" name="post" value={post} />
          <div role="toolbar" aria-label={words.choose}>
            {kinds.map((kind, index) => (
              <button
                key={kind}
                type="submit"
                name="kind"
                value={kind === mine ? "" : kind}
                className="iconbtn"
                aria-pressed={kind === mine}
                aria-label={words.kinds[kind]}
                title={words.kinds[kind]}
                tabIndex={(mine ? kind === mine : index === 0) ? 0 : -1}
              >
                <ReactionIcon kind={kind} />
              </button>
            ))}
          </div>
          {total ? (
            <a
              href={page}
              onClick={(event) => {
                if (!plainClick(event)) return;
                event.preventDefault();
                setKey(undefined);
                setWho(true);
              }}
            >
              {words.who}
            </a>
          ) : null}
        </form>
      ) : null}
      {who ? <WhoReacted page={page} words={words} onClose={close} onLeave={() => setWho(false)} /> : null}
    </div>
  );
}

/** What it looks like once this is chosen, or nothing any more. */
function after({ counts, mine }: Shown, chosen: string | null): Shown {
  const next: Record<string, number> = { ...counts };
  if (mine) next[mine] = (next[mine] ?? 1) - 1;
  if (chosen) next[chosen] = (next[chosen] ?? 0) + 1;
  return { counts: Object.fromEntries(Object.entries(next).filter(([, n]) => n > 0)), mine: chosen };
}

/** Arrows go round among the buttons, in the direction that is read. */
function move(event: KeyboardEvent<HTMLElement>, close: () => void) {
  if (event.key === "Escape") return close();
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>("button")];
  const at = buttons.indexOf(document.activeElement as HTMLElement);
  const ahead = getComputedStyle(event.currentTarget).direction === "rtl" ? -1 : 1;
  const steps: Record<string, number> = { ArrowRight: ahead, ArrowLeft: -ahead, ArrowDown: 1, ArrowUp: -1 };
  const last = buttons.length - 1;
  const to =
    event.key === "Home"
      ? 0
      : event.key === "End"
        ? last
        : event.key in steps
          ? at + (steps[event.key] ?? 0)
          : undefined;
  if (to === undefined || at < 0) return;
  event.preventDefault();
  buttons[(to + buttons.length) % buttons.length]?.focus();
}
