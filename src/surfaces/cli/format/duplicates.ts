import type { ReportDuplication } from "#sections/duplication/schema.ts";
import type { Column } from "./table.ts";

type CloneClass = ReportDuplication["classes"][number];

export const duplicateColumns: readonly Column<CloneClass>[] = [
  { title: "Saves", cell: (one) => String(one.crossOwnerLines), align: "right" },
  { title: "Lines", cell: (one) => String(one.medianLines), align: "right", dropAt: 4 },
  { title: "Copies", cell: (one) => String(one.copiesCount), align: "right" },
  {
    title: "Alike",
    cell: (one) => `${String(Math.round(one.similarity * 100))} %`,
    align: "right",
    dropAt: 3,
  },
  { title: "Kind", cell: (one) => one.kind, dropAt: 2 },
  { title: "First copy", cell: (one) => placeOf(one.copies[0]), least: 20 },
  { title: "Another", cell: (one) => placeOf(otherOf(one)), least: 20 },
];

function otherOf(one: CloneClass): CloneClass["copies"][number] | undefined {
  const first = one.copies[0];
  return one.copies.find((copy) => copy.repositoryId !== first?.repositoryId) ?? one.copies[1];
}

function placeOf(copy: CloneClass["copies"][number] | undefined): string {
  if (copy === undefined) return "";
  const name = copy.repositoryId
    .slice(copy.repositoryId.lastIndexOf("/") + 1)
    .replace(/^repository:/, "");
  return `${name}:${copy.path}:${String(copy.start)}-${String(copy.end)}`;
}
