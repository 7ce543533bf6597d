import { openBrand } from "@/lib/access/gate";
import { action } from "@/lib/action";
import { changeBrand } from "@/lib/brands/commands";
import { changeBrandInput } from "@/lib/brands/input";
import { paths } from "@/lib/paths";

export const POST = action({
  name: "brands.change",
  input: changeBrandInput,
  open: (viewer, { brand }) => openBrand(viewer, brand!),
  run: changeBrand,
  to: (_, { params }) => paths.brand(params.brand!, "settings"),
});
