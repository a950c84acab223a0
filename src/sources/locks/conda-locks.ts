import { field } from "../untrusted-value.ts";
import { lineReader } from "./line-grammar.ts";
import type { LockSink } from "./lock-sink.ts";
import { listOf, yamlReader } from "./yaml-reader.ts";

/** `https://conda.example.org/conda-forge/linux-64/telescope-1.2.0-py312_0.conda`. */
const archive = /\/([^/\s]+)-([^-/\s]+)-[^-/\s]+\.(?:conda|tar\.bz2)(?:#[^\s]*)?$/;
/** The pattern can ask at each dot of an address anew. */
const longestAddress = 2000;
const localPlace = /^(?:\.{1,2}(?:\/|$)|\/|file:)/;

/** conda-lock.yml: one entry for each package and platform, from conda or from pip. */
export const condaLock = yamlReader((root, sink) => {
  for (const held of listOf(field(root, "package"))) {
    const name = field(held, "name");
    const type = field(held, "manager") === "pip" ? "pypi" : "conda";
    if (typeof name === "string") sink.add(type, name, field(held, "version"));
  }
});

/** pixi.lock: packages by their address; up to version 4 with a kind, from version 6 on those of conda without a name. */
export const pixiLock = yamlReader((root, sink) => {
  for (const held of listOf(field(root, "packages"))) {
    const kind = field(held, "kind");
    for (const type of ["conda", "pypi"]) {
      const place = field(held, type) ?? (kind === type ? field(held, "url") : undefined);
      if (typeof place === "string" && !localPlace.test(place)) readPlace(type, place, held, sink);
    }
  }
});

function readPlace(type: string, place: string, held: unknown, sink: LockSink): void {
  const [, fromPlace = "", versionInPlace] =
    (type === "conda" && place.length <= longestAddress && archive.exec(place)) || [];
  const name = field(held, "name") ?? fromPlace;
  if (typeof name === "string") sink.add(type, name, field(held, "version") ?? versionInPlace);
}

/** `conda-linux-64.lock` and the like: addresses below `@EXPLICIT`. */
export const condaExplicitLock = lineReader("conda lock file", {
  initial: "",
  depth: 1,
  readLine: (line, context, sink) => {
    const [, name, version] = line.startsWith("#")
      ? []
      : (archive.exec(line.slice(0, 1_000)) ?? []);
    if (name !== undefined) sink.add("conda", name, version);
    return context;
  },
  sortKey: (line) => line,
});
