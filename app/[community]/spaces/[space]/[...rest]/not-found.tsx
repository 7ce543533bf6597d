import { headers } from "next/headers";
import { openCommunity, openSpace } from "@/lib/access/gate";
import { currentViewer } from "@/lib/access/viewer";
import { Refusal } from "@/lib/errors";
import { Nothing } from "../../../nothing";
import { Outside } from "../outside";

/**
 * Under a listed space every address, existing or not, shows who stands outside the same door; under a hidden one and
 * under none there is nothing. A page of this kind is given no parameters, so it reads the address of the request.
 */
export default async function UnderSpaceNotFound() {
  const [, community = "", , space = ""] = ((await headers()).get("x-kindling-path") ?? "").split(/[/?]/);
  const found = await openCommunity(await currentViewer(), community)
    .then((access) => openSpace(access, decodeURIComponent(space)))
    .catch((error: unknown) => {
      if (error instanceof Refusal) return undefined;
      throw error;
    });
  return found && "outside" in found ? <Outside access={found.outside} /> : <Nothing />;
}
