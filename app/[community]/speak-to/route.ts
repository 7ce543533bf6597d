import { api } from "@/lib/action";
import { paths } from "@/lib/paths";
import { mentionable } from "@/lib/references/mentionable";
import { toStart } from "../do/open";

/** Whom one may speak to in a space, by what was typed of a name; asked by the field one writes in. */
export const GET = api({
  name: "references.mentionable",
  open: (viewer, params, request) =>
    toStart(viewer, params, { space: new URL(request.url).searchParams.get("space") ?? "" }),
  run: async (access, request) => {
    const people = await mentionable(access, new URL(request.url).searchParams.get("q"));
    const shown = people.map(({ as, name, avatarFileId }) => ({
      as,
      name,
      image: avatarFileId ? paths.picture(avatarFileId) : null,
    }));
    return Response.json(shown, { headers: { "cache-control": "no-store" } });
  },
});
