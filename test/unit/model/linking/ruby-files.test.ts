import { describe, expect, it } from "vitest";
import { offersOf, usesOf } from "./linked-files.ts";

const gems = { "gems/common.rb": `gem "rail", "1.0"\n` };

describe("gems of other files", () => {
  it.each([
    `eval_gemfile "gems/common.rb"`,
    `eval_gemfile File.join(__dir__, "gems", "common.rb")`,
    `eval_gemfile(File.expand_path("gems/common.rb", __dir__))`,
    `eval_gemfile File.expand_path("../gems/common.rb", __FILE__)`,
    `eval_gemfile File.join(File.dirname(__FILE__), "gems/common.rb")`,
    'eval_gemfile "#{__dir__}/gems/common.rb"',
    `instance_eval File.read("gems/common.rb")`,
    `eval(IO.read("gems/common.rb"), binding)`,
    `group :default do\n  eval_gemfile "gems/common.rb" if File.exist?("gems/common.rb")\nend`,
    `%w[gems/common.rb].each { |list| eval_gemfile list }`,
  ])("are those of the Gemfile that says %s", (line) => {
    expect(usesOf({ ...gems, Gemfile: `${line}\ngem "track"\n` })).toEqual([
      ".: gem/rail 1.0",
      ".: gem/track -",
    ]);
  });

  it("of a gem beside it are a use, of the gem around it none", () => {
    expect(
      usesOf({ "app/Gemfile": `gemspec path: "../engines/till"\ngemspec\ngemspec path: ".."\n` }),
    ).toEqual(["app: gem/till - from engines/till"]);
    expect(
      usesOf({
        Appraisals: `appraise "old" do\n  gem "rail", "~> 6"\nend\n`,
        Gemfile: `plugin "coupling"`,
      }),
    ).toEqual([".: gem/coupling - (build)", ".: gem/rail ~> 6 (test)"]);
  });
});

describe("gemspecs", () => {
  it("name themselves and others by what they set to literals", () => {
    const files = {
      "till.gemspec":
        `NAME = "till"\nVERSION = "2.1.0".freeze\nGem::Specification.new do |s|\n  s.name = NAME\n  s.version = VERSION\n  s.add_dependency RAIL, "1"\n  s.add_dependency TRACK, VERSION\nend\n`.replace(
          "VERSION =",
          `TRACK = "track"\nVERSION =`,
        ),
    };
    expect(offersOf(files)).toEqual(["gem/till 2.1.0"]);
    expect(usesOf(files)).toEqual([".: gem/track 2.1.0"]);
  });

  it.each([
    [`s.version = File.read(File.expand_path("VERSION", __dir__)).strip`, "", "VERSION", "3.0.1\n"],
    [`s.version = version`, `version = File.read("VERSION").strip`, "VERSION", "3.0.1"],
    [
      `s.version = Till::VERSION`,
      `require_relative "lib/till"`,
      "lib/till.rb",
      `module Till\n  VERSION = "3.0.1"\nend`,
    ],
    [
      `s.version = Till::VERSION`,
      `require File.expand_path("../lib/till", __FILE__)`,
      "lib/till.rb",
      `VERSION = "3.0.1"`,
    ],
    [
      `s.version = Till::VERSION`,
      `require "till/gem_version"`,
      "lib/till/gem_version.rb",
      `VERSION = "3.0.1"`,
    ],
  ])("take the version from another file: %s", (version, before, path, text) => {
    const spec = `${before}\nGem::Specification.new do |s|\n  s.name = "till"\n  ${version}\nend\n`;
    expect(offersOf({ "till.gemspec": spec, [path]: text })).toEqual(["gem/till 3.0.1"]);
  });
});
