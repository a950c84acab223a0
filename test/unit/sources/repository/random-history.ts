import * as fc from "fast-check";
import {
  repository,
  type FileContent,
  type RepositoryBuilder,
  type WrittenRepository,
} from "#fixtures/repository-builder.ts";

/** One step of a made-up history. Numbers choose; what they choose from depends on the history so far. */
interface Step {
  readonly kind: "edit" | "merge" | "tag" | "move" | "revert";
  readonly branch: number;
  readonly author: number;
  readonly file: number;
  readonly version: number;
  readonly hours: number;
}

const authors = [
  "Ada Oven <ada@bakery.example>",
  "Ben Rye <ben@bakery.example>",
  "Cleo Salt <cleo@bakery.example>",
  "renovate[bot] <29139614+renovate[bot]@users.noreply.github.example>",
];
const branches = ["main", "main", "oven", "till"];
const packages = ["flour", "salt", "water", "yeast", "rye"];

/** Each file in up to eight versions, of which 7 is "not there" and 6 often broken. */
const writers: Readonly<Record<string, (version: number) => string | Uint8Array>> = {
  "package.json": (version) => packageJson("shop", version),
  "apps/till/package.json": (version) => packageJson("till", version + 3),
  "package-lock.json": packageLock,
  Gemfile: (version) =>
    chosen(version)
      .map((name) => `gem "${name}", "~> ${version}.0"\n`)
      .join(""),
  "Gemfile.lock": gemfileLock,
  ".mailmap": (version) => (version < 5 ? "" : "Ada <ada@bakery.example> <ben@bakery.example>\n"),
  ".env": (version) =>
    `\n${"#\n".repeat(version % 3)}ORDERS_API_URL=x\nSTOCK_${String(version % 2)}_API_URL=y\n`,
  "lib/order.rb": (version) =>
    version % 3 === 0
      ? "class Order\nend\n"
      : `${"\n".repeat(version % 2)}Directory.find("order-store")\n`,
  "image-tags/production/shop": (version) => `release_${String(version % 5)}\n`,
  "image-tags/staging/shop": (version) => `release_${String((version + 1) % 5)}\n`,
  "overlays/production/values.yaml": (version) =>
    version % 4 === 0
      ? "replicas: 2\n"
      : `image:\n  repository: bakery/till\n  tag: v${String(version)}\n`,
  ".github/workflows/ci.yml": (version) =>
    `on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: bakery/bake@v${String(version)}\n`,
  "index.js": (version) =>
    chosen(version)
      .map((name) => `export const ${name} = 1;\n`)
      .join(""),
  "go.mod": (version) => `module bakery.example/mixer\n\ngo 1.${String(version)}\n`,
  "mixer.go": (version) => `package mixer\n\nfunc Mix${String(version % 3)}() {}\n`,
  "README.md": (version) => `# Shop\n\nOpen since ${String(version)}.\n`,
};

const callsStock = (version: number): string =>
  `Directory.find("order-store-${String(version)}")\n`;
const manifestOf = (version: number): string => packageJson("hostile", version);

/** Names that act where they are taken for lines, options, patterns, revisions or quoted words. */
const hostileWriters: typeof writers = {
  ...writers,
  ".github/CODEOWNERS": (version) => `* @bakery/team-${String(version % 3)}\n`,
  "lib/two\nlines.rb": callsStock,
  "lib/0000000000000000000000000000000000000000\nHEAD:README.md.rb": callsStock,
  "lib/tab\there.rb": callsStock,
  'lib/"quoted".rb': callsStock,
  "lib/HEAD:README.md.rb": callsStock,
  "--output=x/order.rb": callsStock,
  ":(exclude)lib/*.rb": callsStock,
  "-n/package.json": manifestOf,
  "two\nlines/package.json": manifestOf,
  // A lone byte E9: no UTF-8.
  "caf\uDCE9/package.json": manifestOf,
  "caf\uDCE9/order.rb": callsStock,
  "__proto__/package.json": manifestOf,
  "a b\\c/package-lock.json": packageLock,
};

function chosen(version: number): string[] {
  return packages.filter((_, index) => (version * 7 + index * 3) % 5 < 2);
}

function packageJson(name: string, version: number): string {
  if (version === 6) return '{ "name": "shop", "dependencies": {';
  const dependencies = Object.fromEntries(
    chosen(version).map((one) => [one, `^${String(version % 3)}.0.0`]),
  );
  return JSON.stringify({ name, version: `1.${String(version)}.0`, dependencies }, null, 1);
}

