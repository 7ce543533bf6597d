import { createServer, get, type IncomingHttpHeaders } from "node:http";
import { expect, test } from "vitest";
import { addressHeader, clientAddress, networkOf, stampedAddress } from "@/lib/access/address";
import { wrapHttpServers } from "@/lib/realtime/http-events";
import { afterwards, listen } from "./support";

test.each([
  // trusted proxies, socket, x-forwarded-for, believed
  [0, "10.0.0.1", undefined, "10.0.0.1"],
  [0, "10.0.0.1", "6.6.6.6", "10.0.0.1"],
  [1, "10.0.0.1", "203.0.113.9", "203.0.113.9"],
  [1, "10.0.0.1", "6.6.6.6, 203.0.113.9", "203.0.113.9"],
  [1, "10.0.0.1", "6.6.6.6,7.7.7.7,203.0.113.9", "203.0.113.9"],
  [2, "10.0.0.1", "6.6.6.6, 203.0.113.9, 10.0.0.2", "203.0.113.9"],
  [2, "10.0.0.1", "6.6.6.6", "10.0.0.1"],
  [1, "10.0.0.1", undefined, "10.0.0.1"],
  [1, "10.0.0.1", "", "10.0.0.1"],
  [1, "10.0.0.1", "203.0.113.9, not an address", "10.0.0.1"],
  [1, "10.0.0.1", "203.0.113.9, ", "10.0.0.1"],
  [1, "10.0.0.1", "203.0.113.9:4711", "203.0.113.9"],
  [1, "10.0.0.1", "[2001:db8::1]:4711", "2001:db8::1"],
  [1, "10.0.0.1", "2001:DB8::1", "2001:db8::1"],
  [0, "::ffff:203.0.113.9", undefined, "203.0.113.9"],
  [0, "fe80::1%eth0", undefined, "fe80::1"],
  [0, undefined, "6.6.6.6", "unknown"],
])("with %i trusted proxies, %s forwarding for %s is taken for %s's", (proxies, socket, forwarded, believed) => {
  expect(clientAddress(socket, forwarded, proxies)).toBe(believed);
});

test.each([
  ["203.0.113.9", "203.0.113.9"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:db8:1:2::6", "2001:db8:1:2::/64"],
  ["2001:0db8:0001:0002::", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["unknown", "unknown"],
])("attempts from %s count for %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test("the address is stamped on every request, and forged private headers are taken off", async () => {
  wrapHttpServers(0, undefined);
  let heard: IncomingHttpHeaders = {};
  const http = createServer((request, response) => {
    heard = request.headers;
    response.end();
  });
  const port = await listen(http);
  afterwards(() => http.close());
  const forged = {
    "x-forwarded-for": "6.6.6.6",
    "X-Kindling-Address": "6.6.6.6",
    "x-kindling-stamp": "6",
    "x-kindling-anything": "6",
  };
  await new Promise((resolve) =>
    get({ port, headers: forged, agent: false }, (response) => response.resume().on("end", resolve)),
  );
  expect(heard[addressHeader]).toMatch(/^(::1|127\.0\.0\.1)$/);
  expect(heard).not.toHaveProperty("x-kindling-anything");
  const headers = new Headers(heard as Record<string, string>);
  expect(stampedAddress(headers)).toBe(heard[addressHeader]);
  expect(stampedAddress(new Headers(forged))).toBe("unknown");
});
