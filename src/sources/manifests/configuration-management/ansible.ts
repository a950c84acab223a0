import { ownOwner, ownRepository } from "#evidence/own-repository.ts";
import { CollectedFacts } from "../collected-facts.ts";
import { useRepository } from "../git-use.ts";
import { folderOf, pathTarget } from "../manifest-path.ts";
import { manifestSource } from "../manifest-source.ts";
import { readYaml, type YamlView } from "../yaml-view.ts";

const reader = "ansible";
const requirements = /(?:^|[-_/])requirements\.ya?ml$/;
const roleMetadata = /(?:^|\/)meta\/main\.ya?ml$/;
/** A chart's dependencies of the first format have the same file name. */
const looksLikeRequirements = /^(?:roles|collections):|^-[ \t]{1,8}(?:src|name|role|include):/m;
const ownAddress = `pkg:github/${ownOwner}/${ownRepository}`;
const role = { type: "ansible-role" } as const;
const collection = { type: "ansible-collection" } as const;

/** Ansible: roles and collections of requirements files, of roles' metadata and of `galaxy.yml`, which also offer theirs. */
export const ansibleSource = manifestSource({
  id: reader,
  version: 2,
  endings: ["yml", "yaml"],
  matches: (base, path) =>
    base.endsWith("ml") &&
    (requirements.test(base) || /^galaxy\.ya?ml$/.test(base) || roleMetadata.test(path)),
  read({ path, text }) {
    const facts = new CollectedFacts();
    const isRequirements = requirements.test(path);
    if (isRequirements && !looksLikeRequirements.test(text)) return {};
    const [root] = readYaml(text, facts);
    if (root === undefined) return facts.toFileFacts();
    if (isRequirements) readRequirements(facts, root, path);
    else if (roleMetadata.test(path)) readRole(facts, root, path);
    else readCollection(facts, root, folderOf(path));
    return facts.toFileFacts();
  },
});

function readRequirements(facts: CollectedFacts, root: YamlView, path: string): void {
  for (const entry of root.get("roles")?.items() ?? root.items()) {
    const included = entry.textAt("include");
    if (included !== null) {
      const target = pathTarget(path, included);
      if ("localPath" in target) facts.include(target.localPath, reader);
    } else useRole(facts, entry);
  }
  for (const entry of root.get("collections")?.items() ?? []) useCollection(facts, entry);
}

/** `src` is a name on Galaxy or an address; the old short form has commas: `git+https://…,v1.0,name`. */
function useRole(facts: CollectedFacts, entry: YamlView): void {
  const written =
    entry.text ?? entry.textAt("src") ?? entry.textAt("role") ?? entry.textAt("name") ?? "";
  const [source = "", short] = written.split(",", 2);
  const version = entry.textAt("version") ?? short ?? null;
  const constraint = version === "" ? null : version;
  use(facts, { source, constraint, line: entry.line, qualifiers: role });
}

function useCollection(facts: CollectedFacts, entry: YamlView): void {
  const name = entry.text ?? entry.textAt("name") ?? "";
  const from = entry.textAt("source") ?? "";
  const isGit = /^git[@+]/.test(from) || (/\.git\b/.test(from) && entry.textAt("type") === "git");
  const [source = "", short] = (isGit ? from : name).split(/[,:](?=[\w.*><=!]{1,40}$)/, 2);
  const constraint = entry.textAt("version") ?? short ?? null;
  use(facts, { source, constraint, line: entry.line, qualifiers: collection });
}

function use(
  facts: CollectedFacts,
  what: {
    readonly source: string;
    readonly constraint: string | null;
    readonly line: number;
    readonly qualifiers: Readonly<Record<string, string>>;
  },
): void {
  const { source, line, qualifiers } = what;
  const constraint = what.constraint === "*" ? null : what.constraint;
  const address = source.replace(/^git\+/, "");
  if (/^[\w-]{1,100}\.[\w-]{1,100}(?:\.[\w-]{1,100})?$/.test(source))
    facts.use("generic", source.toLowerCase(), { scope: "runtime", line, constraint, qualifiers });
  else if (
    source !== "" &&
    !useRepository(facts, address, { scope: "runtime", line, constraint }) &&
    source.includes("/")
  )
    facts.problem("unsupported", `content from ${source.slice(0, 80)}`, line);
}

/** A role is called after `role_name`, in the namespace of its owner. One at the root is its repository as well. */
function readRole(facts: CollectedFacts, root: YamlView, path: string): void {
  const info = root.get("galaxy_info");
  const name = info?.textAt("role_name") ?? null;
  const isRoot = /^meta\/main\.ya?ml$/.test(path);
  const common = {
    kind: "library",
    description: info?.textAt("description") ?? null,
    line: info?.line ?? root.line,
  } as const;
  if (info !== null && name !== null && (isRoot || info.get("namespace") !== null)) {
    const namespace = info.textAt("namespace") ?? ownOwner;
    facts.offer("generic", `${namespace}.${name}`.toLowerCase(), {
      ...common,
      qualifiers: role,
      ...(isRoot ? { alsoKnownAs: [ownAddress] } : {}),
    });
  } else if (info !== null && isRoot) facts.offer("github", `${ownOwner}/${ownRepository}`, common);
  for (const dependency of root.get("dependencies")?.items() ?? []) {
    const written =
      dependency.text ??
      dependency.textAt("src") ??
      dependency.textAt("role") ??
      dependency.textAt("name");
    // A name without a namespace is a role beside this one.
    if (written !== null && /[./]/.test(written)) useRole(facts, dependency);
  }
  for (const wanted of root.get("collections")?.items() ?? []) useCollection(facts, wanted);
}

function readCollection(facts: CollectedFacts, root: YamlView, folder: string): void {
  const name = root.get("name");
  const namespace = root.textAt("namespace");
  if (name === null || name.text === null || namespace === null) return;
  facts.offer("generic", `${namespace}.${name.text}`.toLowerCase(), {
    kind: "library",
    version: root.textAt("version"),
    description: root.textAt("description"),
    line: name.line,
    qualifiers: collection,
    alsoKnownAs: [folder === "" ? ownAddress : `${ownAddress}#${folder}`],
  });
  for (const [wanted, range] of root.get("dependencies")?.entries() ?? [])
    use(facts, {
      source: wanted,
      constraint: range.text,
      line: range.line,
      qualifiers: collection,
    });
}
