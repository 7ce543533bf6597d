import { backoff } from "./backoff";
import { type CatchUp, type LiveEvent, type Place, TooOften } from "./catch-up";

export interface Following extends Place {
  /** The last event that the page was made with. Without it, only what happens from now on is told. */
  readonly since?: number;
  onEvents(events: readonly LiveEvent[]): void;
  /** Too much was missed to be told singly: read the page again. */
  onReset(): void;
  /** This person may no longer listen. */
  onLost?(): void;
  onPresence?(who: Who): void;
  onTyping?(typing: Typing): void;
}

/** Somebody writes in a thread of the space, by their presence id. */
export interface Typing {
  readonly thread: string;
  readonly who: string;
}

/** `ids` is null in a crowd: then only their number is known. */
export interface Who {
  readonly ids: readonly string[] | null;
  readonly count: number;
}

export interface Ears {
  onJoined(): void;
  onRefused(): void;
  onEvent(event: LiveEvent): void;
  onHead(seq: number): void;
  onTyping(typing: Typing): void;
  onMoved(): void;
}

/** What following needs of the connection; a test stands in for it. */
export interface Connection {
  catchUp(place: Place, after: number | undefined): Promise<CatchUp | "refused">;
  join(name: string, place: Place, ears: Ears): () => void;
  watch(name: string, place: Place, onPresence: (who: Who) => void): () => void;
  connected(): boolean;
}

const lookEveryMs = 30_000;
/** A hosted service may lose a message in silence; every so many looks we ask although connected. */
const looksWhileConnected = 10;
/** All listeners move at once when an epoch rises. */
const moveWithinMs = 1_500;

/** Follows one channel: every event once, in order, whatever happens to the connection. */
export function follow(connection: Connection, following: Following): () => void {
  let known = following.since;
  let name: string | undefined;
  let leave: Array<() => void> = [];
  let asking = false;
  let askAgain = false;
  let failures = 0;
  let refusals = 0;
  let stopped = false;
  let looks = 0;
  const timers = new Set<ReturnType<typeof setTimeout>>();

  function later(ms: number, act: () => void) {
    const timer = setTimeout(() => {
      timers.delete(timer);
      act();
    }, ms);
    timers.add(timer);
  }

  async function ask() {
    if (stopped) return;
    if (asking) {
      askAgain = true;
      return;
    }
    asking = true;
    try {
      const told = await connection.catchUp(following, known);
      failures = 0;
      if (!stopped) take(told);
    } catch (error) {
      const least = error instanceof TooOften ? error.waitMs : 0;
      later(least + backoff(failures++), ask);
    }
    asking = false;
    if (askAgain) {
      askAgain = false;
      void ask();
    }
  }

  function take(told: CatchUp | "refused") {
    if (told === "refused") {
      stop();
      return following.onLost?.();
    }
    const news = told.events.filter((event) => known === undefined || event.seq > known);
    // Something heard while the question was on its way may be newer than the answer.
    known = Math.max(told.seq, told.reset ? 0 : (known ?? 0));
    if (told.reset) following.onReset();
    else if (news.length > 0) following.onEvents(news);
    if (told.name !== name) join(told);
  }

  function join(told: CatchUp) {
    for (const undo of leave) undo();
    name = told.name;
    leave = [connection.join(told.name, following, ears)];
    if (told.presence && following.onPresence)
      leave.push(connection.watch(told.presence, following, following.onPresence));
  }

  const ears: Ears = {
    // What happened between the answer and the joining was told to nobody here.
    onJoined() {
      refusals = 0;
      void ask();
    },
    // Perhaps it has a new name, perhaps the server was busy; either way it has to be joined anew.
    onRefused() {
      name = undefined;
      later(backoff(refusals++), ask);
    },
    onEvent(event) {
      if (known === undefined || event.seq > known + 1) return void ask();
      if (event.seq <= known) return;
      known = event.seq;
      following.onEvents([event]);
    },
    onHead(seq) {
      if (known === undefined || seq > known) void ask();
    },
    onTyping: (typing) => following.onTyping?.(typing),
    onMoved: () => later(Math.random() * moveWithinMs, ask),
  };

  // While sockets do not get through (a strict proxy, a server being replaced), news still comes, more slowly.
  function look() {
    looks += 1;
    if (!connection.connected() || looks % looksWhileConnected === 0) void ask();
    later(lookEveryMs * (0.75 + Math.random() / 2), look);
  }

  function stop() {
    stopped = true;
    for (const timer of timers) clearTimeout(timer);
    for (const undo of leave) undo();
    leave = [];
  }

  void ask();
  later(lookEveryMs, look);
  return stop;
}
