import type { SurfaceMark } from "#evidence/surface-mark.ts";

/** Paths of one repository by the name of their file, and where they lie: what several files say together. */
export interface OwnPaths {
  /** Everything that the repository itself runs or offers, see `isOwnPath`. */
  readonly paths: readonly string[];
  /** Folders (`""` for the root, else with a slash at the end) that hold a file of this name. */
  foldersOf(name: string): readonly string[];
}

type Say = (folder: string, mark: SurfaceMark["mark"], text: string, count?: number) => void;

/** Shapes that only several paths tell: projects and applications of Django, modules of Go, crates of Rust. */
export function projectShapes(own: OwnPaths, say: Say): void {
  djangoShapes(own, say);
  goShapes(own, say);
  rustShapes(own, say);
  roleShapes(own, say);
}

/** `manage.py` alone also serves the tests of a reusable application: a project has an entry for servers, too. */
function djangoShapes(own: OwnPaths, say: Say): void {
  const entries = [...own.foldersOf("wsgi.py"), ...own.foldersOf("asgi.py")];
  const managed = own.foldersOf("manage.py");
  for (const folder of managed)
    if (entries.some((entry) => entry.startsWith(folder)))
      say(folder, "application-shape", "Django project");
  if (entries.length > 0) return;
  const applications = own.foldersOf("apps.py");
  for (const name of ["setup.py", "pyproject.toml", "setup.cfg"]) {
    const folder = own
      .foldersOf(name)
      .find((each) => applications.some((app) => app.startsWith(each)));
    if (folder === undefined) continue;
    say(folder, "library-shape", "Django application to install");
    return;
  }
}

const program = /(?:^|\/)(?:main\.go|cmd\/)/;
const hidden =
  /^(?:[^/]{1,200}\/){0,20}(?:internal|cmd|tools?|hack|scripts?|magefiles|build|ci|\.[^/]{1,60})\//;

/** A module whose packages others can import, with no program at its root or below `cmd`. */
function goShapes(own: OwnPaths, say: Say): void {
  const modules = [...own.foldersOf("go.mod")].sort((a, b) => b.length - a.length);
  if (modules.length === 0) return;
  const importable = new Map<string, number>();
  const programs = new Set<string>();
  for (const path of own.paths) {
    if (!path.endsWith(".go")) continue;
    const module = modules.find((each) => path.startsWith(each));
    if (module === undefined) continue;
    const inside = path.slice(module.length);
    if (inside === "main.go" || (inside.startsWith("cmd/") && program.test(inside)))
      programs.add(module);
    else if (!hidden.test(inside)) importable.set(module, (importable.get(module) ?? 0) + 1);
  }
  for (const [module] of importable)
    if (!programs.has(module)) say(module, "library-shape", "Go module");
}

const ownTool =
  /(?:^|\/)(?:xtask|build|tools?|fuzz|bench(?:es|marks?)?|[\w-]{1,40}[-_](?:fuzz|bench|tests?))\/$/;

/** `src/main.rs` is run, `src/lib.rs` is depended on; a workspace without sources of its own is what its crates are. */
function rustShapes(own: OwnPaths, say: Say): void {
  const crates = new Set(own.foldersOf("Cargo.toml"));
  if (crates.size === 0) return;
  const count = (name: string): readonly string[] =>
    own
      .foldersOf(name)
      .flatMap((folder) => (folder.endsWith("src/") ? folder.slice(0, -"src/".length) : []))
      .filter((folder) => crates.has(folder) && !ownTool.test(folder));
  const programs = count("main.rs");
  const libraries = count("lib.rs");
  for (const folder of programs) say(folder, "application-shape", "Rust program");
  for (const folder of libraries) say(folder, "library-shape", "crate");
  if (!crates.has("") || libraries.includes("") || programs.includes("")) return;
  if (libraries.length > programs.length)
    say("", "library-shape", "crates of a workspace", libraries.length);
  if (programs.length > 0) say("", "application-shape", "programs of a workspace", programs.length);
}

/** Roles of Ansible, modules of Puppet, cookbooks of Chef: by the folders that their tools look for. */
function roleShapes(own: OwnPaths, say: Say): void {
  const tasks = own.foldersOf("main.yml").concat(own.foldersOf("main.yaml"));
  const has = (folder: string): boolean => tasks.includes(folder);
  if (has("tasks/") && (has("meta/") || has("defaults/"))) say("", "library-shape", "Ansible role");
  for (const folder of own.foldersOf("galaxy.yml"))
    say(folder, "library-shape", "Ansible collection");
  if (
    own.foldersOf("metadata.json").includes("") &&
    own.foldersOf("init.pp").includes("manifests/")
  )
    say("", "library-shape", "Puppet module");
  if (
    own.foldersOf("metadata.rb").includes("") &&
    own.foldersOf("default.rb").some((each) => /^(?:recipes|attributes|resources)\/$/.test(each))
  )
    say("", "library-shape", "Chef cookbook");
  for (const folder of own.foldersOf("plugin.yml"))
    if (
      own.foldersOf("command").includes(`${folder}hooks/`) ||
      own.foldersOf("environment").includes(`${folder}hooks/`)
    )
      say(folder, "library-shape", "Buildkite plugin");
}
