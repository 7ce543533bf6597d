import { openPollToVote } from "@/lib/access/gate";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { vote } from "@/lib/polls/commands";
import { voteInput } from "@/lib/polls/input";
import { atPoll, slugOf } from "../open";

export const POST = action({
  name: "polls.vote",
  input: voteInput,
  lists: ["options"],
  open: async (...asked) => openPollToVote(await atPoll(...asked)),
  run: vote,
  to: ({ postId }, { params }) => paths.post(slugOf(params), postId),
});
