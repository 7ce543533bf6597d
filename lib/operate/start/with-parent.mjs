// Loaded before a program that must not outlive whoever started it: a start killed in the middle of its build would leave
// the build running, and the next start would find the folder taken. The starter holds the other end of stdin.
if (process.argv[2] === "build") {
  process.stdin.on("end", () => process.exit(1)).on("error", () => process.exit(1));
  process.stdin.resume();
  process.stdin.unref();
}
