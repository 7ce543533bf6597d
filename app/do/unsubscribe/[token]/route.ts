import { randomUUID } from "node:crypto";
import { openVisitor } from "@/lib/access/gate";
import { api, readBody } from "@/lib/action";
import { unsubscribe } from "@/lib/notifications/commands";
import { paths } from "@/lib/paths";

/**
 * RFC 8058: a mail program sends this by itself, from nowhere and signed in as nobody; the address alone says whose mails of
 * which kind. It is not led on. The page that asks sends it too, and comes back.
 */
export const POST = api({
  name: "notifications.unsubscribe",
  open: openVisitor,
  run: async (access, request, { token = "" }) => {
    const body = new URLSearchParams(new TextDecoder().decode(await readBody(request, 2_000)));
    await unsubscribe(access, { token }, { key: randomUUID() });
    const asked = body.has("asked");
    const location = `${paths.unsubscribe(token)}?done=1`;
    return asked ? new Response(null, { status: 303, headers: { location } }) : new Response(null, { status: 200 });
  },
});

/** The same address opened in a browser changes nothing: it leads to the page that asks. */
export const GET = api({
  name: "notifications.askToUnsubscribe",
  open: openVisitor,
  run: async (_, __, { token = "" }) =>
    new Response(null, { status: 307, headers: { location: paths.unsubscribe(token) } }),
});
