export async function register() {
  // The bundler must see this very comparison, or it would take Node's modules into the edge bundle.
  if (process.env.NEXT_RUNTIME === "nodejs") await (await import("./instrumentation.node")).start();
}
