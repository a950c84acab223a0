import { describe, expect, it } from "vitest";
import type { FileFacts } from "#evidence/facts.ts";
import { gemspec } from "#sources/manifests/ruby/gemspec.ts";

const read = (text: string): FileFacts => gemspec.read({ path: "signal-box.gemspec", text });

describe("gemspec", () => {
  it("reads the package and its dependencies", () => {
    const facts = read(`# -*- encoding: utf-8 -*-
lib = File.expand_path("../lib", __FILE__)
$LOAD_PATH.unshift(lib) unless $LOAD_PATH.include?(lib)
require "signal_box/version"

Gem::Specification.new do |s|
  s.name        = "signal-box"
  s.version     = SignalBox::VERSION
  s.summary     = %q{Interlocking for
    small railways}
  s.homepage    = 'https://example.org'
  s.files       = \`git ls-files\`.split("\\n").reject { |f| f.match(%r{^(test|spec)/}) }
  s.add_dependency 'points', '>= 1', '< 3'
  s.add_runtime_dependency(%q<levers>.freeze, ["~> 2.0".freeze])
  s.add_development_dependency "rspec" # test it
  if s.respond_to?(:add_runtime_dependency)
    s.add_runtime_dependency "levers", ["~> 2.0"]
  else
    s.add_dependency "levers"
  end
  %w[lamps bells].each { |part| s.add_dependency part }
end
`);
    expect(facts.packages).toEqual([
      {
        purl: "pkg:gem/signal-box",
        kind: "library",
        version: null,
        isPrivate: false,
        description: "Interlocking for small railways",
        line: 7,
      },
    ]);
    expect(
      facts.dependencies?.map((d) => [d.purl.slice(8), d.constraint, d.scope, d.line]),
    ).toEqual([
      ["points", ">= 1, < 3", "runtime", 13],
      ["levers", "~> 2.0", "runtime", 14],
      ["rspec", null, "development", 15],
      ["lamps", null, "runtime", 21],
      ["bells", null, "runtime", 21],
    ]);
    expect(facts.problems).toBeUndefined();
  });

  it("reads literal versions, words of deprecation and a push host that is none", () => {
    const facts = read(`Gem::Specification.new("tracks-ui", "1.4.0") do |s|
  s.description = <<~TEXT
    DEPRECATED: use rails instead
  TEXT
  s.metadata["allowed_push_host"] = "TODO: set"
end`);
    expect(facts.packages).toEqual([
      {
        purl: "pkg:gem/tracks-ui",
        kind: "ui-components",
        version: "1.4.0",
        isPrivate: true,
        description: "DEPRECATED: use rails instead",
        deprecated: "DEPRECATED: use rails instead",
        line: 1,
      },
    ]);
    const hosted = `x.name = "a"\nx.metadata["allowed_push_host"] = "https://gems.example.org"`;
    expect(read(hosted).packages?.[0]?.isPrivate).toBe(false);
  });

  it("says what is computed", () => {
    const facts = read(`Gem::Specification.new do |s|
  s.name = File.basename(__dir__)
  s.add_dependency name_of("x"), "1"
end`);
    expect(facts.packages).toBeUndefined();
    expect(facts.problems?.map((p) => [p.code, p.line])).toEqual([
      ["unsupported", 3],
      ["unsupported", undefined],
    ]);
  });
});
