import { action } from "@/lib/action";
import { answerReport } from "@/lib/moderation/reports/commands";
import { answerReportInput } from "@/lib/moderation/reports/input";
import { paths } from "@/lib/paths";
import { atReports, slugOf } from "../open";

export const POST = action({
  name: "moderation.answer",
  input: answerReportInput,
  open: atReports,
  run: answerReport,
  to: (_, { params }) => paths.manage(slugOf(params), "reports"),
});
