import { lineReader } from "./line-grammar.ts";

/** `    rails (7.1.0)`, with the platform after a hyphen: `    nokogiri (1.16.0-x86_64-linux)`. */
const spec = /^ {4}([^\s()]+) \(([^\s()-]+)(?:-[^\s()]*)?\)$/;
const heading = /^[A-Z][A-Z ]*$/;
/** In the order in which Bundler writes them. */
const headings = ["GIT", "PATH", "PLUGIN SOURCE", "GEM", "PLATFORMS", "DEPENDENCIES", "CHECKSUMS"];

/**
 * Gemfile.lock as Bundler writes it: locked gems, and nothing else, stand at four spaces, whatever their source.
 * What a gem depends on stands at six; headings at none. A file that begins otherwise is not a Gemfile.lock.
 */
export const gemfileLock = lineReader("Gemfile.lock", {
  initial: "start",
  depth: 5,
  readLine: (line, context, sink) => {
    if (context === "start") {
      if (line.trim() === "") return context;
      return heading.test(line) ? "sections" : null;
    }
    const found = spec.exec(line);
    if (found !== null) sink.add("gem", found[1] ?? "", found[2]);
    return context;
  },
  sortKey: (line) => {
    if (line.startsWith(" ")) return line;
    const rank = headings.indexOf(line.trim());
    return `~${rank === -1 ? headings.length : rank}`;
  },
});
