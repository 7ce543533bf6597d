import { openOwnDrafts } from "@/lib/access/gate";
import { action } from "@/lib/action";
import { discardDraft } from "@/lib/drafts/commands";
import { discardDraftInput } from "@/lib/drafts/input";
import { paths } from "@/lib/paths";
import { inCommunity, slugOf } from "../open";

export const POST = action({
  name: "drafts.discard",
  input: discardDraftInput,
  open: async (viewer, params) => openOwnDrafts(await inCommunity(viewer, params)),
  run: discardDraft,
  to: (_, { params }) => paths.drafts(slugOf(params)),
});
