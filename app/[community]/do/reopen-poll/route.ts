import { openPollToClose } from "@/lib/access/gate";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { reopenPoll } from "@/lib/polls/commands";
import { pollInput } from "@/lib/polls/input";
import { atPoll, slugOf } from "../open";

export const POST = action({
  name: "polls.reopen",
  input: pollInput,
  open: async (...asked) => openPollToClose(await atPoll(...asked)),
  run: reopenPoll,
  to: ({ postId }, { params }) => paths.post(slugOf(params), postId),
});
