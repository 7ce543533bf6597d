import type { Metadata } from "next";
import type { ReactNode } from "react";
import { themeStyle } from "@/lib/brands/theme";
import { communityOf } from "@/lib/page";
import { CommunityFrame } from "./frame";
import type { CommunityParams } from "./open";

export async function generateMetadata({ params }: { params: CommunityParams }): Promise<Metadata> {
  const { community } = await communityOf((await params).community);
  return { title: { default: community.name, template: `%s · ${community.name}` }, description: community.purpose };
}

/** Opens the community once: its colours, its frame, its pages. */
export default async function CommunityLayout({ children, params }: { children: ReactNode; params: CommunityParams }) {
  const access = await communityOf((await params).community);
  return (
    <div data-brand className="bg-bg" style={themeStyle(access.community.colour)}>
      <CommunityFrame access={access}>{children}</CommunityFrame>
    </div>
  );
}
