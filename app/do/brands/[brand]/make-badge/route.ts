import { openBrand } from "@/lib/access/gate";
import { action } from "@/lib/action";
import { makeBadge } from "@/lib/badges/commands";
import { badgeInput } from "@/lib/badges/input";
import { paths } from "@/lib/paths";

export const POST = action({
  name: "badges.make",
  input: badgeInput,
  open: (viewer, { brand }) => openBrand(viewer, brand!),
  run: makeBadge,
  to: (_, { params }) => paths.brand(params.brand!, "badges"),
});
