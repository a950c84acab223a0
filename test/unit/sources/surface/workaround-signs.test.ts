import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { treeMarks } from "#sources/surface/tree-marks.ts";
import { workaroundSign } from "#sources/surface/workaround-signs.ts";

describe("workaround signs", () => {
  test.each([
    ["src/vendor/oven-ui/button.js", "vendored-folder", "src/vendor/oven-ui", "src"],
    ["third_party/yeast/lib/yeast.rb", "vendored-folder", "third_party/yeast", "."],
    ["lib/oven_wrapper.rb", "wrapper-file", "lib/oven_wrapper.rb", "lib"],
    ["app/OvenAdapter.ts", "wrapper-file", "app/OvenAdapter.ts", "app"],
    ["oven.shim.js", "wrapper-file", "oven.shim.js", "."],
  ])("%s", (path, mark, text, folder) => {
    expect(workaroundSign(path)).toEqual({ mark, text, folder });
  });

  test.each([
    "vendor/bundle/ruby/oven.rb",
    "vendor/assets/oven.js",
    "vendor/README.md",
    "test/oven_wrapper.rb",
    "spec/vendor/oven/oven.rb",
    "docs/oven-wrapper.md",
    "node_modules/oven/oven-adapter.js",
    "src/wrapper/index.js",
    "src/rewrapper.js",
    ".wrapper",
  ])("nothing in %s", (path) => {
    expect(workaroundSign(path)).toBeNull();
  });

  test("are counted once for each folder or file, about the folder around them", () => {
    const marks = treeMarks.readTree([
      "shop/vendor/oven-ui/a.js",
      "shop/vendor/oven-ui/b/c.js",
      "shop/till-facade.py",
    ]);
    expect(marks.get("shop")?.surface).toEqual([
      { mark: "vendored-folder", text: "shop/vendor/oven-ui", count: 2 },
      { mark: "wrapper-file", text: "shop/till-facade.py", count: 1 },
    ]);
  });

  test("no path makes them throw, and the text is the path or a folder of it", () => {
    const part = fc.constantFrom("vendor", "oven", "a-wrapper.rb", "", ".", "..", "Adapter", "é");
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const path = parts.join("/");
        const sign = workaroundSign(path);
        if (sign !== null) expect(path.startsWith(sign.text)).toBe(true);
      }),
    );
  });
});
