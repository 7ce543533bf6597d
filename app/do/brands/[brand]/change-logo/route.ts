import { openBrand } from "@/lib/access/gate";
import { action } from "@/lib/action";
import { changeLogoInput } from "@/lib/brands/input";
import { changeLogo } from "@/lib/brands/logo";
import { paths } from "@/lib/paths";

export const POST = action({
  name: "brands.changeLogo",
  input: changeLogoInput,
  // The picture and the rest of its form.
  limit: 9_000_000,
  open: (viewer, { brand }) => openBrand(viewer, brand!),
  run: changeLogo,
  to: (_, { params }) => paths.brand(params.brand!, "settings"),
});
