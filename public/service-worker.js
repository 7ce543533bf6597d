// Shows one page where the network does not answer, and keeps nothing else: no page that somebody opened is ever stored.
const page = "/offline";
const language = new URL(self.location.href).searchParams.get("language") ?? "en";

self.addEventListener("install", (event) => event.waitUntil(keep().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(self.registration.navigationPreload?.enable()));
self.addEventListener("fetch", (event) => {
  const { mode, method } = event.request;
  // A form stays with the browser, which asks before it sends one again.
  if (mode === "navigate" && method === "GET") event.respondWith(answer(event));
});

async function keep() {
  // Without cookies: the answer is nobody's.
  const asked = { credentials: "omit", cache: "no-store", headers: { "accept-language": language } };
  const answered = await fetch(page, asked);
  if (!answered.ok) throw new Error(`${page} answered ${answered.status}.`);
  await (await caches.open("offline")).put(page, answered);
}

async function answer(event) {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request));
  } catch {
    return (await caches.match(page)) ?? Response.error();
  }
}
