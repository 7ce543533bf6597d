import { openOwnPoll } from "@/lib/access/gate";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { correctPoll } from "@/lib/polls/commands";
import { correctPollInput } from "@/lib/polls/input";
import { atPoll, slugOf } from "../open";

export const POST = action({
  name: "polls.correct",
  input: correctPollInput,
  open: async (...asked) => openOwnPoll(await atPoll(...asked)),
  run: correctPoll,
  to: ({ postId }, { params }) => paths.post(slugOf(params), postId),
});
