import { escapedStep } from "#kernel/reference.ts";
import { isClose, type Breach, type Invariant } from "./invariant.ts";

/** What is so in every section, whatever its figures are called: found by walking through all of the report. */
export const everywhere: readonly Invariant<Readonly<Record<string, unknown>>>[] = [
  {
    id: "no-figure-after-the-end",
    statement: "no point, window or day lies after the end of the data",
    check(shown, checks) {
      const end = textOf(shown["asOf"]);
      if (end === null) return;
      walk(shown, (object, place) => {
        for (const [field, value] of Object.entries(object)) {
          const at = textOf(value);
          if (at === null || !instant.test(at) || isAhead(`${place}/${field}`)) continue;
          checks.expect(Date.parse(at) <= Date.parse(end) + oneSecond, () =>
            breachAt(object, place, field, `${field} is ${at}, after ${end}`),
          );
        }
      });
    },
  },
  {
    id: "intervals-contain-their-estimate",
    statement: "an interval contains its estimate",
    check(shown, checks) {
      walk(shown, (object, place) => {
        const { low, high } = object;
        if (typeof low !== "number" || typeof high !== "number") return;
        const estimate = estimates.map((field) => object[field]).find(isNumber);
        if (estimate === undefined) return;
        const holds =
          (low <= estimate || isClose(low, estimate)) &&
          (estimate <= high || isClose(high, estimate));
        checks.expect(holds, () => ({
          ids: idsOf(object, place),
          found: `${String(estimate)} does not lie between ${String(low)} and ${String(high)}`,
          withhold: [place],
        }));
      });
    },
  },
  {
    id: "shares-are-of-their-counts",
    statement: "a share is its numerator over its denominator, and at most 1",
    check(shown, checks) {
      walk(shown, (object, place) => {
        const { numerator, denominator, share } = object;
        if (!isNumber(numerator) || !isNumber(denominator)) return;
        const isPart = numerator <= denominator;
        const isSame =
          !isNumber(share) || denominator === 0 || isClose(share, numerator / denominator);
        checks.expect(isPart && isSame, () => ({
          ids: idsOf(object, place),
          found: `${String(numerator)} of ${String(denominator)} is ${isNumber(share) ? String(share) : "no part"}`,
          withhold: [place],
        }));
      });
    },
  },
  {
    id: "figures-open",
    statement: "every figure opens into at least one fact",
    check(shown, checks) {
      walk(shown, (object, place) => {
        const { evidenceIds } = object;
        if (!Array.isArray(evidenceIds)) return;
        const figures = Object.entries(object).flatMap(([field, value]) =>
          isFigure.test(field) && isNumber(value) && value !== 0 ? field : [],
        );
        checks.expect(figures.length === 0 || evidenceIds.length > 0, () => ({
          ids: idsOf(object, place),
          found: `${figures.join(", ")} open into nothing`,
          withhold: figures.includes("value") ? [`${place}/value`] : [],
        }));
      });
    },
  },
];

/** What is counted or measured, rather than set or a judgement; of clusters rests the error of a value, not a figure of its own. */
const isFigure = /^value$|(?:(?<!^clusters)Count|Now|Ever|Share|Seconds|PersonMonths|PerYear)$/;

type Place = Readonly<Record<string, unknown>>;

const oneSecond = 1000;
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/;
const estimates = ["likely", "value", "p50", "perYear", "survival", "recommended", "centre"];
/** Days that are to come, those on which the report itself was made or is of, and those of what was read: an as-of of long ago ends before. */
const ahead =
  /^\/(?:generatedAt|previous\/|asOf|organisation\/|repositories\/|adoption\/\d+\/forecast\/|goals\/|ownership\/promises\/|reliability|experience\/|interview\/|outcomes\/|decisions\/|changes\/|problems\/|evidence\/|components\/\d+\/correction\/)/;

function isAhead(pointer: string): boolean {
  return ahead.test(pointer);
}

/** Of a day in a list its entry goes; of one that stands alone, the field. */
function breachAt(object: Place, place: string, field: string, found: string): Breach {
  const isEntry =
    /\/\d+$/.test(place) && /\/\w+\/\d+\/.+\/\d+$|\/points\/|\/trend\/|\/quarters\//.test(place);
  return {
    ids: idsOf(object, place),
    found,
    withhold: [isEntry ? place : `${place}/${field}`],
  };
}

function idsOf(object: Place, place: string): string[] {
  const own = ["id", "capabilityId", "componentId", "teamId"].flatMap(
    (field) => textOf(object[field]) ?? [],
  );
  return own.length > 0 ? own : [place];
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function isNumber(value: unknown): value is number {
  return typeof value === "number";
}

/** Every object of the report with its pointer. Facts are many, and hold no figures: they are passed over. */
function walk(value: unknown, visit: (object: Place, place: string) => void, place = ""): void {
  if (Array.isArray(value)) {
    for (const [index, one] of value.entries()) walk(one, visit, `${place}/${String(index)}`);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  const fields: [string, unknown][] = Object.entries(value);
  visit(Object.fromEntries(fields), place);
  for (const [key, one] of fields)
    if (typeof one === "object" && one !== null && !passedOver.has(`${place}/${key}`))
      walk(one, visit, `${place}/${escapedStep(key)}`);
}

const passedOver: ReadonlySet<string> = new Set(["/evidence", "/problems", "/sections"]);
