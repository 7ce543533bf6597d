import { openBrand } from "@/lib/access/gate";
import { action } from "@/lib/action";
import { addOwner } from "@/lib/brands/commands";
import { ownerInput } from "@/lib/brands/input";
import { paths } from "@/lib/paths";

export const POST = action({
  name: "brands.addOwner",
  input: ownerInput,
  open: (viewer, { brand }) => openBrand(viewer, brand!),
  run: addOwner,
  to: (_, { params }) => paths.brand(params.brand!, "owners"),
});