function packageLock(version: number): string {
  if (version === 6) return "{ torn";
  const entries = packages.map((name, index) => [
    `node_modules/${name}`,
    { version: `${String((version + index) % 3)}.0.0` },
  ]);
  const some = entries.filter((_, index) => (version + index) % 4 !== 0);
  return `${JSON.stringify({ name: "shop", lockfileVersion: 3, packages: Object.fromEntries(some) }, null, 2)}\n`;
}

function gemfileLock(version: number): string {
  const some = packages.filter((_, index) => (version + index) % 3 !== 0);
  const specs = some.map((name) => `    ${name} (${String(version % 4)}.1.0)\n`).join("");
  return `GEM\n  remote: https://rubygems.org/\n  specs:\n${specs}\nPLATFORMS\n  ruby\n\nDEPENDENCIES\n`;
}

const stepFields = {
  kind: fc.constantFrom("edit", "edit", "edit", "edit", "merge", "tag", "move", "revert" as const),
  branch: fc.nat(branches.length - 1),
  author: fc.nat(authors.length - 1),
  file: fc.nat(10_000),
  version: fc.nat(7),
  hours: fc.nat(60),
};
const step: fc.Arbitrary<Step> = fc.record(stepFields);

export const randomSteps = fc.array(step, { minLength: 4, maxLength: 28 });

/** Clocks that go back by minutes, weeks and years, or stand far ahead. */
const wrongClocks = fc.constantFrom(-1, -300, -900, -3_000, -20_000, 500, 2_500, 30_000, 1_700_000);

/** Histories in which a quarter of the clocks is wrong. */
export const stepsOfWrongClocks = fc.array(
  fc.oneof({ weight: 3, arbitrary: step }, fc.record({ ...stepFields, hours: wrongClocks })),
  { minLength: 4, maxLength: 28 },
);

/** Writes the history into `folder`; every branch begins at main's tip and may be merged again and again. */
export function writeHistory(
  folder: string,
  name: string,
  steps: readonly Step[],
  isHostile = false,
): WrittenRepository {
  const written = isHostile ? hostileWriters : writers;
  const paths = Object.keys(written);
  const builder = repository(name);
  const trees = new Map<string, Map<string, FileContent>>([["main", new Map()]]);
  let at = 1_700_000_000;
  const commit = (branch: string, author: string, files: Record<string, FileContent>): void => {
    const tree = trees.get(branch) ?? new Map(trees.get("main"));
    trees.set(branch, tree);
    for (const [path, content] of Object.entries(files)) tree.set(path, content);
    builder.commit({ on: branch, at, author, message: "Change", files });
  };
  commit("main", authors[0] ?? "", {
    "package.json": packageJson("shop", 1),
    "README.md": "# Shop\n",
  });
  for (const [index, one] of steps.entries()) {
    at = Math.max(1, at + one.hours * 3600);
    const branch = branches[one.branch] ?? "main";
    const author = authors[one.author] ?? "";
    const path = paths[one.file % paths.length] ?? "";
    const tree = trees.get(branch) ?? trees.get("main") ?? new Map<string, FileContent>();
    if (one.kind === "tag")
      builder.tag(`v0.${String(index)}.0`, annotation(one.version, at, author));
    else if (one.kind === "merge") mergeInto(builder, trees, branch, at, author);
    else if (one.kind === "move") {
      const content = tree.get(path);
      if (content != null) commit(branch, author, { [path]: null, [`moved/${path}`]: content });
    } else {
      const content = one.version === 7 ? null : (written[path]?.(one.version) ?? null);
      // "revert" also takes back the manifest, so that object ids return.
      const back = one.kind === "revert" ? { "package.json": packageJson("shop", 1) } : {};
      commit(branch, author, {
        ...back,
        ...(content === null && !tree.has(path) ? {} : { [path]: content }),
      });
    }
  }
  return builder.write(folder);
}

function annotation(version: number, at: number, tagger: string) {
  return version % 2 === 0 ? undefined : { at, tagger, message: "Release" };
}

/** Merges `branch` into main, or (where it is main) main's last state into the branch `oven`. Conflicts: main's state holds. */
function mergeInto(
  builder: RepositoryBuilder,
  trees: Map<string, Map<string, FileContent>>,
  branch: string,
  at: number,
  author: string,
): void {
  const [into, from] = branch === "main" ? ["oven", "main"] : ["main", branch];
  const [here, there] = [trees.get(into), trees.get(from)];
  if (here === undefined || there === undefined) return;
  // Every path is told, so nothing conflicts; what only the branch has comes in.
  const files: Record<string, FileContent> = {};
  for (const [path, content] of here) files[path] = content;
  for (const [path, content] of there) if (!here.has(path) || at % 2 === 0) files[path] = content;
  builder.commit({ on: into, merge: from, at, author, message: `Merge ${from}`, files });
  for (const [path, content] of Object.entries(files)) here.set(path, content);
}
