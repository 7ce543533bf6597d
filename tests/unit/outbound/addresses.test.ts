import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readAddress } from "@/lib/outbound/address";
import { fetchPage } from "@/lib/outbound/fetch";
import { isPublicAddress } from "@/lib/outbound/ranges";

describe("where our server may knock when a person wrote the address", () => {
  test.each([
    "0.0.0.0",
    "10.1.2.3",
    "100.64.0.1",
    "100.100.100.200",
    "127.0.0.1",
    "127.255.255.254",
    "168.63.129.16",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.192",
    "192.168.1.1",
    "198.18.0.1",
    "203.0.113.9",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "::169.254.169.254",
    "64:ff9b::7f00:1",
    "64:ff9b:1::a00:1",
    "100::1",
    "2001::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "3fff::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fe80::1%eth0",
    "ff02::1",
    "not an address",
    "",
  ])("not to %s", (address) => expect(isPublicAddress(address)).toBe(false));

  test.each([
    "8.8.8.8",
    "172.15.0.1",
    "172.32.0.1",
    "100.63.0.1",
    "193.99.144.80",
    "2606:4700::1111",
    "2a00:1450:4001::1",
  ])("to %s", (address) => expect(isPublicAddress(address)).toBe(true));
});

describe("what is an address of the web", () => {
  test.each([
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0177.0.0.1/",
    "http://127.1/",
    "http://①②⑦.⓪.⓪.①/",
    "http://127。0。0。1/",
    "http://[::ffff:7f00:1]/",
    "http://[0:0:0:0:0:ffff:7f00:1]/",
    "http://localhost/",
    "http://localhost./",
    "http://LOCALHOST/",
    "http://foo.localhost./",
    "http://metadata.google.internal/",
    "http://printer/",
    "http://box.local/",
    "http://shop.example:8080/",
    "http://shop.example:22/",
    "http://user@shop.example/",
    "http://user:word@shop.example/",
    "http://127.0.0.1\\@shop.example/",
    "ftp://shop.example/",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "data:text/html,x",
    "//shop.example/",
    "shop.example",
    `http://shop.example/${"a".repeat(2_000)}`,
  ])("not %s", (address) => expect(readAddress(address)).toBeUndefined());

  test.each([
    ["https://shop.example/a?b#c", "shop.example"],
    ["http://shop.example:80/", "shop.example"],
    ["http://shop.example:443/", "shop.example"],
    ["https://shop.example./", "shop.example"],
    ["https://bücher.example/", "xn--bcher-kva.example"],
    ["http://8.8.8.8/", "8.8.8.8"],
    ["http://[2606:4700::1111]/", "2606:4700::1111"],
  ])("%s", (address, host) => expect(readAddress(address)?.host).toBe(host));
});

const list = join(process.cwd(), "../shared/secdata/ssrf/targets.json");
const present = existsSync(list);
type Case = { label: string; url: string; expect: string };
const cases: Case[] = present ? JSON.parse(readFileSync(list, "utf8")).cases : [];
const direct = cases.filter(({ url }) => !/STUB|DUAL/.test(url));

describe.skipIf(!present)(`collected addresses${present ? "" : " [skipped: ../shared/secdata is not here]"}`, () => {
  test("there are some", () => expect(direct.length).toBeGreaterThan(10));

  test.each(direct.map(({ label, url }) => [label, url.replace("{P}", "80")] as const))("%s", async (_label, url) => {
    const resolve = () => Promise.reject(new Error("Nobody asks for a name here."));
    await expect(fetchPage(url, { resolve })).rejects.toMatchObject({ why: "refused" });
  });
});
