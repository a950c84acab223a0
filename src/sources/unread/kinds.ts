/** A kind of manifest or lock file that no source reads; `name` as in the list of what is not read. */
export interface UnreadKind {
  readonly name: string;
  /** What to do instead of waiting for a reader. */
  readonly instead?: string;
  /** Something else is read of it: what it asks to run is not. */
  readonly isReadInPart?: boolean;
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

const asked =
  "what it asks to run is not read as a deployment: name file and key under deployments.patterns in fulcrum.yaml, or give events";

/** Files that say what runs where, in forms that are not read for it. */
const deploymentForms: readonly (readonly [path: RegExp, name: string])[] = [
  [/(?:^|\/)Pulumi(?:\.[\w.-]{1,60})?\.ya?ml$/, "Pulumi.yaml"],
  [/(?:^|\/)\.?helmfile[\w.-]{0,80}\.ya?ml(?:\.gotmpl)?$/, "helmfile.yaml"],
  [/(?:^|\/)(?:timoni|bundle)\.cue$/, "bundle.cue of Timoni"],
  [/(?:^|\/)werf\.ya?ml$/, "werf.yaml"],
  [/(?:^|\/)fleet\.ya?ml$/, "fleet.yaml"],
  [/(?:^|\/)devspace\.ya?ml$/, "devspace.yaml"],
  [/(?:^|\/)Kptfile$/, "Kptfile"],
  [/(?:^|\/)\.imgpkg\/images\.ya?ml$/, ".imgpkg/images.yml of Carvel"],
  [/\.nomad(?:\.hcl)?$/, "*.nomad"],
  [/(?:^|\/)environments\/[^/]{1,100}\/main\.jsonnet$/, "environments/*/main.jsonnet of Tanka"],
  [/(?:^|\/)terragrunt\.hcl$/, "terragrunt.hcl"],
  [
    /(?:^|\/)(?:group_vars|host_vars)\/(?:[^/]{1,100}\/){0,3}[\w-]{0,60}(?:version|image|release)s?\.ya?ml$/,
    "variables of Ansible that hold versions",
  ],
];

/** The kind of a file by its POSIX path; null where it is none of those on the list. */
export function unreadKindOf(path: string): UnreadKind | null {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (onlyAt.get(name)?.test(path) === false) return null;
  const ending = /\.[a-z]{2,10}$/.exec(name)?.[0];
  const isOfEnding = ending !== undefined && ending !== name && endings.has(ending);
  return byName.get(name) ?? (isOfEnding ? { name: `*${ending}` } : deploymentForm(path));
}

function deploymentForm(path: string): UnreadKind | null {
  const found = deploymentForms.find(([form]) => form.test(path));
  return found === undefined ? null : { name: found[1], instead: asked, isReadInPart: true };
}
