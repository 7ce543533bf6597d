import { openPerson } from "@/lib/access/gate";
import { api } from "@/lib/action";
import { answerAuthorization } from "@/lib/realtime/answers";

export const POST = api({ name: "realtime.authorize", write: true, open: openPerson, run: answerAuthorization });
