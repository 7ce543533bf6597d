import { action } from "@/lib/action";
import { changeRules } from "@/lib/moderation/rules/commands";
import { changeRulesInput } from "@/lib/moderation/rules/input";
import { paths } from "@/lib/paths";
import { atDesk, slugOf } from "../open";

export const POST = action({
  name: "moderation.changeRules",
  input: changeRulesInput,
  open: atDesk,
  run: changeRules,
  to: (_, { params }) => `${paths.manage(slugOf(params), "rules")}?saved=1`,
});
