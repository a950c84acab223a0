import type { z } from "zod";
import type { Invariant } from "../integrity/invariant.ts";
import type { Lifecycle } from "#vocabulary/structure.ts";
import type { organisation } from "./schema.ts";

interface Shown {
  readonly organisation: z.infer<typeof organisation>;
  readonly repositories: readonly { readonly seenUntilAt: string | null }[];
  readonly components: readonly { readonly lifecycle: Lifecycle }[];
  readonly teams: readonly { readonly kind: string }[];
}

/** Counts of the whole are those of its lists; nothing that a reader would miss can be withheld of them. */
export const organisationInvariants: readonly Invariant<Shown>[] = [
  {
    id: "counts-are-of-their-lists",
    statement: "a count is that of the rows that open",
    check({ organisation: whole, repositories, components, teams }, checks) {
      const archived = components.filter(({ lifecycle }) => lifecycle === "archived").length;
      const counts = [
        ["repositories", whole.repositoryCount, repositories.length],
        ["components", whole.componentCount, components.length - archived],
        ["archived components", whole.archivedComponentCount, archived],
        ["teams", whole.teamCount, teams.filter(({ kind }) => kind === "team").length],
        [
          "older clones",
          whole.olderClonesCount,
          repositories.filter(({ seenUntilAt }) => seenUntilAt !== null).length,
        ],
      ] as const;
      for (const [what, told, rows] of counts)
        checks.expect(told === rows, () => ({
          ids: [whole.name],
          found: `${String(told)} ${what} are told and ${String(rows)} open`,
          withhold: [],
        }));
    },
  },
];
