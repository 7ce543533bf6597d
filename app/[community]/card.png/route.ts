import { type CommunityAccess, openThread, type ThreadAccess } from "@/lib/access/gate";
import { api } from "@/lib/action";
import { drawCard } from "@/lib/publishing/card";
import { asVisitor, ledOn } from "../as-visitor";

/** Of the community, or of a thread that everybody reads. */
export const GET = ledOn(
  api({
    name: "publishing.card",
    open: async (_, params, request): Promise<CommunityAccess | ThreadAccess> => {
      const access = await asVisitor(params);
      const thread = new URL(request.url).searchParams.get("thread");
      return thread === null ? access : openThread(access, thread);
    },
    run: async (access) => {
      const { name, purpose, colour } = access.community;
      const card =
        "thread" in access
          ? { title: access.thread.title, place: `${access.space.name} · ${name}` }
          : { title: purpose, place: name };
      return new Response(new Uint8Array(await drawCard({ ...card, colour })), {
        headers: { "content-type": "image/png", "cache-control": "no-cache" },
      });
    },
  }),
);
