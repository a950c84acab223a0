import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readAccessSettings } from "#operations/access/read-settings.ts";

const folder = mkdtempSync(join(tmpdir(), "fulcrum-settings-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const complete = {
  FULCRUM_PUBLIC_URL: "https://fulcrum.example",
  FULCRUM_OIDC_ISSUER: "https://id.example/realm",
  FULCRUM_OIDC_CLIENT_ID: "fulcrum",
  FULCRUM_OIDC_ROLES: "cn=platform=admin, engineers=member,\n*=viewer",
};

describe("what an operator sets of access", () => {
  it("is nothing by itself, whatever else the environment holds", async () => {
    expect(await readAccessSettings({ HOME: "/", FULCRUM_PUBLIC_URL: "" })).toEqual({
      publicOrigin: null,
      provider: null,
      session: { idleMs: 43_200_000, longestMs: 604_800_000 },
    });
  });

  it("is read with its secret from a file", async () => {
    const path = join(folder, "secret");
    writeFileSync(path, "s3cret\n");
    const read = await readAccessSettings({
      ...complete,
      FULCRUM_OIDC_CLIENT_SECRET_FILE: path,
      FULCRUM_SESSION_IDLE: "30m",
    });
    expect(read.provider).toMatchObject({
      clientSecret: "s3cret",
      groupRoles: [
        { group: "cn=platform", role: "admin" },
        { group: "engineers", role: "member" },
        { group: "*", role: "viewer" },
      ],
    });
    expect([read.publicOrigin, read.session.idleMs]).toEqual([
      "https://fulcrum.example",
      1_800_000,
    ]);
  });

  it.each([
    [{ FULCRUM_OIDC_ISUER: "https://id.example" }, "FULCRUM_OIDC_ISUER is not known"],
    [{ FULCRUM_PUBLIC_URL: "http://fulcrum.example" }, "not https"],
    [{ FULCRUM_PUBLIC_URL: "https://fulcrum.example/sub" }, "more than an origin"],
    [{ FULCRUM_PUBLIC_URL: "ftp://fulcrum.example" }, "FULCRUM_PUBLIC_URL"],
    [{ FULCRUM_SESSION_IDLE: "soon" }, "30m"],
    [{ FULCRUM_OIDC_ROLES: "engineers=owner" }, "FULCRUM_OIDC_ROLES"],
    [{ ...complete, FULCRUM_PUBLIC_URL: "" }, "FULCRUM_PUBLIC_URL is missing"],
    [{ ...complete, FULCRUM_OIDC_ISSUER: "" }, "FULCRUM_OIDC_ISSUER is missing"],
    [{ ...complete, FULCRUM_OIDC_CLIENT_ID: "" }, "FULCRUM_OIDC_CLIENT_ID is missing"],
    [{ ...complete, FULCRUM_OIDC_ROLES: "" }, "FULCRUM_OIDC_ROLES is missing"],
    [{ ...complete, FULCRUM_OIDC_ISSUER: "http://id.example" }, "not https"],
    [{ ...complete, FULCRUM_OIDC_ISSUER: "http://127.0.0.1:9" }, "not https"],
    [{ FULCRUM_OIDC_CLIENT_SECRET_FILE: "/nowhere/secret" }, "cannot be used"],
    [{ FULCRUM_OIDC_CLIENT_SECRET_FILE: tmpdir() }, "cannot be used"],
    [
      { FULCRUM_OIDC_CLIENT_SECRET: "s3cret", FULCRUM_OIDC_CLIENT_SECRET_FILE: "/x" },
      "are both set",
    ],
  ])("%j is refused, and no secret is repeated", async (environment, said) => {
    const failure = readAccessSettings(environment);
    await expect(failure).rejects.toMatchObject({
      code: "configuration-invalid",
      message: expect.stringContaining(said),
    });
    await expect(failure).rejects.not.toThrow("s3cret");
  });

  it("takes a provider on this machine where that is said", async () => {
    const environment = {
      ...complete,
      FULCRUM_OIDC_ISSUER: "http://127.0.0.1:9",
      FULCRUM_OIDC_ALLOW_PRIVATE: "true",
    };
    expect((await readAccessSettings(environment)).provider).toMatchObject({ allowPrivate: true });
  });
});
