import { orNothing } from "@/app/_frames/or-nothing";
import { LegalPage } from "../legal-page";

export default orNothing(async function Page({ params }: { params: Promise<{ community: string }> }) {
  return LegalPage({ community: (await params).community, kind: "terms" });
});
