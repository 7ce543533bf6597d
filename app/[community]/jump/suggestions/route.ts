import { openInside } from "@/lib/access/gate";
import { api } from "@/lib/action";
import { answerSuggestions } from "@/lib/jump/suggest";
import { currentWords } from "@/lib/page";
import { inCommunity } from "../../do/open";

export const GET = api({
  name: "jump.suggest",
  open: async (viewer, params) => openInside(await inCommunity(viewer, params)),
  run: async (access, request) => answerSuggestions(access, await currentWords(), request),
});
