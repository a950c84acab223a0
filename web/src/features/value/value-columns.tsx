import { placeOf } from "#web/api/places.ts";
import { Figure } from "#web/ui/figure.tsx";
import { CapabilityLink } from "#web/ui/names.tsx";
import type { TableColumn } from "#web/ui/table/table-column.ts";
import { Unknown } from "#web/ui/unknown.tsx";
import { decimalWords, numberWords, percentWords } from "#web/ui/words.ts";
import { paybackWords, spanWords, type CapabilityValue } from "./value-words.ts";

export interface ValueRow {
  readonly line: CapabilityValue;
  readonly pointer: string;
}

export function valueRows(lines: readonly CapabilityValue[]): ValueRow[] {
  return lines.map((line) => ({
    line,
    pointer: `/value${placeOf("capabilities", line.capabilityId)}`,
  }));
}

export const valueColumns: readonly TableColumn<ValueRow>[] = [
  {
    id: "capability",
    header: "Capability",
    value: ({ line }) => line.capabilityId.slice(line.capabilityId.lastIndexOf("!") + 1),
    cell: ({ line }) => <CapabilityLink id={line.capabilityId} />,
    width: "24%",
  },
  {
    id: "invested",
    header: "Put in, person-months",
    value: ({ line }) => line.investedPersonMonths,
    cell: ({ line }) => (
      <Figure evidence={[`value:${line.capabilityId}`]}>
        {numberWords(line.investedPersonMonths ?? 0)}
      </Figure>
    ),
    isNumber: true,
    isAtEnd: true,
    width: "12%",
  },
  {
    id: "saved",
    header: "Saved, likely",
    value: ({ line }) => line.avoidedPersonMonths?.likely ?? null,
    cell: ({ line, pointer }) =>
      line.avoidedPersonMonths === null ? (
        <Unknown pointer={`${pointer}/avoidedPersonMonths`} />
      ) : (
        <>
          {decimalWords(line.avoidedPersonMonths.likely)}{" "}
          <span className="quiet">({spanWords(line.avoidedPersonMonths)})</span>
        </>
      ),
    isNumber: true,
    width: "20%",
  },
  {
    id: "payback",
    header: "Pays for itself?",
    value: ({ line }) => line.payback,
    groupOf: ({ line }) => (line.payback === null ? null : paybackWords[line.payback]),
    cell: ({ line }) =>
      line.payback === null ? (
        <span className="quiet">cannot be said</span>
      ) : (
        paybackWords[line.payback]
      ),
    width: "13%",
  },
  {
    id: "share",
    header: "Used by a team",
    value: ({ line }) => line.usedShare?.value ?? null,
    cell: ({ line }) =>
      line.usedShare === null ? (
        <span className="quiet">not seen</span>
      ) : (
        `${percentWords(line.usedShare.value)} of its names${line.usedShare.isAssumed ? " (assumed)" : ""}`
      ),
    isNumber: true,
    isOnPhone: false,
    width: "13%",
  },
  {
    id: "teams",
    header: "Other teams ever",
    value: ({ line }) => line.reusingOwnersCount,
    isNumber: true,
    isAtEnd: true,
    isOnPhone: false,
    width: "8%",
  },
  {
    id: "upgrades",
    header: "Upgrades imposed",
    value: ({ line }) => upgradesOf(line),
    cell: ({ line }) => {
      const count = upgradesOf(line);
      return count === null ? <span className="quiet">not counted</span> : numberWords(count);
    },
    isNumber: true,
    isAtEnd: true,
    isOnPhone: false,
    width: "10%",
  },
];

function upgradesOf(line: CapabilityValue): number | null {
  return line.negatives.find((one) => one.kind === "imposed-migrations")?.count ?? null;
}
