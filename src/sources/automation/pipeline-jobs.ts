import type { PipelineJob } from "#evidence/automation.ts";
import type { FileSource } from "#evidence/source.ts";
import { CollectedFacts } from "../manifests/collected-facts.ts";
import { commitId, parseActionReference } from "../manifests/github-actions/action-reference.ts";
import { readYaml, type YamlView } from "../manifests/yaml-view.ts";

const workflowFile = /^\.(?:github|gitea|forgejo)\/workflows\/[^/]{1,200}\.ya?ml$/;
const mostJobs = 200;
const mostLoose = 100;
const longestFile = 262_144;

/** Commands and actions that put out what others install or run. */
const publishing =
  /\bgh-action-pypi-publish@|\btwine upload\b|\b(?:uv|poetry|flit|pdm|hatch|maturin|npm|yarn|pnpm|lerna|cargo|vsce) publish\b|\bsemantic-release\b|\bchangeset publish\b|\bchangesets\/action@|\bpublish-npm-package@|\brelease-gem@|\bgem push\b|\brake release\b|\bcargo release\b|\brelease-plz\b|\bgoreleaser\b|\bgradle-?w? [^\n]{0,100}\bpublish|\.\/gradlew [^\n]{0,100}\bpublish|\bmvnw? [^\n]{0,100}\bdeploy\b|\bdotnet nuget push\b|\bdocker push\b|\bhelm push\b|\bchart-releaser-action@|\baction-gh-release@|\bgh release (?:create|upload)\b/;
const imagePush = /\bbuild-push-action@/;
const isPushed = /^[ \t]{0,60}push:[ \t]{0,5}(?!false\b)\S/m;
/** Its own token is handed to every job; tokens that only send in a report of coverage open nothing. */
const secret =
  /\bsecrets\.(?!GITHUB_TOKEN\b|CODECOV_TOKEN\b|COVERALLS_\w{1,30}\b|CODACY_\w{1,30}\b)\w{1,100}|^[ \t]{0,60}secrets:[ \t]{0,5}inherit\b/m;
const comment = /(?:^|[ \t])#[^\n]{0,2000}/gm;
/** The forge's own: whoever could move these holds the repositories themselves. */
const ofTheForge: ReadonlySet<string> = new Set(["actions", "github"]);

/** The jobs of a workflow: what each is made of, and what code in it could do. */
export const pipelineJobs: FileSource = {
  id: "pipeline-jobs",
  version: 1,
  endings: ["yml", "yaml"],
  detect: (path) => (workflowFile.test(path) ? "head" : "none"),
  read: ({ text }) => {
    if (text.length > longestFile) return {};
    const [root] = readYaml(text, new CollectedFacts());
    const jobs = (root?.get("jobs")?.entries() ?? []).slice(0, mostJobs);
    const lines = text.split("\n");
    const isTrustedAll = isTrusted(root?.get("permissions") ?? null);
    // A map begins with its first key, the line below its own name.
    const starts = jobs.map(([, job]) => Math.max(1, job.line - 1));
    const read = jobs.map(([, job], at): PipelineJob => {
      const from = starts[at] ?? 1;
      const to = Math.max(from, (starts[at + 1] ?? lines.length + 1) - 1);
      const said = lines
        .slice(from - 1, to)
        .join("\n")
        .replace(comment, "");
      const own = job.get("permissions");
      return {
        from,
        to,
        isCall: job.get("uses") !== null,
        reach: reachOf(said, own === null ? isTrustedAll : isTrusted(own)),
        loose: looseIn(job),
      };
    });
    return read.length === 0 ? {} : { pipelineJobs: read };
  },
};

function reachOf(said: string, isTrustedJob: boolean): PipelineJob["reach"] {
  if (publishing.test(said) || (imagePush.test(said) && isPushed.test(said))) return "publishes";
  return isTrustedJob || secret.test(said) ? "secrets" : null;
}

/** May it get credentials in the repository's name, or write to what others take from it? */
function isTrusted(permissions: YamlView | null): boolean {
  if (permissions?.text === "write-all") return true;
  return ["id-token", "contents", "packages"].some((one) => permissions?.textAt(one) === "write");
}

function looseIn(job: YamlView): PipelineJob["loose"] {
  const uses = [
    job.get("uses"),
    ...(job.get("steps")?.items() ?? []).map((one) => one.get("uses")),
  ];
  return uses
    .flatMap((one) => {
      const reference = one?.text == null ? null : parseActionReference(one.text);
      if (one === null || reference === null || reference.ref === null) return [];
      if (ofTheForge.has(reference.owner) || commitId.test(reference.ref)) return [];
      if (reference.ref.includes("${{")) return [];
      return [
        {
          action: `${reference.owner}/${reference.repository}`,
          ref: reference.ref,
          line: one.line,
        },
      ];
    })
    .slice(0, mostLoose);
}
