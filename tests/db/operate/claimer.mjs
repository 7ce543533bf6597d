// A supervisor for tests that kill it: claims a port, puts a program on it, and waits.
import { spawn } from "node:child_process";
import { fail } from "../../../lib/operate/problem.mjs";
import { claimPort, noteApp } from "../../../lib/operate/start/port.mjs";

const [dataDir, port] = process.argv.slice(2);
const program = `require("http").createServer((_, answer) => answer.end()).listen(${port}, "localhost", () => console.log("listens"))`;
try {
  await claimPort({ dataDir, port: Number(port), host: "localhost" });
  const app = spawn(process.execPath, ["-e", program], { detached: true, stdio: ["ignore", "pipe", "ignore"] });
  noteApp(dataDir, Number(port), app.pid);
  app.stdout.once("data", () => console.log(JSON.stringify({ app: app.pid })));
  setInterval(() => {}, 1_000);
} catch (error) {
  fail(error);
}
