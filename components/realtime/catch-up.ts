export interface LiveEvent {
  readonly seq: number;
  /** What happened, e.g. `post.added`. */
  readonly name: string;
  readonly ids: Readonly<Record<string, string | number>>;
}

/** Where a channel stands, and what it is called now. */
export interface CatchUp {
  readonly name: string;
  readonly presence: string | null;
  readonly seq: number;
  readonly events: readonly LiveEvent[];
  readonly reset: boolean;
}

/** Asked more often than is allowed: the server says when to come back. */
export class TooOften extends Error {
  constructor(readonly waitMs: number) {
    super("Asked too often");
  }
}

export interface Place {
  /** `space:<id>`, `community:<id>` or `person:<id>`. */
  readonly channel: string;
  readonly community?: string;
}

/** "refused" is final: signed out, or the thing may no longer be read. Anything else that fails is thrown, to be tried again. */
export async function fetchCatchUp(url: string, place: Place, after: number | undefined): Promise<CatchUp | "refused"> {
  const query = new URLSearchParams({ channel: place.channel });
  if (place.community) query.set("community", place.community);
  if (after !== undefined) query.set("after", String(after));
  const response = await fetch(`${url}?${query}`, { headers: { accept: "application/json" }, cache: "no-store" });
  if ([401, 403, 404].includes(response.status)) return "refused";
  if (response.status === 429) throw new TooOften(Number(response.headers.get("retry-after")) * 1_000);
  if (!response.ok) throw new Error(`Catching up was answered with ${response.status}`);
  return (await response.json()) as CatchUp;
}
