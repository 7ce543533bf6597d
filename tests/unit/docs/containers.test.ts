import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { named, parseDockerfile, variablesOf } from "./dockerfile";
import { allVariables, read, root } from "./variables";

/** Nobody could run a container where this was written, so the files are read as closely as a test can. */

const stages = parseDockerfile(read("Dockerfile"));
const [build, final] = [stages[0]!, stages.at(-1)!];
const compose = parse(read("compose.yaml"), { merge: true });
const services: Record<string, Record<string, unknown>> = compose.services;
const apps = Object.entries(services).filter(([name]) => name.startsWith("app-"));
const environment = (service: Record<string, unknown>) => (service.environment ?? {}) as Record<string, string>;
const ofNode = new Set(["NODE_ENV"]);
const secret = /(password|secret|token|key)\s*[:=](?!\?)\s*(?!\$\{)[^\s$]{6,}/i;

describe("the Dockerfile", () => {
  it("builds in one stage and runs in another, both of one version of Node.js that the product supports", () => {
    expect(stages).toHaveLength(2);
    expect(new Set(stages.map(({ image }) => image)).size).toBe(1);
    const wanted = Number(/>=(\d+)/.exec(JSON.parse(read("package.json")).engines.node)?.[1]);
    expect(Number(/^node:(\d+)-/.exec(final.image)?.[1])).toBeGreaterThanOrEqual(wanted);
  });

  it("copies only what exists, and everything the build is made of", () => {
    const copied = named(build, "COPY").flatMap(({ rest }) => rest.split(/\s+/).slice(0, -1));
    for (const path of copied) expect(existsSync(join(root, path)), path).toBe(true);
    const builder = read("lib/operate/start/build.mjs");
    const folders: string[] = JSON.parse(/const sources = (\[.*?\]);/.exec(builder)![1]!);
    expect(copied).toEqual(expect.arrayContaining(folders));
    for (const file of ["package-lock.json", "tsconfig.json", "next.config.ts", "postcss.config.mjs", "proxy.ts"])
      expect(copied).toContain(file);
    const ignored = read(".dockerignore").split("\n");
    for (const path of copied) expect(ignored).not.toContain(path);
  });

  it("runs as somebody who is not root, who owns the product and the data folder", () => {
    const words = final.instructions.map(({ word }) => word);
    expect(named(final, "USER").map(({ rest }) => rest)).toEqual(["node"]);
    expect(words.indexOf("USER")).toBeLessThan(words.indexOf("CMD"));
    expect(words.lastIndexOf("RUN")).toBeLessThan(words.indexOf("USER"));
    expect(named(final, "COPY")[0]).toMatchObject({ flags: { from: build.name, chown: "node:node" } });
    const { DATA_DIR } = variablesOf(final);
    expect(named(final, "VOLUME")[0]?.rest).toBe(DATA_DIR);
    expect(named(final, "RUN")[0]?.rest).toContain(`chown node:node ${DATA_DIR}`);
  });

  it("sets only variables that are read, listens to the network, and says whether it is well", () => {
    const set = variablesOf(final);
    for (const name of Object.keys(set)) expect(allVariables().has(name) || ofNode.has(name), name).toBe(true);
    expect(set.HOST).toBe("0.0.0.0");
    expect(named(final, "EXPOSE")[0]?.rest).toBe(set.PORT);
    const [, command = ""] = named(final, "HEALTHCHECK")[0]!.rest.split("CMD ");
    expect(JSON.parse(command)[2]).toContain("/healthz");
    expect(existsSync(join(root, "app/healthz/route.ts"))).toBe(true);
  });

  it("starts a file that exists, without the demo", () => {
    const [program, file, ...args] = JSON.parse(named(final, "CMD")[0]!.rest);
    expect([program, args]).toEqual(["node", ["--empty"]]);
    expect(existsSync(join(root, file))).toBe(true);
  });

  it("holds no secret, and lets none in", () => {
    expect(read("Dockerfile")).not.toMatch(secret);
    expect(read(".dockerignore").split("\n")).toEqual(expect.arrayContaining([".env", ".env.*", "data", ".git"]));
  });

  it("is read by a parser that refuses what it does not know", () => {
    expect(() => parseDockerfile("FROM a\nCOPPY b c")).toThrow("Not an instruction");
    expect(() => parseDockerfile("RUN a")).toThrow("Before the first FROM");
  });
});

describe("compose.yaml", () => {
  it("has two app processes of one image, a database, and a proxy that waits until both are well", () => {
    expect(apps).toHaveLength(2);
    expect(new Set(apps.map(([, { image }]) => image)).size).toBe(1);
    const waits = Object.entries(services.proxy!.depends_on as Record<string, { condition: string }>);
    expect(waits).toEqual(apps.map(([name]) => [name, { condition: "service_healthy" }]));
    for (const [, { depends_on }] of apps) expect(depends_on).toEqual({ database: { condition: "service_healthy" } });
    expect(services.database).toHaveProperty("healthcheck.test");
  });

  it("gives each process a port of its own, and the proxy knows them", () => {
    const addresses = apps.map(([name, service]) => `${name}:${environment(service).PORT}`);
    expect(new Set(addresses.map((address) => address.split(":")[1])).size).toBe(apps.length);
    const command = services.proxy!.command as string[];
    expect(command.filter((_, i) => command[i - 1] === "--to")).toEqual(addresses);
  });

  it("hands over only variables that are read", () => {
    for (const [, service] of apps)
      for (const name of Object.keys(environment(service))) expect(allVariables().has(name), name).toBe(true);
    expect(environment(apps[0]![1]).TRUSTED_PROXIES).toBe("1");
  });

  it("shares one folder of uploads and secrets, declares every volume and opens nothing but the proxy", () => {
    const { DATA_DIR } = variablesOf(final);
    for (const [, { volumes }] of apps) expect(volumes).toEqual([`data:${DATA_DIR}`]);
    const used = Object.values(services).flatMap(({ volumes }) => (volumes as string[] | undefined) ?? []);
    expect(new Set(used.map((volume) => volume.split(":")[0]))).toEqual(new Set(Object.keys(compose.volumes)));
    for (const [name, { ports }] of Object.entries(services)) expect(Boolean(ports), name).toBe(name === "proxy");
  });

  it("asks for the password instead of holding one", () => {
    expect(read("compose.yaml")).not.toMatch(secret);
    expect(environment(apps[0]![1]).DATABASE_URL).toMatch(/\$\{POSTGRES_PASSWORD:\?/);
    expect(environment(services.database!).POSTGRES_PASSWORD).toMatch(/^\$\{POSTGRES_PASSWORD\}$/);
  });
});
