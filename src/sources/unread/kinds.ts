/** A kind of manifest or lock file that no source reads; `name` as in the list of what is not read. */
export interface UnreadKind {
  readonly name: string;
  readonly ecosystem: string;
  /** What to do instead of waiting for a reader. */
  readonly instead?: string;
}

const byEcosystem: readonly (readonly [ecosystem: string, names: readonly string[]])[] = [
  ["Elixir", ["mix.exs", "gleam.toml"]],
  ["Erlang", ["rebar.config"]],
  ["Dart", ["pubspec.yaml"]],
  ["Swift", ["Package.swift"]],
  ["CocoaPods", ["Podfile"]],
  ["Carthage", ["Cartfile"]],
  ["conda", ["environment.yml", "environment.yaml", "pixi.toml", "meta.yaml"]],
  ["Deno", ["deno.json", "deno.jsonc"]],
  ["Nix", ["flake.nix"]],
  ["Haskell", ["stack.yaml", "cabal.project"]],
  ["Clojure", ["project.clj", "deps.edn", "shadow-cljs.edn"]],
  ["Elm", ["elm.json"]],
  ["PureScript", ["spago.yaml", "spago.dhall", "spago.lock"]],
  ["Bazel", ["MODULE.bazel", "MODULE.bazel.lock", "WORKSPACE.bazel", "WORKSPACE"]],
  ["Mill", ["build.mill", "build.sc"]],
  ["Ivy", ["ivy.xml"]],
  ["Conan", ["conanfile.txt", "conanfile.py", "conan.lock"]],
  ["vcpkg", ["vcpkg.json"]],
  ["R", ["renv.lock"]],
  ["Julia", ["Project.toml", "Manifest.toml"]],
  ["OCaml", ["dune-project", "esy.json"]],
  ["Crystal", ["shard.yml", "shard.lock"]],
  ["Zig", ["build.zig.zon"]],
  ["D", ["dub.json", "dub.sdl", "dub.selections.json"]],
  ["Haxe", ["haxelib.json"]],
  ["Perl", ["cpanfile", "cpanfile.snapshot", "Makefile.PL"]],
  ["Go (dep, glide)", ["Gopkg.toml", "Gopkg.lock", "glide.yaml", "glide.lock"]],
  ["Bower", ["bower.json"]],
  ["Homebrew", ["Brewfile"]],
  ["Paket", ["paket.dependencies"]],
  ["Buf", ["buf.yaml", "buf.lock"]],
  ["Devbox", ["devbox.json", "devbox.lock"]],
];

const bySuffix: ReadonlyMap<string, UnreadKind> = new Map([
  [".podspec", { name: "*.podspec", ecosystem: "CocoaPods" }],
  [".cabal", { name: "*.cabal", ecosystem: "Haskell" }],
  [".opam", { name: "*.opam", ecosystem: "OCaml" }],
  [".rockspec", { name: "*.rockspec", ecosystem: "Lua" }],
  [".nimble", { name: "*.nimble", ecosystem: "Nim" }],
]);

const byName: ReadonlyMap<string, UnreadKind> = new Map<string, UnreadKind>([
  ...byEcosystem.flatMap(([ecosystem, names]) =>
    names.map((name): [string, UnreadKind] => [name, { name, ecosystem }]),
  ),
  [
    "bun.lockb",
    {
      name: "bun.lockb",
      ecosystem: "Bun, binary",
      instead: "`bun install --save-text-lockfile` writes bun.lock, which is read",
    },
  ],
]);

/** The kind of a file by its POSIX path; null where it is none of those on the list. */
export function unreadKindOf(path: string): UnreadKind | null {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const dot = name.lastIndexOf(".");
  return byName.get(name) ?? (dot > 0 ? bySuffix.get(name.slice(dot)) : undefined) ?? null;
}
