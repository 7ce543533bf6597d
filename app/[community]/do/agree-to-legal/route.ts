import { action } from "@/lib/action";
import { agreeToLegalText } from "@/lib/brands/commands";
import { agreeInput } from "@/lib/brands/input";
import { paths } from "@/lib/paths";
import { asMember, slugOf } from "../open";

export const POST = action({
  name: "brands.agreeToLegalText",
  input: agreeInput,
  open: asMember,
  run: agreeToLegalText,
  to: (_, { params, input }) => paths.legal(slugOf(params), input.kind),
});
