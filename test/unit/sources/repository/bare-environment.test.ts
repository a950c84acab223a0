import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deploymentRows } from "#evidence/deployments.ts";
import { repository } from "#fixtures/repository-builder.ts";
import { readAt } from "./read-at.ts";

let folder = "";
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), "fulcrum-bare-"))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const workload = (version: string): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: ovens\nspec:\n  template:\n    spec:\n      containers:\n        - name: web\n          image: registry.bakery.example/ovens:${version}\n`;

describe("a folder that is called production and nothing more", () => {
  it("is read where it holds manifests, not where it holds settings", async () => {
    const { path, head } = repository("state")
      .commit({
        at: "2026-03-01",
        author: "Ada Oven <ada@bakery.example>",
        message: "Open",
        files: {
          "prod/ovens.yaml": workload("v1.0.0"),
          "prod/compose.yaml": "services:\n  db:\n    image: bakery/db:v9.0.0\n",
        },
      })
      .commit({
        at: "2026-03-02",
        author: "Ada Oven <ada@bakery.example>",
        message: "Bake",
        files: {
          "prod/ovens.yaml": workload("v1.1.0"),
          "prod/compose.yaml": "services:\n  db:\n    image: bakery/db:v9.1.0\n",
        },
      })
      .write(folder);
    const { evidence } = await readAt(folder, path, head ?? "");
    const told = Array.from(
      deploymentRows(evidence.deployments),
      ({ application, environment, version }) => [application, environment, version],
    );
    expect(told).toEqual([
      ["ovens", "prod", "v1.0.0"],
      ["ovens", "prod", "v1.1.0"],
    ]);
  });
});
