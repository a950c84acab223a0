import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readServiceConfiguration } from "#operations/scanning/read-service-configuration.ts";
import {
  allowedAddress,
  allowedFolder,
  mirrorSource,
  type WatchRules,
} from "#operations/scanning/watch-rules.ts";

const root = mkdtempSync(join(tmpdir(), "fulcrum-rules-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const clones = join(root, "clones");
const secret = join(root, "clones-secret");
for (const folder of [join(clones, "line"), secret]) mkdirSync(folder, { recursive: true });
writeFileSync(join(clones, "file"), "");
symlinkSync(secret, join(clones, "out"));
symlinkSync(join(clones, "line"), join(root, "in"));

const rules: WatchRules = {
  folders: [clones, join(root, "gone")],
  hosts: ["forge.example", "ssh.forge.example:2222"],
  privateHosts: ["forge.internal.example"],
};

describe("folders that may be watched", () => {
  it.each([clones, join(clones, "line"), join(root, "in"), `${clones}/line/../line`])(
    "are those that are allowed, and below: %s",
    async (path) => {
      expect(await allowedFolder(path, rules)).toEqual({
        kind: "folder",
        address: path,
        identity: null,
      });
    },
  );

  it.each([
    "",
    "clones",
    "./clones",
    root,
    "/",
    "/etc",
    secret,
    join(clones, "out"),
    join(clones, "..", "clones-secret"),
    join(clones, "file"),
    join(clones, "none"),
    join(root, "gone"),
    `${clones}\0/line`,
    `/${"a".repeat(2000)}`,
    `file://${clones}`,
    "-clones",
  ])("are no others: %j", async (path) => {
    await expect(allowedFolder(path, rules)).rejects.toMatchObject({ code: "place-refused" });
  });

  it("do not tell what is there from what is not", async () => {
    const words = await Promise.all(
      ["/etc", "/no/such/folder"].map((path) =>
        allowedFolder(path, rules).catch((error: unknown) => String(error)),
      ),
    );
    expect(new Set(words).size).toBe(1);
  });
});

describe("addresses that may be watched", () => {
  it.each(["https://forge.example/line/rail", "ssh://git@ssh.forge.example:2222/line/rail"])(
    "are on a host of the list: %s",
    (text) => {
      expect(allowedAddress(text, rules)).toMatchObject({ kind: "address", address: text });
    },
  );

  it.each([
    "https://other.example/line/rail",
    "https://forge.example.evil.example/line/rail",
    "https://forge.example:8443/line/rail",
    "https://ssh.forge.example/line/rail",
    "https://evil.example/forge.example/rail",
    "ext::sh -c id",
  ])("are on no other: %s", (text) => {
    expect(() => allowedAddress(text, rules)).toThrow(
      expect.objectContaining({ code: "place-refused" }),
    );
  });

  const source = (address: string, ips: readonly string[]) =>
    mirrorSource({ address }, rules, () => Promise.resolve(ips));

  it("are fetched from where their host was found, and from nowhere else", async () => {
    expect(await source("https://forge.example/line/rail", ["1.1.1.1", "2606:4700::1"])).toEqual({
      url: "https://forge.example/line/rail",
      protocol: "https",
      pinnedTo: { host: "forge.example", port: 443, ip: "1.1.1.1" },
    });
    const { sshCommand } = await source("ssh://git@ssh.forge.example:2222/a/b", ["1.1.1.1"]);
    expect(sshCommand).toContain("-o HostName=1.1.1.1 -o HostKeyAlias=ssh.forge.example");
    expect(sshCommand).toContain("-F /dev/null");
  });

  it.each([["127.0.0.1"], ["10.0.0.7"], ["1.1.1.1", "169.254.169.254"], ["::1"], []])(
    "are not fetched from a private network: %s",
    async (...ips) => {
      await expect(source("https://forge.example/line/rail", ips)).rejects.toMatchObject({
        code: "place-refused",
      });
    },
  );

  it("are, where that is said of their host", async () => {
    const { pinnedTo } = await source("https://forge.internal.example/line/rail", ["10.0.0.7"]);
    expect(pinnedTo?.ip).toBe("10.0.0.7");
  });

  it("whose host is not found may be found later", async () => {
    const lost = mirrorSource({ address: "https://forge.example/a/b" }, rules, () =>
      Promise.reject(new Error("ENOTFOUND")),
    );
    await expect(lost).rejects.toMatchObject({ code: "git-failed" });
  });
});

describe("service.yaml", () => {
  const file = join(root, "service.yaml");
  const read = (text: string) => {
    writeFileSync(file, text);
    return readServiceConfiguration(file);
  };

  it("allows nothing where there is none", async () => {
    expect(await readServiceConfiguration(join(root, "none.yaml"))).toEqual({
      folders: [],
      hosts: [],
      privateHosts: [],
      webhooks: { pagerduty: [] },
    });
    expect(await read("# nothing yet\n")).toMatchObject({ folders: [] });
  });

  it("names folders from where it lies, hosts, and where secrets are", async () => {
    const text =
      "folders: [clones, /srv/clones]\nhosts:\n  - Forge.Example\nwebhooks:\n  github: { environment: PUSH_SECRET }\n  gitlab: { file: token }\n";
    expect(await read(text)).toEqual({
      folders: [clones, "/srv/clones"],
      hosts: ["forge.example"],
      privateHosts: [],
      webhooks: {
        github: { environment: "PUSH_SECRET" },
        gitlab: { file: "token" },
        pagerduty: [],
      },
    });
  });

  it.each([
    "hosts: ['*']",
    "hosts: [127.0.0.1]",
    "hosts: ['https://forge.example']",
    "host: [forge.example]",
    "folders: clones",
    "webhooks: { github: hunter2 }",
    "hosts: [",
    "a: 1\n---\nb: 2",
  ])("is refused where it says what is not understood: %s", async (text) => {
    await expect(read(text)).rejects.toMatchObject({ code: "configuration-invalid" });
  });
});
