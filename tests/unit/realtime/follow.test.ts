import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { backoff } from "@/components/realtime/backoff";
import { type CatchUp, type LiveEvent, TooOften } from "@/components/realtime/catch-up";
import { type Connection, type Ears, follow } from "@/components/realtime/follow";

const event = (seq: number): LiveEvent => ({ seq, name: "post.added", ids: { post: `p${seq}` } });
const place = { channel: "space:s", community: "c" };

/** A server that remembers what happened, and a connection that can be cut. */
function world() {
  const state = { tooOftenMs: 0, epoch: 1, seq: 0, refused: false, down: false, connected: true, limit: 100 };
  const ears = new Map<string, Ears>();
  const asked: Array<number | undefined> = [];
  const connection: Connection = {
    async catchUp(_place, after) {
      asked.push(after);
      if (state.down) throw new Error("down");
      if (state.tooOftenMs) throw new TooOften(state.tooOftenMs);
      if (state.refused) return "refused";
      const missed = after === undefined ? 0 : state.seq - after;
      const reset = missed > state.limit;
      const events = reset ? [] : Array.from({ length: missed }, (_, n) => event(state.seq - missed + n + 1));
      return { name: `name-${state.epoch}`, presence: null, seq: state.seq, events, reset } satisfies CatchUp;
    },
    join(name, _place, heard) {
      ears.set(name, heard);
      return () => ears.delete(name);
    },
    watch: () => () => {},
    connected: () => state.connected,
  };
  /** Something happens; whoever is joined hears it, unless it is lost on the way. */
  const happen = ({ lost = false } = {}) => {
    state.seq += 1;
    if (!lost) ears.get(`name-${state.epoch}`)?.onEvent(event(state.seq));
  };
  return { state, ears, asked, connection, happen };
}

async function following(w: ReturnType<typeof world>, since?: number) {
  const seen: number[] = [];
  const told: string[] = [];
  const stop = follow(w.connection, {
    ...place,
    since,
    onEvents: (events) => seen.push(...events.map(({ seq }) => seq)),
    onReset: () => told.push("reset"),
    onLost: () => told.push("lost"),
  });
  await settled();
  return { seen, told, stop };
}

const settled = () => vi.advanceTimersByTimeAsync(0);
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("catch-up by sequence", () => {
  test("asked too often, it waits as long as it is told", async () => {
    const w = world();
    w.state.tooOftenMs = 60_000;
    await following(w, 0);
    expect(w.asked).toHaveLength(1);
    w.state.connected = true;
    w.state.tooOftenMs = 0;
    await vi.advanceTimersByTimeAsync(59_000);
    expect(w.asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(w.asked).toHaveLength(2);
  });

  test("what happened since the page was made is told first, then what is heard", async () => {
    const w = world();
    w.state.seq = 3;
    const { seen } = await following(w, 1);
    w.happen();
    expect(seen).toEqual([2, 3, 4]);
  });

  test("what happened between the answer and the joining is made good", async () => {
    const w = world();
    const { seen } = await following(w, 0);
    w.happen({ lost: true });
    w.ears.get("name-1")?.onJoined();
    await settled();
    expect(seen).toEqual([1]);
  });

  test("a gap is filled, in order, and nothing is told twice", async () => {
    const w = world();
    const { seen } = await following(w, 0);
    w.happen();
    w.happen({ lost: true });
    w.happen();
    w.ears.get("name-1")?.onEvent(event(3));
    w.ears.get("name-1")?.onEvent(event(1));
    await settled();
    w.happen();
    expect(seen).toEqual([1, 2, 3, 4]);
  });

  test("after an absence the page asks from where it was", async () => {
    const w = world();
    const { seen } = await following(w, 0);
    w.happen();
    for (let n = 0; n < 5; n++) w.happen({ lost: true });
    w.ears.get("name-1")?.onJoined();
    await settled();
    expect(w.asked.at(-1)).toBe(1);
    expect(seen).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test("too long an absence reads the page again, once, and goes on from there", async () => {
    const w = world();
    const { seen, told } = await following(w, 0);
    w.state.seq = 1_000;
    w.ears.get("name-1")?.onHead(1_000);
    await settled();
    w.happen();
    expect(told).toEqual(["reset"]);
    expect(seen).toEqual([1_001]);
  });

  test("while the app does not answer it is asked again, less and less often", async () => {
    const w = world();
    w.state.down = true;
    const { seen } = await following(w, 0);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(w.asked.length).toBeGreaterThan(4);
    expect(w.asked.length).toBeLessThan(20);
    w.happen({ lost: true });
    w.state.down = false;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(seen).toEqual([1]);
  });

  test("without a socket news comes by asking", async () => {
    const w = world();
    const { seen } = await following(w, 0);
    w.state.connected = false;
    w.happen({ lost: true });
    await vi.advanceTimersByTimeAsync(40_000);
    expect(seen).toEqual([1]);
  });
});

describe("revocation by epoch", () => {
  test("the others move to the new name and miss nothing", async () => {
    const w = world();
    const { seen } = await following(w, 0);
    const former = w.ears.get("name-1");
    w.state.epoch = 2;
    w.happen();
    former?.onMoved();
    await vi.advanceTimersByTimeAsync(2_000);
    expect([...w.ears.keys()]).toEqual(["name-2"]);
    w.happen();
    expect(seen).toEqual([1, 2]);
  });

  test("a name that was refused is asked for again", async () => {
    const w = world();
    const { seen } = await following(w, 0);
    w.state.epoch = 2;
    w.ears.get("name-1")?.onRefused();
    await vi.advanceTimersByTimeAsync(2_000);
    w.happen();
    expect(seen).toEqual([1]);
  });

  test("who lost access is told so once, and asks no more", async () => {
    const w = world();
    const { told, seen } = await following(w, 0);
    w.state.refused = true;
    w.happen({ lost: true });
    w.ears.get("name-1")?.onRefused();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(told).toEqual(["lost"]);
    expect(seen).toEqual([]);
    expect(w.ears.size).toBe(0);
    expect(w.asked).toHaveLength(2);
  });
});

test("attempts come later and later, spread at random, and never more than four seconds apart", () => {
  expect([0, 1, 2, 3, 9].map((n) => backoff(n, 4_000, () => 1))).toEqual([500, 1_000, 2_000, 4_000, 4_000]);
  expect([0, 9].map((n) => backoff(n, 4_000, () => 0))).toEqual([250, 2_000]);
});
