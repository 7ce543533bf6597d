import { openDraft } from "@/lib/access/gate";
import { action } from "@/lib/action";
import { saveDraft } from "@/lib/drafts/commands";
import { saveDraftInput } from "@/lib/drafts/input";
import { paths } from "@/lib/paths";
import { atDraft, slugOf } from "../open";

export const POST = action({
  name: "drafts.save",
  input: saveDraftInput,
  open: async (...asked) => openDraft(await atDraft(...asked)),
  run: saveDraft,
  tells: ({ revision }) => ({ revision }),
  to: (_, { params }) => paths.drafts(slugOf(params)),
});
