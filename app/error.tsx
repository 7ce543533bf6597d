"use client";
import { ErrorPage } from "@/components/shell/error-page";
import { Button } from "@/components/ui/button";
import { common as german } from "@/lib/text/de/common";
import { common as english } from "@/lib/text/en/common";

/** What went wrong is in the log under the digest; here is only what a person can use. */
export default function Broken({ reset }: { error: Error; reset: () => void }) {
  // Not the whole catalogue: this file goes to every browser.
  const words = typeof document !== "undefined" && document.documentElement.lang === "de" ? german : english;
  return (
    <main className="wrap" id="main">
      <ErrorPage
        title={words.broken.title}
        actions={
          <Button kind="pri" onClick={reset}>
            {words.retry}
          </Button>
        }
      >
        {words.broken.text}
      </ErrorPage>
    </main>
  );
}
