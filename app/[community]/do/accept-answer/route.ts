import { openAnswer } from "@/lib/access/gate";
import { action } from "@/lib/action";
import { acceptAnswer } from "@/lib/answers/commands";
import { answerInput } from "@/lib/answers/input";
import { paths } from "@/lib/paths";
import { atPost, slugOf } from "../open";

export const POST = action({
  name: "answers.accept",
  input: answerInput,
  open: async (...asked) => openAnswer(await atPost(...asked)),
  run: acceptAnswer,
  to: ({ postId }, { params }) => paths.post(slugOf(params), postId),
});
