import { describe, expect, it } from "vitest";
import { gemNameOf, rubyVersionFile } from "#sources/manifests/ruby/version-file.ts";

const version = (text: string): string | null | undefined =>
  rubyVersionFile.read({ path: "lib/signal_box/version.rb", text }).packages?.[0]?.version;

describe("version file", () => {
  it("is any version.rb under lib, its name derived from the folders", () => {
    expect(gemNameOf("lib/signal_box/version.rb")).toBe("signal_box");
    expect(gemNameOf("gems/rail/lib/rail/signals/version.rb")).toBe("rail-signals");
    expect(gemNameOf("lib/version.rb")).toBeNull();
    expect(rubyVersionFile.detect("lib/rail/version.rb")).toBe("history");
    expect(rubyVersionFile.detect("app/models/version.rb")).toBe("none");
    expect(rubyVersionFile.detect("lib/rail/app/models/rail/version.rb")).toBe("none");
  });

  it.each([
    [`module SignalBox\n  VERSION = "1.2.3"\nend`, "1.2.3"],
    [`module A; VERSION = '1.2.3.pre'.freeze; end`, "1.2.3.pre"],
    [`VERSION = Gem::Version.new("4.5")`, "4.5"],
    [
      `module V\n MAJOR = 7\n MINOR = 0\n TINY = 2\n PRE = nil\n STRING = [MAJOR, MINOR, TINY, PRE].compact.join(".")\nend`,
      "7.0.2",
    ],
    [`VERSION = [1, 2].join(".")`, "1.2"],
  ])("reads %j", (text, expected) => {
    expect(version(text)).toBe(expected);
  });

  it.each([
    `class Version < Record; end`,
    `VERSION = File.read("VERSION")`,
    `VERSION = "#{MAJOR}.1"`,
    `VERSION = [MAJOR, 1].join(".")`,
  ])("does not guess %j", (text) => {
    expect(version(text)).toBeUndefined();
  });
});
