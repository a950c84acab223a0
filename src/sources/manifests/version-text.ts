import type { SourceFile } from "#evidence/source.ts";
import { ManifestCollector } from "./manifest-collector.ts";
import { folderOf } from "./manifest-path.ts";
import { manifestSource } from "./manifest-source.ts";

const assignment =
  /^[ \t]{0,20}(__version__|VERSION|version|__VERSION__)[ \t]{0,20}(?::[^=\n]{1,40})?=[ \t]{0,20}["']([\w.+!-]{1,60})["']/gm;
const tuple =
  /^[ \t]{0,20}(__version__|VERSION|version|version_info|__version_info__)[ \t]{0,20}(?::[^=\n]{1,40})?=[ \t]{0,20}\(([\d, \t]{1,60})\)/gm;
const passedOn =
  /^from[ \t]{1,20}\.{0,1}([\w.]{1,200})[ \t]{1,20}import[ \t]{1,20}[^\n]{0,200}\b(?:__version__|VERSION|version)\b/gm;
const plainVersion = /^\s{0,100}v?(\d{1,9}(?:\.[\w+-]{1,40}){1,6})\s{0,100}$/;

/** Id of the reader of files that manifests name for their version. */
export const versionReader = "version-text";

/**
 * A file that holds a version and that a manifest names: a module of Python or Ruby (`__version__ = "1.2"`), or a text with nothing
 * else (`VERSION`). Defines `version`, and `version:NAME` for each variable.
 */
export const versionText = manifestSource({
  id: versionReader,
  version: 1,
  endings: [],
  matches: () => false,
  read: (file) => (/\.(?:py|rb)$/.test(file.path) ? readModule(file) : readPlain(file)),
});

function readPlain({ text }: SourceFile): ReturnType<ManifestCollector["facts"]> {
  const collector = new ManifestCollector("generic");
  const version = plainVersion.exec(text.slice(0, 300))?.[1];
  if (version !== undefined) collector.define({ name: "version", value: version });
  return collector.facts();
}

function readModule({ path, text }: SourceFile): ReturnType<ManifestCollector["facts"]> {
  const collector = new ManifestCollector("generic");
  const found = new Map<string, string>();
  for (const [, name = "", value = ""] of text.matchAll(assignment))
    if (!found.has(name)) found.set(name, value);
  for (const [, name = "", value = ""] of text.matchAll(tuple)) {
    const parts = value.split(",").map((part) => part.trim());
    if (!found.has(name)) found.set(name, parts.filter((part) => part !== "").join("."));
  }
  for (const [name, value] of found) collector.define({ name: `version:${name}`, value });
  const best = ["__version__", "VERSION", "version", "__VERSION__"].find((one) => found.has(one));
  const [first] = found.values();
  const value = best === undefined ? first : found.get(best);
  if (value !== undefined) collector.define({ name: "version", value });
  else for (const other of modulesNamed(path, text)) collector.include(other, versionReader);
  return collector.facts();
}

/** `from ._version import __version__`: the module beside this one, or of the same package. */
function modulesNamed(path: string, text: string): string[] {
  const folder = folderOf(path);
  return [...text.matchAll(passedOn)].slice(0, 3).map(([, module = ""]) => {
    const name = module.slice(module.lastIndexOf(".") + 1);
    return folder === "" ? `${name}.py` : `${folder}/${name}.py`;
  });
}
