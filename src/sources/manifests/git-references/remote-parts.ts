import { CollectedFacts } from "../collected-facts.ts";
import { useRepository } from "../git-use.ts";
import { baseName } from "../manifest-path.ts";
import { manifestSource } from "../manifest-source.ts";
import { useModule } from "../terraform/module-source.ts";
import { readYaml, type YamlView } from "../yaml-view.ts";

const names =
  /^(?:Earthfile|dagger\.json|cdktf\.json|vendor\.ya?ml|\.?[Tt]askfile(?:\.dist)?\.ya?ml)$/;
/** `IMPORT github.com/acme/rail:v1 AS rail`, `FROM github.com/acme/rail/base:v1+image`, `COPY`, `BUILD` … of Earthly. */
const imported = /^[ \t]{0,40}IMPORT[ \t]{1,10}(?:--[\w-]{1,40}[ \t]{1,10}){0,5}(\S{1,300})/;
const target =
  /(?:^|[\s("'])((?:[\w-]{1,60}\.)[\w.-]{1,100}\/[\w.-]{1,100}\/[\w./-]{1,200}(?::[\w./-]{1,100})?)\+[\w-]{1,100}/g;
const mostLines = 20_000;

/**
 * Parts of builds that are kept in other repositories: targets of Earthly, modules of Dagger, included files of Task, modules
 * of CDKTF, components that Atmos copies in.
 */
export const remotePartsSource = manifestSource({
  id: "remote-parts",
  version: 1,
  endings: ["earthfile", "json", "yml", "yaml"],
  matches: (base) => names.test(base),
  read({ path, text }) {
    const facts = new CollectedFacts();
    const base = baseName(path);
    if (base === "Earthfile") readEarthfile(facts, text);
    else
      for (const root of readYaml(text, facts))
        if (base === "dagger.json") readDagger(facts, root);
        else if (base === "cdktf.json") readCdktf(facts, root, path);
        else if (base.startsWith("vendor")) readAtmos(facts, root, path);
        else readTasks(facts, root);
    return facts.toFileFacts();
  },
});

function readEarthfile(facts: CollectedFacts, text: string): void {
  for (const [index, line] of text.split("\n", mostLines).entries()) {
    if (/^\s{0,40}#/.test(line)) continue;
    const written = [imported.exec(line)?.[1] ?? "", ...targetsOf(line.slice(0, 2_000))];
    for (const address of written) {
      const [place = "", version] = address.split(":", 2);
      if (/^[\w-]{1,60}\.[\w.-]{1,100}\/[\w.-]{1,100}\/[\w./-]{1,200}$/.test(place))
        useRepository(facts, `https://${place}`, {
          scope: "build",
          line: index + 1,
          constraint: version ?? null,
        });
    }
  }
}

function targetsOf(line: string): string[] {
  return Array.from(line.matchAll(target), ([, address = ""]) => address);
}

/** `github.com/acme/rail/part@v1.2.0`; `pin` is the commit that the version was at. */
function readDagger(facts: CollectedFacts, root: YamlView): void {
  for (const dependency of root.get("dependencies")?.items() ?? []) {
    const source = dependency.textAt("source") ?? dependency.text ?? "";
    const [, place, version] =
      /^(?:https:\/\/)?([\w.-]{1,100}\.[\w-]{1,20}\/[^\s@]{1,300})(?:@(\S{1,100}))?$/.exec(
        source,
      ) ?? [];
    const constraint = version ?? dependency.textAt("pin");
    if (place !== undefined)
      useRepository(facts, `https://${place}`, {
        scope: "build",
        line: dependency.line,
        constraint,
      });
  }
}

/** Names of the registry may have their version behind `@`. */
function readCdktf(facts: CollectedFacts, root: YamlView, path: string): void {
  for (const module of root.get("terraformModules")?.items() ?? []) {
    const written = module.text ?? module.textAt("source") ?? "";
    const [, name, version] = /^([\w./-]{1,300})@(.{1,60})$/.exec(written) ?? [];
    const constraint = module.textAt("version") ?? version ?? null;
    const use = { scope: "build", line: module.line, constraint } as const;
    const problem = written === "" ? null : useModule(facts, name ?? written, path, use);
    if (problem !== null) facts.problem("unsupported", problem, module.line);
  }
}

/** https://atmos.tools/vendor: `source` may hold `{{ .Version }}`. */
function readAtmos(facts: CollectedFacts, root: YamlView, path: string): void {
  if (root.textAt("kind") !== "AtmosVendorConfig") return;
  for (const one of root.get("spec")?.get("sources")?.items() ?? []) {
    const version = one.textAt("version");
    const written = (one.textAt("source") ?? "").replace(
      /\{\{-?\s{0,10}\.Version\s{0,10}-?\}\}/g,
      () => version ?? "",
    );
    if (written === "" || written.includes("{{")) continue;
    const use = { scope: "build", line: one.line, constraint: version } as const;
    const problem = useModule(facts, written, path, use);
    if (problem !== null) facts.problem("unsupported", problem, one.line);
  }
}

/** `includes: {rail: https://github.com/acme/rail.git//build/tasks.yml?ref=v1}`; without a version the newest is meant. */
function readTasks(facts: CollectedFacts, root: YamlView): void {
  for (const [, include] of root.get("includes")?.entries() ?? []) {
    const address = include.text ?? include.textAt("taskfile") ?? "";
    if (/^(?:https?:\/\/|git@|ssh:\/\/)/.test(address))
      useRepository(facts, address, { scope: "build", line: include.line });
  }
}
