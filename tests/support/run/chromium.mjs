import { existsSync } from "node:fs";

/** Debian's. The shell does what tests ask of a browser for half the work: it has no window of its own to draw. */
const programs = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

/** The browser of the tests; undefined while none is there. */
export const browserProgram = () => programs.find((program) => existsSync(program));
