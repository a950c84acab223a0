import { lineReader } from "./line-grammar.ts";

const heading = /^(NUGET|GIT|GITHUB|GIST|HTTP|GROUP)\b/;
/** `    Acme.Rail (1.2.0) - restriction: >= net6.0`; what it depends on stands deeper. */
const entry = /^ {4}([^\s()]{1,200}) \(([^\s()]{1,200})\)/;

/** paket.lock (.NET): only what comes from NuGet has a version. */
export const paketLock = lineReader("paket.lock", {
  initial: "",
  depth: 5,
  readLine: (line, context, sink) => {
    const found = heading.exec(line)?.[1];
    if (found !== undefined) return found;
    const [, name, version] = context === "NUGET" ? (entry.exec(line) ?? []) : [];
    if (name !== undefined) sink.add("nuget", name, version);
    return context;
  },
  sortKey: (line) => line,
});
