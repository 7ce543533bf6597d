import { openPerson } from "@/lib/access/gate";
import { api } from "@/lib/action";
import { answerCatchUp } from "@/lib/realtime/answers";

export const GET = api({ name: "realtime.catchUp", open: openPerson, run: answerCatchUp });
