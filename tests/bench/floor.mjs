import { createServer } from "node:http";

/** The least that an answer of this size can cost here: a bare server sending 60 kB from memory. Says its port. */
const body = Buffer.alloc(60_000, "kindling ");
const server = createServer((_, response) => {
  response.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-length": body.length });
  response.end(body);
});
server.listen(0, "localhost", () => {
  const address = server.address();
  console.log(address && typeof address === "object" ? address.port : "");
});
