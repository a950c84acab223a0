import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { licenceFiles, licenceKindOf } from "#sources/licences/licence-files.ts";
import { endingOf } from "#sources/repository/sources-by-ending.ts";
import { licenceKinds } from "#vocabulary/structure.ts";
import { processorMilliseconds } from "#fixtures/growth.ts";

describe("licences at the root", () => {
  it("are found under the names that are in use, and nowhere else", () => {
    const asked = (path: string): boolean =>
      (licenceFiles.endings ?? []).includes(endingOf(path)) && licenceFiles.detect(path) === "head";
    for (const path of [
      "LICENSE",
      "LICENCE.md",
      "license.txt",
      "COPYING",
      "COPYING.LESSER",
      "LICENSE-MIT",
      "UNLICENSE",
      "LICENSES/Apache-2.0.txt",
      "LICENSE.apache",
    ])
      expect(asked(path), path).toBe(true);
    for (const path of [
      "vendor/oven/LICENSE",
      "license_manager/settings.txt",
      "licensing.md",
      "NOTICE.txt",
      "docs/licence.md",
    ])
      expect(asked(path), path).toBe(false);
  });

  it.each([
    ["The MIT License (MIT)\n\nCopyright (c) 2024 The bakery", "permissive"],
    ["Copyright\nPermission is hereby granted, free of\ncharge, to any person", "permissive"],
    ["Apache License\n  Version 2.0, January 2004", "permissive"],
    ["Redistribution and use in source and binary forms, with", "permissive"],
    ["GNU GENERAL PUBLIC LICENSE\n Version 3, 29 June 2007", "strong-copyleft"],
    [
      "GNU LESSER GENERAL PUBLIC LICENSE\nincorporates version 3 of the GNU General Public License",
      "weak-copyleft",
    ],
    [`GNU AFFERO GENERAL PUBLIC LICENSE${" .".repeat(700)} Apache License`, "strong-copyleft"],
    ["Mozilla Public License Version 2.0", "weak-copyleft"],
    ["Elastic License 2.0", "source-available"],
    ['"Commons Clause" License Condition v1.0\nApache License 2.0', "other"],
    ["covered by one of: (i) the Apache License 2.0 (ii) the Elastic License", "other"],
    ["All rights reserved. Bread only.", "other"],
  ])("are of the kind that their words say: %s", (text, kind) => {
    expect(licenceKindOf(text)).toBe(kind);
  });

  it("say nothing where they are empty", () => {
    expect(licenceFiles.read({ path: "LICENSE", text: " \n" })).toEqual({});
  });

  it("are of some kind, whatever they hold, in time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 5000 }), (text) => {
        expect(licenceKinds).toContain(licenceKindOf(text));
      }),
    );
    const start = processorMilliseconds();
    licenceKindOf("permission to use, copy, modify,".repeat(100_000));
    licenceFiles.detect(`LICENSES/${"a.".repeat(100_000)}`);
    expect(processorMilliseconds() - start).toBeLessThan(2_000);
  });
});
