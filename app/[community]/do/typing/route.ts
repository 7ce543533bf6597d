import { openThread, openThreadToWrite } from "@/lib/access/gate";
import { api, readBody } from "@/lib/action";
import { env } from "@/lib/env";
import { readTyping } from "@/lib/realtime/input";
import { tellTyping } from "@/lib/realtime/typing";
import { inCommunity } from "../open";

const bodyBytes = 200;

/** That somebody is writing an answer; nothing of it is kept. */
export const POST = api({
  name: "threads.typing",
  write: true,
  open: async (viewer, params, request) => {
    const body = new TextDecoder().decode(await readBody(request, bodyBytes));
    const { thread } = readTyping(new URLSearchParams(body));
    return openThreadToWrite(await openThread(await inCommunity(viewer, params), thread));
  },
  run: async (access) => {
    await tellTyping(access, env.realtime.secret);
    return new Response(null, { status: 204 });
  },
});
