import { describe, expect, test } from "vitest";
import { readEnv } from "@/lib/env";

const least = { AUTH_SECRET: "x".repeat(32), DATABASE_URL: "postgresql://pooler/kindling" };
const bucket = { S3_BUCKET: "kindling", S3_ACCESS_KEY_ID: "id", S3_SECRET_ACCESS_KEY: "geheim" };

test("what listens, migrates, locks and works has the database itself, which is the same unless it is named", () => {
  expect(readEnv(least).databaseUrlDirect).toBe(least.DATABASE_URL);
  const direct = "postgresql://database/kindling";
  expect(readEnv({ ...least, DATABASE_URL_DIRECT: direct }).databaseUrlDirect).toBe(direct);
  expect(readEnv({ ...least, DATABASE_URL_DIRECT: "" }).databaseUrlDirect).toBe(least.DATABASE_URL);
});

test("files lie on the disk unless a whole bucket is named; Amazon's address follows from its region", () => {
  expect(readEnv(least).s3).toBeUndefined();
  expect(readEnv({ ...least, ...bucket, S3_REGION: "eu-central-1" }).s3).toMatchObject({
    endpoint: "https://s3.eu-central-1.amazonaws.com",
    bucket: "kindling",
  });
  expect(readEnv({ ...least, ...bucket, S3_ENDPOINT: "http://minio:9000" }).s3?.endpoint).toBe("http://minio:9000");
});

describe("a wrong value is told in one line that names it, and without what is secret", () => {
  test.each([
    ["AUTH_SECRET", { AUTH_SECRET: "short and geheim" }],
    ["S3_BUCKET", { ...bucket, S3_BUCKET: "Not A Bucket" }],
    ["S3_BUCKET", { ...bucket, S3_BUCKET: "" }],
    ["S3_BUCKET", { S3_ENDPOINT: "https://s3.example" }],
    ["S3_ACCESS_KEY_ID", { ...bucket, S3_ACCESS_KEY_ID: "" }],
    ["S3_SECRET_ACCESS_KEY", { ...bucket, S3_SECRET_ACCESS_KEY: undefined }],
    ["S3_ENDPOINT", { ...bucket, S3_ENDPOINT: "s3.example" }],
    ["S3_REGION", { ...bucket, S3_REGION: "Frankfurt am Main" }],
    ["REALTIME_PORT", { REALTIME_PORT: "70000" }],
    ["TRUSTED_PROXIES", { TRUSTED_PROXIES: "all" }],
    ["SMTP_URL", { SMTP_URL: "mail.example" }],
    ["ORIGIN", { ORIGIN: "community.example" }],
  ])("%s", (name, wrong) => {
    const read = () => readEnv({ ...least, ...wrong });
    expect(read).toThrow(new RegExp(`^${name} [^\\n]+\\.$`));
    expect(read).not.toThrow(/geheim/);
  });
});
