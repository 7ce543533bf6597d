import { action } from "@/lib/action";
import { makeReport } from "@/lib/moderation/reports/commands";
import { makeReportInput } from "@/lib/moderation/reports/input";
import { paths } from "@/lib/paths";
import { inCommunity, slugOf } from "../open";

export const POST = action({
  name: "moderation.report",
  input: makeReportInput,
  open: inCommunity,
  run: makeReport,
  to: (_, { params }) => `${paths.report(slugOf(params))}?sent=yes`,
});
