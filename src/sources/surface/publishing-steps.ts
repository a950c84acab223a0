import type { FileSource } from "#evidence/source.ts";
import { MarkCounter } from "./marks.ts";
import { isOwnPath } from "./sample-folders.ts";

const pipeline =
  /^\.(?:github|gitea|forgejo)\/workflows\/[^/]{1,200}\.ya?ml$|^\.(?:circleci|buildkite|semaphore|woodpecker|drone|gitlab|gitlab-ci|azure-pipelines|azuredevops|ci)\/(?:[^/]{1,100}\/){0,4}[^/]{1,200}\.(?:ya?ml|sh)$|(?:^|\/)(?:\.gitlab-ci|\.travis|\.drone|azure-pipelines[\w.-]{0,40}|bitbucket-pipelines|cloudbuild[\w.-]{0,40})\.ya?ml$|(?:^|\/)Jenkinsfile[\w.-]{0,60}$/;
const buildFile =
  /(?:^|\/)(?:GNUm|M|m)akefile$|(?:^|\/)(?:[Jj]ustfile|noxfile\.py|tasks\.py|Taskfile\.ya?ml)$|(?:^|\/)[\w-]{0,60}(?:publish|release|deploy|upload)[\w-]{0,60}\.sh$/;

/** Registry, and what pushes to it: an action, or a command. */
const steps: readonly (readonly [string, RegExp])[] = [
  [
    "PyPI",
    /\bpypa\/gh-action-pypi-publish@|\btwine upload\b(?![^\n]{0,200}\btestpypi\b)|\b(?:uv|poetry|flit|pdm|hatch|maturin) publish\b|\bmaturin upload\b|\bsetup\.py\b[^\n#]{0,100}\bupload\b|\bJRubics\/poetry-publish@/,
  ],
  [
    "RubyGems",
    /\brubygems\/release-gem@|\bgem push\b|\brake release\b|\bgem release\b|\bcadwallion\/publish-rubygems-action@|\bdawidd6\/action-publish-gem@/,
  ],
  [
    "crates.io",
    /\bcargo (?:\+\w{1,20} )?(?:publish|release|workspaces publish|smart-release)\b(?![^\n]{0,200}--dry-run)|\bkatyo\/publish-crates@|\brelease-plz\b/,
  ],
  ["NuGet", /\bnuget push\b[^\n]{0,400}\bnuget\.org\b/],
  ["Hex", /\bmix hex\.publish\b|\bhex_publish\b|\berlangpack\/github-action@/],
  [
    "Helm chart repository",
    /\bhelm\/chart-releaser-action@|\bstefanprodan\/helm-gh-pages@|\b(?:helm push|helm cm-push|cr upload|cr index|chart-releaser)\b|\bhelm repo index\b/,
  ],
  ["Ansible Galaxy", /\bansible-galaxy (?:collection publish|role import|import)\b/],
  ["Puppet Forge", /\bpdk release\b|\bmodule:push\b|\bpuppet-blacksmith\b/],
  ["Chef Supermarket", /\b(?:knife supermarket share|stove(?: --| login)|kitchen supermarket)\b/],
  ["CPAN", /\bcpan-upload\b|\bdzil release\b/],
  ["Packagist", /\bpackagist\.org\/api\/(?:update-package|github)\b/],
  ["TYPO3 extension repository", /\btailor ter:publish\b|\bter:publish\b/],
  ["WordPress plugin directory", /\b10up\/action-wordpress-plugin-deploy@/],
  ["GitHub releases", /\bgoreleaser\/goreleaser-action@|\bgoreleaser release\b/],
  ["Homebrew", /\bbrew bump-formula-pr\b|\b[\w-]{1,60}\/(?:action-)?homebrew-[\w-]{1,40}@/],
  ["Snap Store", /\bsnapcore\/action-publish@|\bsnapcraft (?:upload|push)\b/],
  ["Conan", /\bconan upload\b/],
  ["conda", /\banaconda upload\b/],
  ["Julia registry", /\bJuliaRegistries\/TagBot@/],
];
/** Where anybody may install from, unless the step names another place. */
const open = new Set(["PyPI", "RubyGems", "crates.io", "Hex", "NuGet"]);
const elsewhere =
  /\b(?:repository[-_]url|TWINE_REPOSITORY(?:_URL)?|RUBYGEMS_HOST|CARGO_REGISTRIES_\w{1,60}|HEX_API_URL)\b|--(?:repository(?:-url)?|host|registry|index(?:-url)?|publish-url|organization)[ =]/;
const shops = new Set(["Homebrew", "Snap Store"]);
/** A workflow of others that says in its name what it pushes where. */
const calls =
  /^[ \t-]{0,40}uses:[ \t]{0,5}["']?[\w.-]{1,60}\/[\w./-]{1,160}?\b(?:publish|release|push)[-_]?(?:to[-_])?((?:ruby)?gem|pypi|python|crate|cargo|helm|charts?)/gim;
/** The same the other way round: `rust-publish.yml`; a trial (`rust-publish-dry-run.yml`) pushes nothing. */
const callsByLanguage =
  /^[ \t-]{0,40}uses:[ \t]{0,5}["']?[\w.-]{1,60}\/[\w./-]{1,160}?\b(rust|cargo|crates?|(?:ruby)?gem|pypi|python)[-_](?:publish|release)\.ya?ml@/gim;
const called: ReadonlyMap<string, string> = new Map([
  ["rust", "crates.io"],
  ["crates", "crates.io"],
  ["gem", "RubyGems"],
  ["rubygem", "RubyGems"],
  ["pypi", "PyPI"],
  ["python", "PyPI"],
  ["crate", "crates.io"],
  ["cargo", "crates.io"],
]);
const worth =
  /publish|upload|push|release|index|share|import|TagBot|homebrew|deploy@|packagist|stove/i;
const longestFile = 262_144;

/** What a pipeline, a makefile or a release script at HEAD pushes to a registry. */
export const publishingSteps: FileSource = {
  id: "publishing-steps",
  version: 4,
  tellsOfItsFolder: true,
  detect: (path) =>
    pipeline.test(path) || (buildFile.test(path) && isOwnPath(path)) ? "head" : "none",
  read: ({ text }) => {
    if (!worth.test(text) || isForCallers(text)) return {};
    const said = text.slice(0, longestFile).replace(/^[ \t]{0,100}#[^\n]{0,2000}$/gm, "");
    const counter = new MarkCounter();
    for (const [registry, step] of steps) {
      if (!step.test(said)) continue;
      counter.add(shops.has(registry) ? "distribution" : "publishes", registry);
      if (open.has(registry) && !elsewhere.test(said)) counter.add("public-registry", registry);
    }
    for (const [, word = ""] of [...said.matchAll(calls), ...said.matchAll(callsByLanguage)]) {
      const registry = called.get(word.toLowerCase()) ?? "Helm chart repository";
      counter.add("publishes", registry);
      if (open.has(registry) && !elsewhere.test(said)) counter.add("public-registry", registry);
    }
    const surface = counter.marks();
    return surface.length === 0 ? {} : { surface };
  },
};

/** A workflow that only others start pushes what is theirs. */
function isForCallers(text: string): boolean {
  return (
    /^on:.{0,100}\bworkflow_call\b|^\s{1,20}["']?workflow_call["']?\s{0,5}:/m.test(text) &&
    !/^\s{1,8}["']?(?:push|release|schedule|workflow_run|create)["']?\s{0,5}:/m.test(text)
  );
}
