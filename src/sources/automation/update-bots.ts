import type { UpdateBot } from "#evidence/automation.ts";
import type { ParseProblem } from "#evidence/facts.ts";
import type { FileSource } from "#evidence/source.ts";
import { CollectedFacts } from "../manifests/collected-facts.ts";
import { field, parseJsonManifest, recordField, stringsOf } from "../manifests/json-manifest.ts";
import { ManifestCollector } from "../manifests/manifest-collector.ts";
import { readYaml, type YamlView } from "../manifests/yaml-view.ts";
import { dependabotTypes, renovateTypes } from "./ecosystems.ts";

const dependabotFile = /^\.github\/dependabot\.ya?ml$/;
const renovateFile = /^(?:\.?renovate(?:rc)?(?:\.json5?)?|\.(?:github|gitlab)\/renovate\.json5?)$/;
const mostUpdates = 200;

/**
 * What raises versions by itself, and of which ecosystems: https://docs.github.com/code-security/dependabot and
 * https://docs.renovatebot.com/configuration-options/. Only the file that the bot reads counts, at its own place.
 */
export const updateBots: FileSource = {
  id: "update-bots",
  version: 1,
  endings: ["yml", "yaml", "json", "json5", "renovaterc", "renovate"],
  detect: (path) => (dependabotFile.test(path) || renovateFile.test(path) ? "head" : "none"),
  read: ({ path, text }) => (dependabotFile.test(path) ? dependabot(text) : renovate(path, text)),
};

type Said = { updateBots?: readonly UpdateBot[]; problems?: readonly ParseProblem[] };

function dependabot(text: string): Said {
  const facts = new CollectedFacts();
  const [root] = readYaml(text, facts);
  const updates = root?.get("updates")?.items().slice(0, mostUpdates) ?? [];
  const bots = updates.flatMap((update): UpdateBot[] => {
    const types = dependabotTypes.get(update.textAt("package-ecosystem") ?? "");
    if (types === undefined) return [];
    // Without requests for newer versions only security updates are left.
    const isSecurityOnly = update.textAt("open-pull-requests-limit") === "0";
    return [
      {
        bot: "Dependabot",
        types: [...types],
        folders: foldersOf(update),
        line: update.line,
        ...(isSecurityOnly ? { isSecurityOnly: true as const } : {}),
      },
    ];
  });
  const { problems = [] } = facts.toFileFacts();
  return {
    ...(bots.length === 0 ? {} : { updateBots: bots }),
    ...(problems.length === 0 ? {} : { problems }),
  };
}

/** `/web/` and `web` are one folder; `.` is the root. */
function foldersOf(update: YamlView): string[] {
  const written = [update.get("directory"), ...(update.get("directories")?.items() ?? [])];
  const folders = written.flatMap((one) => one?.text ?? []);
  return folders.map((one) => one.replace(/^\.?\/{1,9}|\/{1,9}$/g, "") || ".");
}

function renovate(path: string, text: string): Said {
  // JSON5 that JSON's readers refuse still says that the bot is there: of everything, for all that is known.
  const root = parseJsonManifest(text, new ManifestCollector("generic"));
  if (root !== null && field(root, "enabled") === false) return {};
  const managers = root === null ? [] : stringsOf(field(root, "enabledManagers"));
  const off = new Set(
    root === null
      ? []
      : [...renovateTypes.keys()].filter(
          (manager) => field(recordField(root, manager) ?? {}, "enabled") === false,
        ),
  );
  const isAll = managers.length === 0 && off.size === 0;
  const on = (managers.length === 0 ? [...renovateTypes.keys()] : managers).filter(
    (one) => !off.has(one),
  );
  const isRead = root !== null || /\.json5$|rc$/.test(path);
  return isRead
    ? {
        updateBots: [
          {
            bot: "Renovate",
            types: isAll ? null : [...new Set(on.flatMap((one) => renovateTypes.get(one) ?? []))],
            folders: null,
            line: 1,
          },
        ],
      }
    : {};
}
