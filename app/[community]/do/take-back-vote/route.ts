import { openPollToVote } from "@/lib/access/gate";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { takeBackVote } from "@/lib/polls/commands";
import { pollInput } from "@/lib/polls/input";
import { atPoll, slugOf } from "../open";

export const POST = action({
  name: "polls.takeBack",
  input: pollInput,
  open: async (...asked) => openPollToVote(await atPoll(...asked)),
  run: takeBackVote,
  to: ({ postId }, { params }) => paths.post(slugOf(params), postId),
});
