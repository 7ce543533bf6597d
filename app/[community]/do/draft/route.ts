import { openDraft } from "@/lib/access/gate";
import { api } from "@/lib/action";
import { readDraftPlace } from "@/lib/drafts/input";
import { draftOf } from "@/lib/drafts/queries";
import { atDraft } from "../open";

/** What another window kept, to be shown beside what this one holds. */
export const GET = api({
  name: "drafts.read",
  open: async (viewer, params, request) =>
    openDraft(await atDraft(viewer, params, readDraftPlace(new URL(request.url).searchParams))),
  run: async (access) =>
    Response.json({ draft: (await draftOf(access)) ?? null }, { headers: { "cache-control": "no-store" } }),
});
