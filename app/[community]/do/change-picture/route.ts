import { action } from "@/lib/action";
import { changePicture } from "@/lib/communities/commands";
import { changePictureInput, mostPictureBytes } from "@/lib/communities/input";
import { paths } from "@/lib/paths";
import { atDesk, slugOf } from "../open";

export const POST = action({
  name: "communities.changePicture",
  input: changePictureInput,
  // The picture and the rest of its form.
  limit: mostPictureBytes + 100_000,
  open: atDesk,
  run: changePicture,
  to: (_, { params }) => paths.manage(slugOf(params), "settings"),
});
