import { action } from "@/lib/action";
import { liftSilence } from "@/lib/moderation/statements/commands";
import { liftSilenceInput } from "@/lib/moderation/statements/input";
import { paths } from "@/lib/paths";
import { atReports, slugOf } from "../open";

export const POST = action({
  name: "moderation.liftSilence",
  input: liftSilenceInput,
  open: atReports,
  run: liftSilence,
  to: (_, { params, input }) => paths.history(slugOf(params), input.person),
});
