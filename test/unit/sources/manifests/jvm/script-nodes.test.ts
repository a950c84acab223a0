import * as fc from "fast-check";
import { expect, it } from "vitest";
import { gradleSource } from "#sources/manifests/jvm/gradle.ts";
import { sbtSource } from "#sources/manifests/jvm/sbt.ts";
import { scriptNodes, type ScriptNode } from "#sources/manifests/jvm/script-nodes.ts";

const plain = (nodes: readonly ScriptNode[]): unknown[] =>
  nodes.map((node) =>
    node.kind === "group"
      ? [node.value, ...plain(node.nodes)]
      : node.kind === "text"
        ? `"${node.value}`
        : node.value,
  );

it("cuts strings, comments and brackets, and says what strings take in", () => {
  expect(plain(scriptNodes("a('x // y', \"$b.c ${d['e']}\") /* f */ { g }", "groovy"))).toEqual([
    "a",
    ["(", '"x // y', ",", "\"${b.c} ${d['e']}"],
    ["{", "g"],
  ]);
  expect(plain(scriptNodes('a("$b.c", """d "e" $f""")', "kotlin"))).toEqual([
    "a",
    ["(", '"${b}.c', ",", '"d "e" ${f}'],
  ]);
  expect(plain(scriptNodes('a % s"b-$c" % "$d" // e\n\'f\'', "scala"))).toEqual([
    "a",
    "%",
    '"b-${c}',
    "%",
    '"$d',
    "\n",
    '"f',
  ]);
});

const pieces = fc.constantFrom(
  ..."\" ' ` \\ $ { } ( ) [ ] / * // /* */ \"\"\" ''' ${ a s \n , . := % = ++ dependencies val object include plugins".split(
    " ",
  ),
);
const scripts = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(""));

it("keeps lines, whatever a script holds", () => {
  const dialects = fc.constantFrom("groovy" as const, "kotlin" as const, "scala" as const);
  fc.assert(
    fc.property(scripts, dialects, (text, dialect) => {
      const lines = text.split("\n");
      const check = (nodes: readonly ScriptNode[]): void => {
        for (const node of nodes) {
          expect(node.line).toBeLessThanOrEqual(lines.length);
          if (node.kind === "word") expect(lines[node.line - 1]).toContain(node.value);
          if (node.kind === "group") check(node.nodes);
        }
      };
      check(scriptNodes(text, dialect));
    }),
  );
});

it("reads any script without throwing", () => {
  fc.assert(
    fc.property(scripts, (text) => {
      for (const path of ["build.gradle", "settings.gradle.kts", "x/build.gradle.kts"])
        expect(
          gradleSource.read({ path, text }).problems?.some(({ code }) => code === "invalid"),
        ).not.toBe(true);
      for (const path of ["build.sbt", "project/Rails.scala"])
        expect(
          sbtSource.read({ path, text }).problems?.some(({ code }) => code === "invalid"),
        ).not.toBe(true);
    }),
  );
});
