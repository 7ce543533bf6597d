"use client";
import { useEffect } from "react";

/** Has the browser keep one page for when the network does not answer; in the language of the page that asks. */
export function Offline({ language }: { language: string }) {
  useEffect(() => {
    // Browsers have this on safe origins only, and some people switch it off; nothing else depends on it.
    navigator.serviceWorker?.register(`/service-worker.js?language=${language}`).catch(() => undefined);
  }, [language]);
  return null;
}
