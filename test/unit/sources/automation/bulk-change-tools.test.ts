import { expect, it } from "vitest";
import { bulkChangeTools } from "#sources/automation/bulk-change-tools.ts";

const read = (text: string) =>
  bulkChangeTools.read({ path: "docs/ruby.md", text }).bulkChangeTools ?? [];

it("are named where documents tell of requests in many repositories", () => {
  expect(
    read("# Upgrades\n\nWe use [bulk-changer][] to raise pull requests everywhere.\n"),
  ).toEqual([{ name: "bulk-changer", line: 3 }]);
  expect(read("Run `multi-gitter` over our repositories.")).toEqual([
    { name: "multi-gitter", line: 1 },
  ]);
});

it("are not what changes anything else in bulk, nor part of an address", () => {
  expect(read("The bulk-update endpoint takes a list of loaves.")).toEqual([]);
  expect(read("See https://example.test/docs/bulk-changer for pull requests.")).toEqual([]);
});

it("are looked for in documents, and not in lists of changes", () => {
  expect(bulkChangeTools.detect("source/manual/ruby.html.md")).toBe("head");
  expect(bulkChangeTools.detect("CONTRIBUTING.md")).toBe("head");
  expect(bulkChangeTools.detect("CHANGELOG.md")).toBe("none");
  expect(bulkChangeTools.detect("src/a.ts")).toBe("none");
});
