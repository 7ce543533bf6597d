import { openBrand } from "@/lib/access/gate";
import { action } from "@/lib/action";
import { publishLegalText } from "@/lib/brands/commands";
import { legalInput } from "@/lib/brands/input";
import { paths } from "@/lib/paths";

export const POST = action({
  name: "brands.publishLegalText",
  input: legalInput,
  open: (viewer, { brand }) => openBrand(viewer, brand!),
  run: publishLegalText,
  to: (_, { params, input }) => `${paths.brand(params.brand!, "legal")}#${input.kind}`,
});
