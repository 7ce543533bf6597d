import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { askForPulse } from "@/lib/pulse/commands";
import { askInput } from "@/lib/pulse/input";
import { atDesk, slugOf } from "../open";

export const POST = action({
  name: "pulse.ask",
  input: askInput,
  open: atDesk,
  run: askForPulse,
  to: (_, { params }) => paths.pulse(slugOf(params)),
});
