/** How forges that show everybody their code call a folder of a branch. */
const folderOf: Readonly<Record<string, (branch: string, path: string) => string>> = {
  "github.com": (branch, path) => `/tree/${branch}${path}/`,
  "gitlab.com": (branch, path) => `/-/tree/${branch}${path}/`,
  "codeberg.org": (branch, path) => `/src/branch/${branch}${path}/`,
  "bitbucket.org": (branch, path) => `/src/${branch}${path}/`,
};

const host = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;

/** Where the code of something lies, in the annotations of Backstage; none where no remote is known. */
export function sourceAnnotations(
  repository: { readonly id: string; readonly defaultBranch: string | null },
  path: string,
): Readonly<Record<string, string>> {
  const [forge = "", ...steps] = repository.id.slice("repository:".length).split("/");
  if (!host.test(forge) || steps.length < 2) return {};
  const base = `https://${forge}/${encoded(steps)}`;
  const toFolder = Object.hasOwn(folderOf, forge) ? folderOf[forge] : undefined;
  const { defaultBranch } = repository;
  const inside = path === "." ? "" : `/${encoded(path.split("/"))}`;
  const location =
    toFolder === undefined || defaultBranch === null
      ? `${base}/`
      : `${base}${toFolder(encoded(defaultBranch.split("/")), inside)}`;
  const slug = steps.join("/");
  return {
    "backstage.io/source-location": `url:${location}`,
    ...(forge === "github.com" && steps.length === 2 ? { "github.com/project-slug": slug } : {}),
    ...(forge === "gitlab.com" ? { "gitlab.com/project-slug": slug } : {}),
  };
}

function encoded(steps: readonly string[]): string {
  return steps.map(encodeURIComponent).join("/");
}
