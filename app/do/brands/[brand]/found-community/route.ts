import { openBrand } from "@/lib/access/gate";
import { action } from "@/lib/action";
import { foundCommunity } from "@/lib/brands/commands";
import { foundCommunityInput } from "@/lib/brands/input";
import { paths } from "@/lib/paths";

export const POST = action({
  name: "communities.found",
  input: foundCommunityInput,
  open: (viewer, { brand }) => openBrand(viewer, brand!),
  run: foundCommunity,
  to: ({ slug }) => paths.community(slug),
});
