import { append } from "#kernel/lists-by-key.ts";
import { folderSigns, isPlaceholder, type FolderSign } from "#evidence/folder-signs.ts";
import type { FileHistory, RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { folderOf, homeOf, nearest } from "./folder-paths.ts";
import { FolderReferences } from "./folder-references.ts";

/** Ecosystems whose manifests make the folder they stand in a unit of its own; others belong to the unit around them. */
export const unitEcosystems =
  /^pkg:(?:npm|gem|pypi|cargo|golang|maven|nuget|composer|swift|cocoapods|pub|hex|hackage|jsr)\//;
/** A sandbox among components: by its name, wherever it lies. */
const sampleWord =
  /(?:^|[-_./])(?:(?:test|demo|dummy|example|sample)[-_]?(?:apps?|applications?|projects?|sites?)|sandbox(?:es)?|playgrounds?|demos?|dummy|kitchen[-_]sink|examples?|samples?|showcases?|tutorials?|hello[-_]world)(?:$|[-_./])/i;
/** `example_vec`, `test_auth`; help for tests is offered like anything else. */
const samplePackage =
  /^pkg:[a-z]{1,20}\/(?:example|sample|demo|test)[-_](?!utils?\b|helpers?\b|kit\b|support\b|lib\b|common\b)[^/]{1,200}$/;
const ofSamples: ReadonlySet<FolderSign> = new Set(["test", "trial", "example", "test-data"]);
/** Of these the files belong to the component around them; of the others they say nothing about it. */
const belongsAround: ReadonlySet<FolderSign> = new Set([
  "test",
  "trial",
  "example",
  "documentation",
  "machinery",
  "tooling",
]);

/** What the files of a folder are: a component's own, a sample's, beside the component around them, or nobody's here. */
export interface Place {
  readonly kind: "own" | "sample" | "beside" | "out";
  /** The folder that decided, with what its name says; null: nothing speaks against it. */
  readonly because: { readonly folder: string; readonly sign: FolderSign } | null;
}

const plain: Place = { kind: "own", because: null };

/** Decides for every folder of one repository by its name and by what refers to it. */
export class Places {
  private readonly references: FolderReferences;
  private readonly makers = new Map<string, FileHistory[]>();
  private readonly known = new Map<string, Place>();
  private readonly purls = new Set<string>();
  /** Where a description still has to be filled in. */
  private readonly templates = new Set<string>();

  /** `files`: those that exist; `charts` as in `unitsOf`. */
  constructor(
    repository: RepositoryEvidence,
    files: readonly FileHistory[],
    charts: ReadonlySet<string>,
  ) {
    const depended = new Set<string>();
    for (const file of files) {
      const folder = homeOf(file);
      if (makesUnit(file, charts)) append(this.makers, folder, file);
      if (folderSigns(folder).length > 0) continue;
      for (const one of file.packages) this.purls.add(one.purl);
      for (const { localPath, scope, spans } of file.dependencies)
        if (localPath !== null && scope === "runtime" && spans.at(-1)?.to === null)
          depended.add(localPath);
    }
    for (const { path, entities } of repository.headFiles)
      if (entities.some(({ name }) => isPlaceholder(name))) this.templates.add(folderOf(path));
    this.references = new FolderReferences(repository, depended);
  }

  /** Folders whose own manifests could make them components, with these manifests. */
  get candidates(): ReadonlyMap<string, readonly FileHistory[]> {
    return this.makers;
  }

  of(folder: string): Place {
    let place = this.known.get(folder);
    if (place === undefined) {
      place = this.decide(folder);
      this.known.set(folder, place);
    }
    return place;
  }

  /** Does something outside samples and tests declare the package? */
  declares(purl: string): boolean {
    return this.purls.has(purl);
  }

  private decide(folder: string): Place {
    if (folder === ".") return plain;
    const template = this.templates.size === 0 ? "." : nearest(folder, this.templates);
    if (template !== ".") return { kind: "out", because: { folder: template, sign: "template" } };
    let isSample = sampleWord.test(folder) || this.isNamedSample(folder);
    for (const one of folderSigns(folder)) {
      const speaks = this.speaksFor(folder, one.folder, one.sign);
      if (!speaks) return { kind: belongsAround.has(one.sign) ? "beside" : "out", because: one };
      if (ofSamples.has(one.sign)) isSample = true;
    }
    return isSample ? { kind: "sample", because: null } : plain;
  }

  private isNamedSample(folder: string): boolean {
    const packages = (this.makers.get(folder) ?? []).flatMap((one) => one.packages);
    return packages.length > 0 && packages.every(({ purl }) => samplePackage.test(purl));
  }

  /** Of the folder itself, or of the one with the sign, when that is a component around it. */
  private speaksFor(folder: string, signed: string, sign: FolderSign): boolean {
    if (sign === "installed" || sign === "machinery") return false;
    if (this.references.speakFor(folder, sign, signed)) return true;
    if (folder !== signed)
      return this.makers.has(signed) && this.references.speakFor(signed, sign, signed);
    return this.isAmongComponents(folder, sign);
  }

  /** `services/vendor` beside `services/buyer`: named after what it does, not after what lies in it. */
  private isAmongComponents(folder: string, sign: FolderSign): boolean {
    const above = folderOf(folder);
    if (above === "." || ofSamples.has(sign)) return false;
    if (folderSigns(above).length > 0 || !this.makers.has(folder)) return false;
    return [...this.makers.keys()].some(
      (other) => other !== folder && folderOf(other) === above && folderSigns(other).length === 0,
    );
  }
}

/** A script says what it needs, not what its folder is. */
const ofNoFolder: ReadonlySet<string> = new Set(["ruby-version-file", "script-dependencies"]);

function makesUnit(file: FileHistory, charts: ReadonlySet<string>): boolean {
  if (ofNoFolder.has(file.source) || isMachinery(file)) return false;
  const declares = file.packages.some(
    (one) => unitEcosystems.test(one.purl) || charts.has(one.purl),
  );
  return (
    declares ||
    file.dependencies.some((one) => unitEcosystems.test(one.purl) && one.scope === "runtime")
  );
}

/** sbt builds its builds from `project/`, Gradle reads catalogs wherever they lie. */
function isMachinery({ path, source }: FileHistory): boolean {
  if (source === "sbt" && /(?:^|\/)project\/[^/]{1,200}$/.test(path)) return true;
  return path.endsWith(".versions.toml") || isPlaceholder(path);
}
