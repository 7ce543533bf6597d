import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { DemoBanner } from "@/components/demo/banner";
import { Offline } from "@/components/shell/offline";
import { env } from "@/lib/env";
import { openPage } from "@/lib/page";
import { paths } from "@/lib/paths";
import "./globals.css";

export const generateMetadata = async (): Promise<Metadata> => ({
  metadataBase: new URL(env.origin),
  title: { default: "Kindling", template: "%s · Kindling" },
});

export const viewport: Viewport = { width: "device-width", initialScale: 1, interactiveWidget: "resizes-content" };

const themes = new Set(["light", "dark"]);

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [{ locale, direction, words }, jar] = await Promise.all([openPage(), cookies()]);
  const theme = jar.get("theme")?.value ?? "";
  return (
    <html lang={locale} dir={direction} data-theme={themes.has(theme) ? theme : undefined}>
      <body>
        {env.demo ? (
          <DemoBanner
            text={words.demo.banner}
            links={[
              { href: paths.demo, label: words.demo.change },
              { href: paths.demoMail, label: words.demo.toMailbox },
            ]}
          />
        ) : null}
        {children}
        <Offline language={locale} />
      </body>
    </html>
  );
}
