import type { Kept } from "./page";

// Pure: where pages are kept, and until when they hold. Time is handed in.

interface Entry {
  readonly page: Kept;
  readonly community: string;
  /** What had been heard when its rendering began. */
  readonly since: number;
  readonly at: number;
}

export interface Limits {
  readonly bytes: number;
  /** Milliseconds. What changes by the clock alone (how long ago, a poll that ends) is late by no more. */
  readonly life: number;
}

/** Everything that is said of every community. */
export const everywhere = "*";

/** Pages of communities, each until something changes there; the longest unread goes first when there is no room. */
export class Shelf {
  private readonly entries = new Map<string, Entry>();
  private readonly changed = new Map<string, number>();
  private bytes = 0;
  private heard = 0;

  constructor(private readonly limits: Limits) {}

  /** To be asked before a page is made. */
  now(): number {
    return this.heard;
  }

  /** Something changed in a community, or everywhere. */
  hear(community: string): void {
    this.heard += 1;
    this.changed.set(community, this.heard);
    // More communities than anybody runs: what they changed is forgotten by forgetting all pages.
    if (this.changed.size > 10_000) this.clear();
  }

  /** Whatever was said went unheard for a while. */
  clear(): void {
    this.changed.clear();
    this.entries.clear();
    this.bytes = 0;
    this.hear(everywhere);
  }

  put(key: string, page: Kept, { community, since, at }: Omit<Entry, "page">): void {
    const entry = { page, community, since, at };
    if (page.bytes > this.limits.bytes / 8 || !this.holds(entry)) return;
    this.drop(key);
    this.entries.set(key, entry);
    this.bytes += page.bytes;
    for (const oldest of this.entries.keys()) {
      if (this.bytes <= this.limits.bytes) break;
      this.drop(oldest);
    }
  }

  get(key: string, at: number): Kept | undefined {
    const entry = this.entries.get(key);
    if (!entry) return undefined;
    this.drop(key);
    if (!this.holds(entry) || at - entry.at > this.limits.life) return undefined;
    // The last read stands last.
    this.entries.set(key, entry);
    this.bytes += entry.page.bytes;
    return entry.page;
  }

  has(key: string): boolean {
    return this.entries.has(key);
  }

  private holds({ community, since }: Entry): boolean {
    return Math.max(this.changed.get(community) ?? 0, this.changed.get(everywhere) ?? 0) <= since;
  }

  private drop(key: string): void {
    const entry = this.entries.get(key);
    if (!entry) return;
    this.entries.delete(key);
    this.bytes -= entry.page.bytes;
  }
}
