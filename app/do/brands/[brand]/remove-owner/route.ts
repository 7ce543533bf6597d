import { openBrand } from "@/lib/access/gate";
import { action } from "@/lib/action";
import { removeOwner } from "@/lib/brands/commands";
import { removeOwnerInput } from "@/lib/brands/input";
import { paths } from "@/lib/paths";

export const POST = action({
  name: "brands.removeOwner",
  input: removeOwnerInput,
  open: (viewer, { brand }) => openBrand(viewer, brand!),
  run: removeOwner,
  // Somebody who ended their own ownership has no desk to go back to.
  to: ({ self }, { params }) => (self ? paths.home : paths.brand(params.brand!, "owners")),
});
