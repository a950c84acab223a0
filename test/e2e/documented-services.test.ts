import { execFileSync } from "node:child_process";
import { cpSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openDocumentedHome, type DocumentedHome } from "./documented-home.ts";
import { copySample } from "./sample-copy.ts";
import { typedCommands, untilItSays } from "./typed-commands.ts";

/** What documents show of the service and its database is typed, as built, where one report was put in. */
let home: DocumentedHome;
const kept = new Set(["bin", "few", "filled", "cache"]);

beforeAll(async () => {
  home = openDocumentedHome();
  copySample(home.at("few"), ["web-kit", "ticket-office"]);
  const assessed =
    "fulcrum assess few --name Meridian --no-duplication --no-out --json report.json";
  const put = untilItSays("http", "fulcrum serve --report report.json --port 0");
  const { code, said } = await home.type(`${assessed} && ${put}`);
  expect([code, said]).toEqual([0, expect.any(String)]);
  // As it is, for the server's files belong to an account of its own.
  execFileSync("cp", ["-a", home.at(".fulcrum"), home.at("filled")]);
  cpSync(home.at("report.json"), home.at("few", "report.json"));
});
beforeEach(() => {
  home.clear(kept);
  execFileSync("cp", ["-a", home.at("filled"), home.at(".fulcrum")]);
  cpSync(home.at("few", "report.json"), home.at("report.json"));
});
afterAll(() => home.remove());

describe("a command that a document shows of the service", () => {
  it.each(typedCommands().filter((one) => one.isOfService))(
    "$document: $shown",
    async ({ typed }) => {
      const { code, said } = await home.type(typed);
      expect([code, said]).toEqual([0, expect.any(String)]);
    },
  );
});
