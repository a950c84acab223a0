import type { FileFacts } from "#evidence/facts.ts";
import type { FileSource } from "#evidence/source.ts";
import { composerShapes } from "./composer-shapes.ts";
import type { MarkCounter } from "./marks.ts";
import { MarkCounter as Counter } from "./marks.ts";
import {
  cmakeShapes,
  automakeShapes,
  juliaShapes,
  mesonShapes,
  perlShapes,
  rShapes,
} from "./native-shapes.ts";
import { isOwnPath } from "./sample-folders.ts";
import {
  cargoShapes,
  gemspecShapes,
  jenkinsShapes,
  goModShapes,
  mixShapes,
  pyprojectShapes,
  setupShapes,
} from "./package-shapes.ts";

type Reader = (text: string, counter: MarkCounter) => void;

/** By the file's name, or its ending where it begins with a dot. */
const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ["pyproject.toml", pyprojectShapes],
  ["setup.py", setupShapes],
  ["setup.cfg", setupShapes],
  [".gemspec", gemspecShapes],
  ["composer.json", composerShapes],
  ["Cargo.toml", cargoShapes],
  ["go.mod", goModShapes],
  ["mix.exs", mixShapes],
  ["CMakeLists.txt", cmakeShapes],
  ["meson.build", mesonShapes],
  ["Makefile.am", automakeShapes],
  ["Makefile.PL", perlShapes],
  ["Build.PL", perlShapes],
  ["dist.ini", perlShapes],
  ["DESCRIPTION", rShapes],
  ["pom.xml", jenkinsShapes],
  ["Project.toml", juliaShapes],
]);

function readerOf(path: string): Reader | undefined {
  const base = path.slice(path.lastIndexOf("/") + 1);
  const dot = base.lastIndexOf(".");
  return readers.get(base) ?? (dot < 1 ? undefined : readers.get(base.slice(dot)));
}

const longestManifest = 262_144;

/**
 * What a build file at HEAD says its folder is built to be: something that runs, something to be installed into
 * something else, something that is not to be published, something given up. Dependencies are read elsewhere.
 */
export const manifestShapes: FileSource = {
  id: "manifest-shapes",
  version: 2,
  tellsOfItsFolder: true,
  detect: (path) => (readerOf(path) !== undefined && isOwnPath(path) ? "head" : "none"),
  read: ({ path, text }): FileFacts => {
    const counter = new Counter();
    readerOf(path)?.(text.slice(0, longestManifest), counter);
    const surface = counter.marks();
    return surface.length === 0 ? {} : { surface };
  },
};
