import { action } from "@/lib/action";
import { correctPerson } from "@/lib/moderation/statements/commands";
import { correctInput } from "@/lib/moderation/statements/input";
import { paths } from "@/lib/paths";
import { atReports, slugOf } from "../open";

export const POST = action({
  name: "moderation.correctPerson",
  input: correctInput,
  open: atReports,
  run: correctPerson,
  to: (_, { params, input }) => paths.history(slugOf(params), input.person),
});
