import { action } from "@/lib/action";
import { currentWords } from "@/lib/page";
import { doing } from "@/lib/paths";
import { previewInput } from "@/lib/posts/input";
import { previewOf } from "@/lib/posts/queries";
import { asMember, slugOf } from "../../open";

/** Sends nothing: draws what was typed. Without JavaScript the page of the form stands there again with it. */
export const POST = action({
  name: "posts.preview",
  input: previewInput,
  open: asMember,
  run: async (access, input) => {
    const { references, members } = await currentWords();
    return previewOf(access, input, { ...references, gone: members.gone });
  },
  tells: ({ html }) => ({ preview: html }),
  formOf: (params) => doing.community(slugOf(params), params.act ?? ""),
});
