import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { env } from "@/lib/env";

// Where this is no demonstration nothing is below this address, and it is answered as a community that never was: by a
// layout, and before there is a title. The pages and commands ask again for themselves.

export async function generateMetadata(): Promise<Metadata> {
  if (!env.demo) notFound();
  return {};
}

export default function DemoLayout({ children }: { children: ReactNode }) {
  if (!env.demo) notFound();
  return children;
}
