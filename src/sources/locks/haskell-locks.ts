import { lineReader } from "./line-grammar.ts";

const frozen = /\bany\.([A-Za-z0-9-]{1,200}) ==([\d.]{1,100})/;

/** cabal.project.freeze: `any.aeson ==2.1.0.0` for each package. */
export const cabalFreeze = lineReader("cabal.project.freeze", {
  initial: "",
  depth: 200,
  readLine: (line, context, sink) => {
    const [, name, version] = frozen.exec(line) ?? [];
    if (name !== undefined) sink.add("hackage", name, version);
    return context;
  },
  sortKey: (line) => line,
});

const completed = /^ {2,12}hackage: ([A-Za-z0-9-]{1,200})-([\d.]{1,100})(?:@[^\s]{1,300})?$/;

/** stack.yaml.lock: packages besides those of the snapshot. */
export const stackLock = lineReader("stack.yaml.lock", {
  initial: "",
  depth: 200,
  readLine: (line, context, sink) => {
    const [, name, version] = completed.exec(line) ?? [];
    if (name !== undefined) sink.add("hackage", name, version);
    return context;
  },
  sortKey: (line) => line,
});
