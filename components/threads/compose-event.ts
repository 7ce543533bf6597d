/** What a post asks of the composer of its page: to answer it, with words of it quoted. Without a composer nobody listens, and the link leads on. */
export interface Compose {
  /** The post to answer. */
  readonly answers: string;
  /** Whose it is, as the page shows it. */
  readonly name: string;
  /** Markdown of the quote, to stand before what is written. */
  readonly quote?: string;
}

const compose = "kindling:compose";

/** @returns whether a composer took it: then the link that was clicked must not lead on. */
export const askToCompose = (detail: Compose): boolean =>
  !window.dispatchEvent(new CustomEvent(compose, { detail, cancelable: true }));

/** @param take answers true when the composer opened. @returns how to stop listening. */
export function whenAskedToCompose(take: (asked: Compose) => boolean): () => void {
  const heard = (event: Event) => {
    if (take((event as CustomEvent<Compose>).detail)) event.preventDefault();
  };
  window.addEventListener(compose, heard);
  return () => window.removeEventListener(compose, heard);
}
