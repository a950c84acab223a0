import type { ReactNode } from "react";
import type { EvidenceItem } from "#web/api/report-rows.ts";
import { Name } from "#web/ui/names.tsx";
import { dateWords } from "#web/ui/words.ts";
import type { How } from "#vocabulary/evidence.ts";

const howWords: Readonly<Record<How, string>> = {
  observed: "observed",
  declared: "declared",
  inferred: "inferred",
};

/** The file where a line is named, else what last changed at the path: that also shows what a commit took away. */
function gitCommand(
  repositoryId: string,
  commit: string,
  path: string | null,
  line: number | null,
): string {
  const folder = quoted(repositoryId.slice(repositoryId.lastIndexOf("/") + 1));
  const git = `git -C ${folder.replace("repository:", "")}`;
  const short = commit.slice(0, 12);
  if (path === null) return `${git} show ${short}`;
  return line === null
    ? `${git} log -1 -p -m --first-parent ${short} -- ${quoted(path)}`
    : `${git} show ${quoted(`${short}:${path}`)}`;
}

/** For a shell: names of files are other people's words. */
function quoted(word: string): string {
  return /^[\w./:@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

export function EvidenceEntry({ item }: { readonly item: EvidenceItem }): ReactNode {
  const { repositoryId, path, line, commit, at, how } = item;
  return (
    <li>
      <p className="evidence-text">{item.text}</p>
      {repositoryId !== null && (
        <p>
          <Name>{repositoryId.replace("repository:", "")}</Name>
        </p>
      )}
      {path !== null && (
        <p>
          <Name>{line === null ? path : `${path}:${line}`}</Name>
        </p>
      )}
      <p className="quiet">
        {at !== null && `${dateWords(at)} · `}
        {commit === null ? (
          item.source === "events" ? (
            "a record of an event file"
          ) : repositoryId === null && how === "declared" ? (
            "said or fed in"
          ) : (
            "aggregate: no commit is named"
          )
        ) : (
          <>
            commit <Name>{commit.slice(0, 12)}</Name>
          </>
        )}{" "}
        · {howWords[item.how]}
        {item.how === "inferred" && `, ${item.confidence} confidence`} · {item.source}
      </p>
      {repositoryId !== null && commit !== null && (
        <code className="command evidence-command" title="In the folder that holds the clones">
          {gitCommand(repositoryId, commit, path, line)}
        </code>
      )}
    </li>
  );
}
