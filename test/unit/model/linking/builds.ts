import type { FileHistory, RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { joinRepositories } from "#model/joins/join-repositories.ts";
import { linkRepositories } from "#model/linking/link-repositories.ts";
import { resolvePurl } from "#model/packages.ts";
import { infrastructureManifestSources } from "#sources/manifests/infrastructure.ts";
import { FileFold } from "#sources/repository/file-fold.ts";
import { born, repository } from "../observatory.ts";

/** A repository whose files are given by their text, each as it has stood since its birth. */
export function written(
  name: string,
  files: Readonly<Record<string, string | readonly string[]>>,
): RepositoryEvidence {
  const histories: FileHistory[] = [];
  for (const [path, text] of Object.entries(files)) {
    for (const source of infrastructureManifestSources) {
      if (source.detect(path) === "none") continue;
      const fold = new FileFold(path, source.id);
      const whole = typeof text === "string" ? text : text.join("\n");
      fold.revise({ commit: "c", at: born }, "object", source.read({ path, text: whole }));
      histories.push(fold.history([]));
    }
  }
  return repository(name, histories);
}

/** What each folder uses and offers after linking and joining: `folder → purl version scope`, purls without their type. */
export function understood(...repositories: readonly RepositoryEvidence[]): {
  readonly uses: string[];
  readonly offers: string[];
  readonly problems: string[];
} {
  const all = joinRepositories(linkRepositories(repositories));
  const rows = all.flatMap((one) =>
    one.files
      .filter((file) => file.isTakenIn !== true || file.home !== undefined)
      .map((file) => {
        const folder =
          file.home ?? (file.path.includes("/") ? file.path.replace(/\/[^/]+$/, "") : ".");
        return { one, file, place: `${one.name}#${folder}` };
      }),
  );
  const short = (purl: string, one: RepositoryEvidence): string =>
    decodeURIComponent(resolvePurl(purl, one).replace(/^pkg:maven\//, ""));
  return {
    uses: rows.flatMap(({ one, file, place }) =>
      file.dependencies.map(
        ({ purl, scope, spans }) =>
          `${place} → ${short(purl, one)} ${spans.at(-1)?.value ?? "-"} ${scope}`,
      ),
    ),
    offers: rows.flatMap(({ one, file, place }) =>
      file.packages.map(
        ({ purl, spans }) => `${place} ${short(purl, one)} ${spans.at(-1)?.value ?? "-"}`,
      ),
    ),
    problems: all.flatMap((one) => one.problems.map(({ problem }) => problem.text)),
  };
}
