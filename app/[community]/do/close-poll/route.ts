import { openPollToClose } from "@/lib/access/gate";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { closePoll } from "@/lib/polls/commands";
import { pollInput } from "@/lib/polls/input";
import { atPoll, slugOf } from "../open";

export const POST = action({
  name: "polls.close",
  input: pollInput,
  open: async (...asked) => openPollToClose(await atPoll(...asked)),
  run: closePoll,
  to: ({ postId }, { params }) => paths.post(slugOf(params), postId),
});
