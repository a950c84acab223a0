import { CollectedFacts } from "../collected-facts.ts";
import { manifestSource } from "../manifest-source.ts";

/** paket.dependencies: which versions a repository takes, https://fsprojects.github.io/Paket/dependencies-file.html. Projects say what they use. */
export const paketDependencies = manifestSource({
  id: "paket-dependencies",
  version: 2,
  endings: ["dependencies"],
  matches: (base) => base === "paket.dependencies",
  read({ text }) {
    const facts = new CollectedFacts();
    for (const { words } of wordsOfLines(text)) {
      const [verb, name, ...rest] = words;
      if (verb?.toLowerCase() !== "nuget" || name === undefined) continue;
      const constraint = rest.filter((word) => !/^[\w-]{1,40}:/.test(word)).join(" ");
      if (constraint !== "") facts.define(`paket:${name.toLowerCase()}`, constraint);
    }
    return facts.toFileFacts();
  },
});

/** paket.references: what the project beside it uses, a name a line; lines of files and groups are none. */
export const paketReferences = manifestSource({
  id: "paket-references",
  version: 2,
  endings: ["references"],
  matches: (base) => base === "paket.references" || base.endsWith(".paket.references"),
  read({ path, text }) {
    const facts = new CollectedFacts();
    const isTest = /Tests?(?:\/|\.)/.test(path);
    for (const { words, line } of wordsOfLines(text)) {
      const [name] = words;
      if (name === undefined || name.includes(":") || name.toLowerCase() === "group") continue;
      const constraint = `\${paket:${name.toLowerCase()}}`;
      facts.use("nuget", name, { scope: isTest ? "test" : "runtime", line, constraint });
    }
    return facts.toFileFacts();
  },
});

function wordsOfLines(text: string): { readonly words: string[]; readonly line: number }[] {
  return text.split("\n").map((raw, index) => ({
    words: raw
      .replace(/(?:\/\/|#).*/s, "")
      .split(/\s+/)
      .filter((word) => word !== ""),
    line: index + 1,
  }));
}
