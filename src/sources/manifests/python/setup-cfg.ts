import { ManifestCollector } from "../manifest-collector.ts";
import { manifestSource } from "../manifest-source.ts";
import { kindOfName, scopeOfGroup } from "../package-marks.ts";
import { versionReader } from "../version-text.ts";
import { requirementsReader, takeIn, takeInAttribute, versionElsewhere } from "./python-files.ts";
import { parseRequirement } from "./requirement.ts";
import type { Scope } from "#vocabulary/adoption.ts";

export interface Value {
  readonly text: string;
  readonly line: number;
}

/** setup.cfg: https://setuptools.pypa.io/en/latest/userguide/declarative_config.html */
export const setupCfg = manifestSource({
  id: "python-setup-cfg",
  version: 3,
  endings: ["cfg"],
  matches: (base) => base === "setup.cfg",
  read({ path, text }) {
    const collector = new ManifestCollector("pypi");
    const sections = readIni(text);
    const metadata = sections.get("metadata");
    const name = metadata?.get("name")?.[0];
    if (name !== undefined && name.text !== "") {
      collector.package({
        name: name.text,
        kind: kindOfName(name.text),
        version: versionOf(collector, path, metadata?.get("version")?.[0]?.text),
        isPrivate:
          metadata?.get("classifiers")?.some(({ text: value }) => value.startsWith("Private ::")) ??
          false,
        description: metadata?.get("description")?.[0]?.text,
        line: name.line,
      });
    }
    const options = sections.get("options");
    readList(collector, path, options?.get("install_requires"), "runtime");
    readList(collector, path, options?.get("setup_requires"), "build");
    readList(collector, path, options?.get("tests_require"), "test");
    for (const [extra, values] of sections.get("options.extras_require") ?? []) {
      readList(collector, path, values, scopeOfGroup(extra) ?? "runtime");
    }
    return collector.facts();
  },
});

/** `attr: rail.__version__` and `file: VERSION` lead to another file. */
function versionOf(
  collector: ManifestCollector,
  path: string,
  version: string | undefined,
): string | null {
  const [, kind, place] = /^(attr|file):\s{0,20}(\S{1,300})$/.exec(version ?? "") ?? [];
  if (kind === undefined || place === undefined) return version ?? null;
  if (kind === "attr") return takeInAttribute(collector, path, place);
  return takeIn(collector, path, place, versionReader) ? versionElsewhere : null;
}

function readList(
  collector: ManifestCollector,
  path: string,
  values: readonly Value[] | undefined,
  scope: Scope,
): void {
  for (const { text, line } of values ?? []) {
    if (text.startsWith("file:")) {
      for (const file of text.slice("file:".length).split(","))
        takeIn(collector, path, file, requirementsReader);
      continue;
    }
    const requirement = parseRequirement(text);
    if (requirement === null) collector.problem("invalid", `not a requirement: ${text}`, line);
    else collector.dependency({ ...requirement, scope, line });
  }
}

/** Sections of configparser's format: a key's value goes on over indented lines. Each line is one value. */
export function readIni(text: string): ReadonlyMap<string, ReadonlyMap<string, readonly Value[]>> {
  const sections = new Map<string, Map<string, Value[]>>();
  let section = new Map<string, Value[]>();
  let values: Value[] = [];
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const content = raw.replace(/(?:^|\s)[#;](?:\s.*)?$/s, "").trim();
    if (content === "" || /^[#;]/.test(content)) continue;
    const line = index + 1;
    if (/^\s/.test(raw)) {
      values.push({ text: content, line });
      continue;
    }
    const header = /^\[([^\]]{1,200})\]$/.exec(content)?.[1];
    if (header !== undefined) {
      section = sections.get(header) ?? new Map<string, Value[]>();
      sections.set(header, section);
      values = [];
      continue;
    }
    const separator = content.search(/[=:]/);
    values = [];
    if (separator === -1) continue;
    const first = content.slice(separator + 1).trim();
    if (first !== "") values.push({ text: first, line });
    section.set(content.slice(0, separator).trim().toLowerCase(), values);
  }
  return sections;
}
