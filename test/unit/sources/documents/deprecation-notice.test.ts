import { describe, expect, it } from "vitest";
import { isDeprecationNotice } from "#sources/documents/deprecation-notice.ts";

describe("isDeprecationNotice", () => {
  it.each([
    [null, "This gem is no longer maintained."],
    ["Oven Kit (DEPRECATED)", "Everything for ovens."],
    ["Oven Kit", "> **NOTE**: This project is deprecated and lives on in bakery."],
    ["Oven", "> Oven has been retired and is no longer in use."],
    [null, "**DEPRECATED** use the new oven"],
    [null, "⚠️ No longer maintained"],
    [null, "Archived repository, see the issue."],
    [null, "# DEPRECATED"],
    ["Oven Kit", "## This repository is deprecated"],
  ])("hears %s / %s", (title, line) => {
    expect(isDeprecationNotice(title, ["", line])).toBe(true);
  });

  it.each([
    ["Oven Kit", "- Statsd client for reporting stats (deprecated; use Prometheus instead)"],
    ["Oven Kit", "⚠️ Statsd support is deprecated and will be removed."],
    ["Oven Kit", "Most charts are packaged; old ones have been archived elsewhere."],
    ["Oven Kit", "| flag | deprecated |"],
    ["Oven Kit", "## Retired formats"],
    ["Oven Kit", "## Deprecated"],
    ["Oven Kit", "### Archived"],
    ["Oven Kit", "Deprecated features are listed in the handbook."],
    ["Oven Kit", "The oven-tools gem has been replaced by this gem."],
  ])("is deaf to %s / %s", (title, line) => {
    expect(isDeprecationNotice(title, [line])).toBe(false);
  });
});
