import type { FileFacts } from "#evidence/facts.ts";
import type { FileSource, SourceFile } from "#evidence/source.ts";
import { withoutQuotes } from "#evidence/without-persons.ts";
import { baseName, isInstalled } from "./manifest-path.ts";

export interface ManifestReader {
  readonly id: string;
  readonly version: number;
  /** See `FileSource.endings`. */
  readonly endings?: readonly string[];
  /** Is this the manifest's name? Installed copies are already left out. */
  readonly matches: (base: string, path: string) => boolean;
  readonly read: (file: SourceFile) => FileFacts;
}

/** The path asked about last: a hundred sources are asked about one after the other. */
const asked = { path: "", base: "" };

function baseOf(path: string): string {
  if (asked.path !== path) {
    asked.path = path;
    asked.base = baseName(path);
  }
  return asked.base;
}

/** A manifest as a source that wants all of history. Whatever a reader throws becomes a problem of that version. */
export function manifestSource(reader: ManifestReader): FileSource {
  return {
    id: reader.id,
    version: reader.version,
    tellsOfItsFolder: true,
    ...(reader.endings === undefined ? {} : { endings: reader.endings }),
    detect: (path) =>
      reader.matches(baseOf(path), path) && !isInstalled(path) ? "history" : "none",
    read(file) {
      try {
        return reader.read(
          file.text.startsWith("\uFEFF") ? { path: file.path, text: file.text.slice(1) } : file,
        );
      } catch (error) {
        const text = error instanceof Error ? error.message : String(error);
        return { problems: [{ code: "invalid", text: withoutQuotes(text).slice(0, 300) }] };
      }
    },
  };
}
