import type { Written } from "./kept-here";

/** Where a draft belongs, and where it is kept and read. */
export interface DraftPlace {
  readonly kind: "answer" | "thread" | "edit";
  readonly place: string;
  readonly person: string;
  readonly save: string;
  readonly read: string;
  /** Of an edit: the version it began from. */
  readonly version?: number;
}

export type Kept = Written & { revision: number };

export type Saved =
  | { kind: "saved"; revision: number }
  /** Another window kept other words, or sent them: null. */
  | { kind: "other"; theirs: Kept | null }
  | { kind: "unsaved" };

const json = { accept: "application/json" };

/** Asks the server to keep it. What another window kept is never overwritten: it comes back instead. */
export async function save(place: DraftPlace, written: Written, revision: number, leaving = false): Promise<Saved> {
  // Only pages from a safe origin can mint a key; elsewhere this browser alone keeps it.
  if (!crypto.randomUUID) return { kind: "unsaved" };
  const { kind, version } = place;
  const body = new URLSearchParams({
    key: crypto.randomUUID(),
    kind,
    place: place.place,
    ...written,
    revision: String(revision),
    version: String(version ?? ""),
  });
  try {
    const answer = await fetch(place.save, { method: "POST", body, headers: json, keepalive: leaving });
    if (answer.status === 409) return { kind: "other", theirs: await inKeeping(place) };
    const told = (await answer.json()) as { ok?: boolean; revision?: number };
    return told.ok ? { kind: "saved", revision: told.revision ?? revision + 1 } : { kind: "unsaved" };
  } catch {
    return { kind: "unsaved" };
  }
}

/** What the server keeps of it now. */
export async function inKeeping({ kind, place, read }: DraftPlace): Promise<Kept | null> {
  const answer = await fetch(`${read}?${new URLSearchParams({ kind, place })}`, { headers: json, cache: "no-store" });
  if (!answer.ok) throw new Error("The draft did not come.");
  const { draft } = (await answer.json()) as { draft: (Kept & { answers: string | null }) | null };
  return draft && { text: draft.text, title: draft.title, answers: draft.answers ?? "", revision: draft.revision };
}
