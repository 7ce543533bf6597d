import { once } from "node:events";

/**
 * Waits for a child to end, passes on the signals we get meanwhile, and answers what it printed.
 * @param {import("node:child_process").ChildProcess} child
 */
export async function finish(child) {
  const signals = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);
  const pass = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, pass);
  let text = "";
  child.stdout?.setEncoding("utf8").on("data", (part) => {
    text += part;
  });
  try {
    const [code] = await once(child, "close");
    // A child that a signal ended has no code; 130 is what a shell says then.
    return { code: /** @type {number} */ (code ?? 130), text };
  } finally {
    for (const signal of signals) process.off(signal, pass);
  }
}
