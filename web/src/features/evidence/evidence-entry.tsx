import type { ReactNode } from "react";
import type { How } from "#contract/vocabulary.ts";
import type { EvidenceItem } from "#web/api/report-view.ts";
import { Name } from "#web/ui/names.tsx";
import { dateWords } from "#web/ui/words.ts";

const howWords: Readonly<Record<How, string>> = {
  observed: "observed",
  declared: "declared",
  inferred: "inferred",
};

export function EvidenceEntry({ item }: { readonly item: EvidenceItem }): ReactNode {
  const { repositoryId, path, line, commit, at } = item;
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
          "aggregate: no commit is named"
        ) : (
          <>
            commit <Name>{commit.slice(0, 12)}</Name>
          </>
        )}{" "}
        · {howWords[item.how]}
        {item.how === "inferred" && `, ${item.confidence} confidence`} · {item.source}
      </p>
    </li>
  );
}
