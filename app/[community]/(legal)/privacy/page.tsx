import { orNothing } from "@/app/_frames/or-nothing";
import type { CommunityParams } from "../../open";
import { LegalPage } from "../legal-page";

export default orNothing(async function Page({ params }: { params: CommunityParams }) {
  return LegalPage({ params, kind: "privacy" });
});
