import { LegalPage } from "../legal-page";

export default async function Page({ params }: { params: Promise<{ community: string }> }) {
  return <LegalPage community={(await params).community} kind="privacy" />;
}
