import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Dependency } from "#evidence/facts.ts";
import { gemfile } from "#sources/manifests/ruby/gemfile.ts";
import type { Scope } from "#vocabulary/adoption.ts";

const read = (text: string, path = "Gemfile"): readonly Dependency[] =>
  gemfile.read({ path, text }).dependencies ?? [];
const brief = (text: string): string[] =>
  read(text).map(({ purl, constraint, scope }) => `${purl.slice(8)} ${constraint ?? "-"} ${scope}`);

describe("Gemfile", () => {
  it("is read at any depth, not when installed and not its lock file", () => {
    expect(gemfile.detect("Gemfile")).toBe("history");
    expect(gemfile.detect("tools/oven/gems.rb")).toBe("history");
    expect(gemfile.detect("vendor/bundle/oven/Gemfile")).toBe("none");
    expect(gemfile.detect("Gemfile.lock")).toBe("none");
  });

  it("reads constraints, options and comments of every era", () => {
    const text = `# frozen_string_literal: true
source 'https://rubygems.org'
ruby File.read(".ruby-version").chomp # gem "ghost"

gem 'dough', '1.2', :require => false   # keeps 1.2
gem "crust", "~> 1", ">= 1.2"
gem "crumb", ["~> 1", ">= 1.2"]
gem('sieve')
gem(
  'whisk',
  '< 3',
  require: ENV['OVEN'] != "cold" || ENV['FLOUR'].to_s.length.positive?
)
gem %q{bran}, "2.0".freeze
gem "rye", \\
  "3.0"
=begin
gem "commented"
=end
__END__
gem "after the end"
`;
    expect(brief(text)).toEqual([
      "dough 1.2 runtime",
      "crust ~> 1, >= 1.2 runtime",
      "crumb ~> 1, >= 1.2 runtime",
      "sieve - runtime",
      "whisk < 3 runtime",
      "bran 2.0 runtime",
      "rye 3.0 runtime",
    ]);
    expect(read(text).map(({ line }) => line)).toEqual([5, 6, 7, 8, 9, 14, 15]);
  });

  it("takes scopes from groups, the widest of several", () => {
    const text = `group :test do
  gem "a"
  gem "b", group: :development
end
group(:development) { gem "c" }
group :development, :test do gem "d" end
gem "e", :group => [:test, :production]
gem "f", groups: %i[test e2e]
group :assets do
  platforms :ruby do
    gem "g"
  end
end
gem "h"
`;
    expect(brief(text)).toEqual([
      "a - test",
      "b - development",
      "c - development",
      "d - development",
      "e - runtime",
      "f - test",
      "g - build",
      "h - runtime",
    ]);
  });

  it("tells paths inside the repository from neighbours' checkouts and git", () => {
    const text = `gem "oven", path: "engines/oven"
gem "mill", :path => "../mill"
gem "home", path: "/Users/someone/code/home"
gem "yeast", :git => 'git@example.org:bakery/yeast.git', :branch => "main"
gem "salt", github: "bakery/salt", ref: "abc"
gem "oil", git: "https://user:secret@example.org/bakery/oil.git"
git "https://example.org/bakery/tins.git" do
  gem "tin"
end
path "engines" do
  gem "rack"
end
source "https://token@gems.example.org/secret/" do
  gem "private"
end
gem "other", source: "https://gems.example.org"
gem "computed", path: ENV["P"]
gem "last"
`;
    const where = read(text).map((d) => [d.purl.slice(8), d.localPath ?? d.origin ?? null]);
    expect(where).toEqual([
      ["oven", "engines/oven"],
      ["mill", "file:../mill"],
      ["home", "file:home"],
      ["yeast", "https://example.org/bakery/yeast"],
      ["salt", "https://github.com/bakery/salt"],
      ["oil", "https://example.org/bakery/oil"],
      ["tin", "https://example.org/bakery/tins"],
      ["rack", "engines"],
      ["private", "gems.example.org"],
      ["other", "gems.example.org"],
      ["computed", "file:"],
      ["last", null],
    ]);
    expect(read(`gem "mill", path: "../mill"`, "apps/shop/Gemfile")[0]?.localPath).toBe(
      "apps/mill",
    );
  });

  it("gives gems the only registry's host when that is private, and none when there are several", () => {
    expect(read(`source "https://gems.example.org/x"\ngem "a"`)[0]?.origin).toBe(
      "gems.example.org",
    );
    const two = `source "https://rubygems.org"\nsource "https://gems.example.org/x"\ngem "a"`;
    expect(read(two)[0]?.origin).toBeUndefined();
  });

  it("reads both branches of a condition once, and the published one wins", () => {
    const branches = [`  gem 'mill', path: '../mill'\n`, `  gem 'mill', '3.1'\n`];
    for (const [first, second] of [branches, branches.toReversed()]) {
      const text = `if ENV['MILL_DEV']\n${first}else\n${second}end\ngem "after", group: :test`;
      expect(brief(text)).toEqual(["mill 3.1 runtime", "after - test"]);
      expect(read(text)[0]?.origin).toBeUndefined();
    }
  });

  it("keeps blocks apart from modifiers, loops and values that end", () => {
    const text = `gem 'a' if RUBY_VERSION == "2.0"
gem 'b' unless ENV["CI"]
version = if ENV["X"] then "1" else "2" end
while false do
end
case RUBY_VERSION
when "3" then gem "c"
end
git_source(:acme) { |repo| "https://example.org/#{repo}.git" }
group :test do
  gem 'd' if true
  def helper; end
end
gem 'e', version
`;
    expect(brief(text)).toEqual([
      "a - runtime",
      "b - runtime",
      "c - runtime",
      "d - test",
      "e - runtime",
    ]);
  });

  it("takes the tag of a place in git, of the line or of the block around it, for a version", () => {
    const text = `git_source(:acme) { |repo| "https://example.org/#{repo}.git" }
gem "dough", acme: "bakery", tag: "v1.3.0", glob: "dough/*.gemspec"
git "https://example.org/oven.git", tag: "v1.4.0" do
  gem "oven-core"
  gem "oven-ui", "~> 1.4"
end
gem "crust", git: "https://example.org/crust.git", branch: "main"
`;
    expect(brief(text)).toEqual([
      "dough v1.3.0 runtime",
      "oven-core v1.4.0 runtime",
      "oven-ui ~> 1.4 runtime",
      "crust - runtime",
    ]);
  });

  it("runs over literal lists", () => {
    const text = `%w[ash oak].each { |tree| gem tree, "1.0" }
["elm", "fir"].each do |tree|
  gem tree, group: :test
end
`;
    expect(brief(text)).toEqual(["ash 1.0 runtime", "oak 1.0 runtime", "elm - test", "fir - test"]);
  });

  it("steps over heredocs, quotes and interpolations that look like gems", () => {
    const text = `note = <<~TEXT
  gem "ghost"
TEXT
puts "gem 'ghost' #{"}" + 'x'}"
shell = \`gem "ghost"\`
pattern = /gem "ghost"/
list = %w(gem ghost)
gem "real"
`;
    expect(brief(text)).toEqual(["real - runtime"]);
    expect(read(text)[0]?.line).toBe(8);
  });

  it("says where a dependency is lost, and never guesses it", () => {
    const problems = (text: string): string[] =>
      (gemfile.read({ path: "Gemfile", text }).problems ?? []).map(
        (p) => `${p.code} ${p.line ?? "-"}`,
      );
    expect(problems(`gem "oven-#{size}"`)).toEqual(["unsupported 1"]);
    expect(problems(`names.each { |n| gem n }`)).toEqual(["unsupported 1"]);
    expect(problems(`\neval_gemfile files.first`)).toEqual(["unsupported 2"]);
    expect(problems(`gem "a"\ngem "b`)).toEqual(["invalid 2"]);
    expect(problems(`gem "a", ENV.fetch("V")`)).toEqual([]);
    expect(problems(`gem ""`)).toEqual(["invalid 1"]);
  });

  it("reads both sides of a committed merge conflict, and says so", () => {
    const text = `<<<<<<< HEAD\ngem "a", "1"\n=======\ngem "b"\n>>>>>>> topic/x\ngem "c"\n`;
    const facts = gemfile.read({ path: "Gemfile", text });
    expect(facts.dependencies?.map((d) => d.purl)).toEqual(["pkg:gem/a", "pkg:gem/b", "pkg:gem/c"]);
    expect(facts.problems).toEqual([{ code: "invalid", text: "a merge conflict", line: 1 }]);
  });

  it("reads CRLF and a byte-order mark", () => {
    expect(brief('\uFEFFgem "a"\r\ngroup :test do\r\n  gem "b"\r\nend\r\n')).toEqual([
      "a - runtime",
      "b - test",
    ]);
  });

  it("reads back what a printer writes", () => {
    const entry = fc.record({
      name: fc.stringMatching(/^[a-z][a-z0-9_-]{0,12}$/),
      constraints: fc.array(fc.stringMatching(/^(~>|>=|<) \d\.\d{1,3}$/), { maxLength: 2 }),
      scope: fc.constantFrom<Scope>("runtime", "development", "test"),
      quote: fc.constantFrom("'", '"'),
      style: fc.constantFrom("block", "rocket", "label"),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(entry, { selector: ({ name }) => name, maxLength: 12 }),
        (entries) => {
          const text = entries
            .map(({ name, constraints, scope, quote, style }) => {
              const args = [name, ...constraints].map((part) => quote + part + quote).join(", ");
              if (scope === "runtime") return `gem ${args} # ${scope}`;
              if (style === "block") return `group :${scope} do\n  gem ${args}\nend`;
              return `gem ${args}, ${style === "rocket" ? ":group => " : "group: "}:${scope}`;
            })
            .join("\n");
          expect(brief(text)).toEqual(
            entries.map((e) => `${e.name} ${e.constraints.join(", ") || "-"} ${e.scope}`),
          );
        },
      ),
    );
  });
});
