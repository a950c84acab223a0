import type { BuiltFolder } from "#evidence/facts.ts";
import type { FileSource } from "#evidence/source.ts";
import { folderOf, pathTarget } from "./manifest-path.ts";

const pipeline =
  /^(?:\.github\/workflows\/[^/]{1,200}\.ya?ml|\.gitlab-ci\.yml|\.circleci\/config\.yml|azure-pipelines[\w.-]{0,60}\.ya?ml|\.buildkite\/[^/]{1,200}\.ya?ml|bitbucket-pipelines\.yml|cloudbuild[\w.-]{0,60}\.ya?ml)$/;
const deployment =
  /(?:^|\/)(?:(?:docker-)?compose[\w.-]{0,60}\.ya?ml|skaffold\.ya?ml|render\.ya?ml|docker-bake\.(?:hcl|json)|fly\.toml|samconfig\.toml|serverless\.ya?ml|vercel\.json|netlify\.toml|wrangler\.(?:toml|jsonc?)|Procfile|firebase\.json)$/;
/** Of these the folder itself is what is deployed. */
const deploysItsFolder =
  /(?:^|\/)(?:fly\.toml|samconfig\.toml|serverless\.ya?ml|vercel\.json|netlify\.toml|wrangler\.(?:toml|jsonc?)|Procfile|firebase\.json)$/;
const folderKey =
  /^[\s-]{0,60}"?(?:context|build|rootDir|root_dir|source_dir|app_location|dockerContext|CodeUri|project)"?\s{0,10}[:=]\s{0,10}["']?(\.{0,2}\/?[\w@.-]{1,100}(?:\/[\w@.-]{1,100}){0,10})\/?["']?,?\s{0,20}$/;
const fileKey =
  /^[\s-]{0,60}"?(?:dockerfile|file|dockerfilePath)"?\s{0,10}[:=]\s{0,10}["']?(\.{0,2}\/?(?:[\w@.-]{1,100}\/){1,10})[\w.-]{0,60}Dockerfile[\w.-]{0,60}["']?,?\s{0,20}$/;
const command =
  /\bdocker(?: buildx)? build\b.{0,400}\s(\.{0,2}\/?[\w@.-]{1,100}(?:\/[\w@.-]{1,100}){0,10})\/?["']?\s{0,20}$/;
const workingFolder =
  /^[\s-]{0,60}working-directory:\s{0,10}["']?(\.{0,2}\/?[\w@.-]{1,100}(?:\/[\w@.-]{1,100}){0,10})\/?["']?\s{0,20}$/;
const mostFolders = 300;
const longestLine = 1_000;

/** Folders that pipelines and deployment files build: what is built there is the repository's own. */
export const builtFolders: FileSource = {
  id: "built-folders",
  version: 1,
  endings: ["yml", "yaml", "hcl", "json", "jsonc", "toml", "procfile"],
  detect: (path) => (pipeline.test(path) || deployment.test(path) ? "head" : "none"),
  read: ({ path, text }) => {
    const base = pipeline.test(path) ? "" : `${folderOf(path)}/x`;
    const found = new Map<string, BuiltFolder>();
    const own = folderOf(path);
    if (own !== "" && deploysItsFolder.test(path)) found.set(own, { folder: own, isImage: true });
    for (const line of text.split("\n")) {
      if (line.length > longestLine || found.size >= mostFolders) continue;
      const image = folderKey.exec(line)?.[1] ?? fileKey.exec(line)?.[1] ?? command.exec(line)?.[1];
      const written = image ?? workingFolder.exec(line)?.[1];
      if (written === undefined) continue;
      const target = pathTarget(base, written);
      if (!("localPath" in target) || target.localPath === ".") continue;
      const isImage = image !== undefined || found.get(target.localPath)?.isImage === true;
      found.set(target.localPath, { folder: target.localPath, isImage });
    }
    return found.size === 0 ? {} : { builds: [...found.values()] };
  },
};
