import { openSpace, openSpaceAsMember } from "@/lib/access/gate";
import { api } from "@/lib/action";
import { env } from "@/lib/env";
import { refuse } from "@/lib/errors";
import { paths } from "@/lib/paths";
import { readPresent } from "@/lib/realtime/input";
import { presentIn } from "@/lib/realtime/present";
import { inCommunity } from "../do/open";

/** Who is behind the presence ids of a space, for members who read it. */
export const GET = api({
  name: "realtime.present",
  open: async (viewer, params, request) => {
    const { space } = readPresent(new URL(request.url).searchParams);
    const found = await openSpace(await inCommunity(viewer, params), space);
    if ("outside" in found) throw refuse.notFound();
    return openSpaceAsMember(found.inside);
  },
  run: async (access, request) => {
    const { who } = readPresent(new URL(request.url).searchParams);
    const people = await presentIn(access, who, env.realtime.secret);
    const shown = people.map(({ id, name, avatarFileId, me }) => ({
      id,
      name,
      image: avatarFileId ? paths.picture(avatarFileId) : null,
      me,
    }));
    return Response.json({ people: shown }, { headers: { "cache-control": "no-store" } });
  },
});
