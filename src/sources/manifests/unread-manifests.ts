import type { FileFacts } from "#evidence/facts.ts";
import type { TreeSource } from "#evidence/source.ts";
import { lockFormatOf } from "../locks/formats.ts";
import { baseName, isForeign } from "./manifest-path.ts";

/** Manifests and lock files that are known by their name, and that nothing here reads. */
const names = new Set(
  (
    "conanfile.py conanfile.txt vcpkg.json stack.yaml package.yaml cabal.project shard.yml shard.lock build.zig.zon flake.nix flake.lock " +
    "DESCRIPTION renv.lock Project.toml Manifest.toml dub.json dub.sdl dune-project cpanfile Makefile.PL project.clj " +
    "deps.edn bb.edn build.mill build.sc ivy.xml bower.json elm.json gleam.toml spago.yaml spago.dhall packages.dhall haxelib.json " +
    "Ballerina.toml Move.toml Scarb.toml foundry.toml Puppetfile Berksfile rebar.lock mix.lock Podfile.lock Package.resolved " +
    "Cartfile.resolved pubspec.lock pixi.toml pixi.lock conda-lock.yml meta.yaml Project.swift Brewfile deno.lock pdm.lock paket.lock " +
    "MODULE.bazel.lock stack.yaml.lock cabal.project.freeze"
  ).split(" "),
);
const endings = /\.(?:rockspec|nimble|opam)$/;
/** Names that other things bear as well count only where nothing else can be meant. */
const onlyAt: ReadonlyMap<string, RegExp> = new Map([
  ["DESCRIPTION", /^(?:[^/]{1,100}\/)?DESCRIPTION$/],
  ["meta.yaml", /(?:^|\/)(?:conda|recipes?|conda\.recipe)\/(?:[^/]{1,100}\/)?meta\.yaml$/],
]);
const mostKinds = 100;

/** Of each kind of manifest that is not read, how many a repository holds: a blind spot, never nothing. */
export const unreadManifests: TreeSource = {
  id: "unread-manifests",
  version: 1,
  readTree(paths) {
    const kinds = new Map<string, { count: number; path: string }>();
    for (const path of paths) {
      const kind = kindOf(path);
      if (kind === null) continue;
      const known = kinds.get(kind);
      if (known !== undefined) known.count += 1;
      else if (kinds.size < mostKinds) kinds.set(kind, { count: 1, path });
    }
    if (kinds.size === 0) return new Map<string, FileFacts>();
    const unread = [...kinds].map(([kind, found]) => ({ kind, ...found }));
    return new Map<string, FileFacts>([[".", { unread }]]);
  },
};

function kindOf(path: string): string | null {
  const base = baseName(path);
  const kind = names.has(base) ? base : (endings.exec(base)?.[0] ?? null);
  if (kind === null || isForeign(path) || lockFormatOf(path) !== null) return null;
  return onlyAt.get(kind)?.test(path) === false ? null : endings.test(kind) ? `*${kind}` : kind;
}
