import { orNothing } from "@/app/_frames/or-nothing";
import { openSpace } from "@/lib/access/gate";
import { refuse } from "@/lib/errors";
import { communityOf } from "@/lib/page";
import { answerWith } from "@/lib/realtime/http-events";
import { Outside } from "../outside";

type Params = Promise<{ community: string; space: string }>;

/**
 * What has an address under a space has its own file and asks the gate there; nothing else is. Under a listed space every address,
 * existing or not, shows whoever stands outside the same door.
 */
export default orNothing(async function UnderSpacePage({ params }: { params: Params }) {
  const { community, space } = await params;
  const found = await openSpace(await communityOf(community), space);
  if ("inside" in found) throw refuse.notFound();
  answerWith(404);
  return Outside({ access: found.outside });
});
