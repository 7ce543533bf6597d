/** A word after the deed. It outlives one navigation, because most deeds end in one. */
export type ToastMessage = { text: string; action?: { label: string; href: string } };

const EVENT = "kindling:toast";
const KEPT = "kindling.toast";

export function showToast(message?: string | ToastMessage) {
  if (!message) return;
  const detail = typeof message === "string" ? { text: message } : message;
  window.dispatchEvent(new CustomEvent<ToastMessage>(EVENT, { detail }));
}

export function keepToast(message?: string) {
  if (!message) return;
  try {
    sessionStorage.setItem(KEPT, message);
  } catch {
    // Storage may be switched off; the page that follows shows the change itself.
  }
}

export function listenForToasts(hear: (message: ToastMessage) => void) {
  const listener = (event: Event) => hear((event as CustomEvent<ToastMessage>).detail);
  window.addEventListener(EVENT, listener);
  try {
    const kept = sessionStorage.getItem(KEPT);
    if (kept) hear({ text: kept });
    sessionStorage.removeItem(KEPT);
  } catch {
    // As above.
  }
  return () => window.removeEventListener(EVENT, listener);
}
