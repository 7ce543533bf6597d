import { action } from "@/lib/action";
import { doing } from "@/lib/paths";
import { previewInput } from "@/lib/posts/input";
import { previewOf } from "@/lib/posts/queries";
import { asMember, slugOf } from "../../open";

/** Sends nothing: draws what was typed. Without JavaScript the page of the form stands there again with it. */
export const POST = action({
  name: "posts.preview",
  input: previewInput,
  open: asMember,
  run: previewOf,
  tells: ({ html }) => ({ preview: html }),
  formOf: (params) => doing.community(slugOf(params), params.act ?? ""),
});
