/** A kind of manifest or lock file that no source reads; `name` as in the list of what is not read. */
export interface UnreadKind {
  readonly name: string;
  /** What to do instead of waiting for a reader. */
  readonly instead?: string;
}

const names = (
  "mix.exs gleam.toml rebar.config pubspec.yaml Package.swift Podfile Cartfile environment.yml environment.yaml pixi.toml deno.json " +
  "deno.jsonc flake.nix flake.lock stack.yaml stack.yaml.lock package.yaml cabal.project cabal.project.freeze project.clj deps.edn bb.edn " +
  "shadow-cljs.edn elm.json spago.yaml spago.dhall spago.lock packages.dhall MODULE.bazel MODULE.bazel.lock WORKSPACE.bazel WORKSPACE " +
  "build.mill build.sc ivy.xml conanfile.txt conanfile.py conan.lock vcpkg.json renv.lock Project.toml Manifest.toml dune-project " +
  "esy.json shard.yml shard.lock build.zig.zon dub.json dub.sdl dub.selections.json haxelib.json cpanfile cpanfile.snapshot Makefile.PL " +
  "Gopkg.toml Gopkg.lock glide.yaml glide.lock bower.json Brewfile paket.dependencies paket.lock buf.yaml buf.lock devbox.json " +
  "devbox.lock Ballerina.toml Move.toml Scarb.toml foundry.toml Puppetfile Berksfile rebar.lock mix.lock Podfile.lock Package.resolved " +
  "Cartfile.resolved pubspec.lock pixi.lock conda-lock.yml Project.swift deno.lock pdm.lock DESCRIPTION meta.yaml"
).split(" ");

const endings: ReadonlySet<string> = new Set([
  ".podspec",
  ".cabal",
  ".opam",
  ".rockspec",
  ".nimble",
]);

/** Names that other things bear as well count only where nothing else can be meant. */
const onlyAt: ReadonlyMap<string, RegExp> = new Map([
  ["DESCRIPTION", /^(?:[^/]{1,100}\/)?DESCRIPTION$/],
  ["package.yaml", /^(?:[^/]{1,100}\/)?package\.yaml$/],
  ["meta.yaml", /(?:^|\/)(?:conda|recipes?|conda\.recipe)\/(?:[^/]{1,100}\/)?meta\.yaml$/],
]);

const byName: ReadonlyMap<string, UnreadKind> = new Map<string, UnreadKind>([
  ...names.map((name): [string, UnreadKind] => [name, { name }]),
  [
    "bun.lockb",
    {
      name: "bun.lockb",
      instead: "binary: `bun install --save-text-lockfile` writes bun.lock, which is read",
    },
  ],
]);

/** The kind of a file by its POSIX path; null where it is none of those on the list. */
export function unreadKindOf(path: string): UnreadKind | null {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (onlyAt.get(name)?.test(path) === false) return null;
  const ending = /\.[a-z]{2,10}$/.exec(name)?.[0];
  const isOfEnding = ending !== undefined && ending !== name && endings.has(ending);
  return byName.get(name) ?? (isOfEnding ? { name: `*${ending}` } : null);
}
