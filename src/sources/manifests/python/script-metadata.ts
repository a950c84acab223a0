import type { FileFacts } from "#evidence/facts.ts";
import { field, recordField } from "../json-manifest.ts";
import { ManifestCollector } from "../manifest-collector.ts";
import { parseTomlManifest, TomlLines } from "../toml-manifest.ts";
import { pythonSources, readPythonList } from "./pyproject-toml.ts";

const opening = /^# \/\/\/ ([a-zA-Z0-9-]{1,60})$/;

/** The block `script` of inline metadata: https://packaging.python.org/en/latest/specifications/inline-script-metadata/. */
export function readScriptMetadata(path: string, text: string): FileFacts {
  const collector = new ManifestCollector("pypi");
  const toml = scriptBlock(text, collector);
  const root = toml === null ? null : parseTomlManifest(toml, collector);
  if (toml === null || root === null) return collector.facts();
  const tool = recordField(root, "tool") ?? {};
  const manifest = { path, lines: new TomlLines(toml), collector };
  readPythonList(manifest, field(root, "dependencies"), "runtime", pythonSources(tool));
  return collector.facts();
}

/**
 * Its TOML, on the lines on which it stands; null where there is none. A block ends at the last `# ///` of its comment; a
 * second block of the type is an error, and then none counts.
 */
function scriptBlock(text: string, collector: ManifestCollector): string | null {
  const lines = text.split(/\r?\n/);
  let found: string | null = null;
  for (let at = 0; at < lines.length; at += 1) {
    const type = opening.exec(lines[at]?.trimEnd() ?? "")?.[1];
    if (type === undefined) continue;
    let end = at + 1;
    let last = -1;
    for (; /^#(?: |$)/.test(lines[end]?.trimEnd() ?? ""); end += 1)
      if (lines[end]?.trimEnd() === "# ///") last = end;
    if (last === -1) {
      if (type === "script") collector.problem("invalid", "a block of metadata never ends", at + 1);
      at = end - 1;
      continue;
    }
    if (type === "script") {
      if (found !== null) {
        collector.problem("invalid", "two blocks of metadata of one type", at + 1);
        return null;
      }
      const body = lines.slice(at + 1, last).map((line) => line.slice(2));
      found = "\n".repeat(at + 1) + body.join("\n");
    }
    at = last;
  }
  return found;
}
