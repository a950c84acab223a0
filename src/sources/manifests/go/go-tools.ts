import { goToolName } from "#evidence/go-tools.ts";
import { CollectedFacts } from "../collected-facts.ts";
import { manifestSource } from "../manifest-source.ts";
import { purl } from "../purl.ts";

const constraint = /^\/\/[ \t]{0,4}(?:go:build|\+build)[ \t]{1,4}([^\n]{1,200})$/gm;
const forTools = /(?:^|[\s(,])tools?(?=$|[\s),])/;
const imports = /^import\s{0,20}\(([^()]{0,20000})\)|^import\s{1,20}([^(\n]{1,300})$/gm;
const blank = /^[ \t]{0,20}_[ \t]{1,20}"([^"\s]{1,300})"/gm;

/**
 * A Go file that no build compiles, and that imports programs by nothing but their names so that go.mod keeps their versions:
 * https://go.dev/wiki/Modules#how-can-i-track-tool-dependencies-for-a-module.
 */
export const goTools = manifestSource({
  id: "go-tools",
  version: 1,
  endings: ["go"],
  matches: (base) => /^(?:tools?|deps|dependencies|pins?)(?:_\w{1,40})?\.go$/.test(base),
  read({ text }) {
    const facts = new CollectedFacts();
    const code = /^package\s/m.exec(text)?.index ?? 0;
    const isForTools = [...text.slice(0, code).matchAll(constraint)].some(([, words = ""]) =>
      forTools.test(words),
    );
    if (!isForTools) return facts.toFileFacts();
    for (const [, many, one] of text.slice(code).matchAll(imports))
      for (const [, path = ""] of (many ?? one ?? "").matchAll(blank))
        if (/^[a-z0-9-]{1,60}\.[a-z.]{2,60}\/[\w./~-]{0,200}\w$/.test(path))
          facts.define(goToolName, purl("golang", path));
    return facts.toFileFacts();
  },
});
