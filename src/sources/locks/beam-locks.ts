import { lineReader } from "./line-grammar.ts";

/** `  "jason": {:hex, :jason, "1.4.1", "…", [:mix], [], "hexpm", "…"},`; the key may be another name than the package's. */
const hex = /^ {0,8}"[^"]{1,200}": ?\{:hex, ?:"?([\w.@-]{1,200})"?, ?"([^"]{1,200})"/;
/** A repository of an organisation: `"hexpm:acme"`. */
const organisation = /, ?"hexpm:([\w-]{1,100})"/;
const git =
  /^ {0,8}"([^"]{1,200})": ?\{:git, ?"[^"]{1,1000}", ?"([0-9a-f]{7,64})"(?:, ?\[([^\]]{0,300})\])?/;
const tag = /(?:^|[ ,])tag: ?"([^"]{1,200})"/;

/** mix.lock (Elixir): a map of tuples, one a line; of git the tag, else the commit. */
export const mixLock = lineReader("mix.lock", {
  initial: "",
  depth: 3,
  readLine: (line, context, sink) => {
    const [, name, version] = hex.exec(line) ?? [];
    if (name !== undefined) {
      sink.add("hex", name, version);
      const namespace = organisation.exec(line.slice(0, 10_000))?.[1];
      if (namespace !== undefined) sink.add("hex", name, version, { parts: { namespace } });
      return context;
    }
    const [, fromGit, commit, options = ""] = git.exec(line) ?? [];
    if (fromGit !== undefined) sink.add("hex", fromGit, tag.exec(options)?.[1] ?? commit);
    return context;
  },
  sortKey: (line) => line,
});

const rebarPackage = /\{<<"[^"]{1,200}">>, ?\{pkg, ?<<"([^"]{1,200})">>, ?<<"([^"]{1,200})">>/;
const rebarGit = /\{<<"([^"]{1,200})">>, ?(?:\{git, ?"[^"]{1,1000}", ?)?$/;
const gitLine = /^ {0,16}\{git, ?"/;
const rebarRef = /\{ref, ?"([0-9a-f]{7,64})"/;

/** rebar.lock (Erlang); address and commit of a git dependency stand on lines of their own. */
export const rebarLock = lineReader("rebar.lock", {
  initial: "",
  depth: 2,
  readLine: (line, context, sink) => {
    const [, name, version] = rebarPackage.exec(line) ?? [];
    if (name !== undefined) sink.add("hex", name, version);
    const begun = rebarGit.exec(line)?.[1];
    if (begun !== undefined) return begun;
    const commit = context === "" ? undefined : rebarRef.exec(line)?.[1];
    if (commit !== undefined) sink.add("hex", context, commit);
    return commit === undefined && gitLine.test(line) ? context : "";
  },
  sortKey: (line) => line,
});
