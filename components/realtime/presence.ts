import type { Channel, Members } from "pusher-js";
import type { Who } from "./follow";

/** Tells who is there after every change; in a crowd the server stops naming people and sends their number. */
export function watchPresence(channel: Channel, tell: (who: Who) => void, listener: object) {
  const { members } = channel as Channel & { members: Members };
  let crowded = false;

  function named() {
    if (!crowded) tell({ ids: Object.keys(members.members as object), count: members.count });
  }

  function begin() {
    crowded = Object.keys(members.members as object).length < members.count;
    if (crowded) tell({ ids: null, count: members.count });
    else named();
  }

  function count({ subscription_count: count }: { subscription_count: number }) {
    crowded = true;
    tell({ ids: null, count });
  }

  channel.bind("pusher:subscription_succeeded", begin, listener);
  channel.bind("pusher:member_added", named, listener);
  channel.bind("pusher:member_removed", named, listener);
  channel.bind("pusher:subscription_count", count, listener);
  if (channel.subscribed) begin();
}
