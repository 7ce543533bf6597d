import type { Channel, Members } from "pusher-js";
import type { Who } from "./follow";

/** Tells who is there after every change; in a crowd the server stops naming people and sends their number. */
export function watchPresence(channel: Channel, tell: (who: Who) => void) {
  const { members } = channel as Channel & { members: Members };
  let crowded = false;

  function named() {
    if (crowded) return;
    const ids: string[] = [];
    members.each(({ id }: { id: string }) => ids.push(id));
    tell({ ids, count: ids.length });
  }

  channel.bind("pusher:subscription_succeeded", ({ count }: Members) => {
    const ids = Object.keys(members.members as object);
    crowded = ids.length < count;
    if (crowded) tell({ ids: null, count });
    else named();
  });
  channel.bind("pusher:member_added", named);
  channel.bind("pusher:member_removed", named);
  channel.bind("pusher:subscription_count", ({ subscription_count: count }: { subscription_count: number }) => {
    crowded = true;
    tell({ ids: null, count });
  });
}
