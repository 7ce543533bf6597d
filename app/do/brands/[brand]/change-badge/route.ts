import { openBrand } from "@/lib/access/gate";
import { action } from "@/lib/action";
import { changeBadge } from "@/lib/badges/commands";
import { changeBadgeInput } from "@/lib/badges/input";
import { paths } from "@/lib/paths";

export const POST = action({
  name: "badges.change",
  input: changeBadgeInput,
  open: (viewer, { brand }) => openBrand(viewer, brand!),
  run: changeBadge,
  to: (_, { params }) => paths.brand(params.brand!, "badges"),
});
