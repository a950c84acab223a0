import { describe, expect, test } from "vitest";
import { sinceFreshStart } from "#model/fresh-starts.ts";
import { asOf, born, build, file, needs, offers, repository, uses } from "./observatory.ts";

const day = 86_400;
const cut = born + 1000 * day;
const moment = (at: number) => ({ commit: `c${String(at)}`, at });
const before = { commitsCount: 40, botCommitsCount: 4, mainlineCommitsCount: 20 };
const start = (at: number) => ({ ...moment(at), before });
const span = (from: number, to: number | null = null) => ({
  value: null,
  from: moment(from),
  to: to === null ? null : moment(to),
});

/** A dome cut out of a larger repository: of three packages of then it gave up two, one of them in the cut. */
const dome = (lastHuman = asOf - day, kept = true) => ({
  ...repository("dome", [
    file("package.json", {
      dependencies: [
        needs("pkg:npm/lens", { spans: [span(born, cut - day)] }),
        needs("pkg:npm/mirror", { spans: [span(born, cut)] }),
        needs("pkg:npm/mount", { spans: [span(born, kept ? null : cut)] }),
      ],
      ...(kept ? {} : { spans: [{ value: "", from: moment(born), to: moment(cut) }] }),
    }),
  ]),
  lastHuman: moment(lastHuman),
});
const kits = ["lens", "mirror", "mount"].map((name) =>
  repository(name, [file("package.json", { packages: [offers(`pkg:npm/${name}`)] })]),
);

describe("what a repository was before it was cut out of another", () => {
  test("was the other's: no use before, and it is born then", () => {
    const findings = build([{ ...dome(), freshStart: start(cut) }, ...kits]);
    expect(uses(findings)).toEqual(["dome → mount (runtime)"]);
    const { components, consumptions } = findings.organisation;
    expect(components.find(({ name }) => name === "dome")?.born).toEqual(moment(cut));
    expect(consumptions.map(({ from, to }) => [from.at, to])).toEqual([[cut, null]]);
  });

  test("counts no commits for it", () => {
    const counts = { commitsCount: 50, botCommitsCount: 5, mainlineCommitsCount: 30 };
    const { commitsCount, botCommitsCount, mainlineCommitsCount } = sinceFreshStart(
      { ...dome(), ...counts, freshStart: start(cut) },
      asOf,
    );
    expect([commitsCount, botCommitsCount, mainlineCommitsCount]).toEqual([10, 1, 10]);
  });

  test.each([
    ["it was not cut", dome(), undefined],
    ["the cut has not happened yet", dome(), start(asOf + day)],
    ["nobody went on to work on it", dome(cut + day), start(cut)],
    ["it was emptied for good", dome(asOf - day, false), start(cut)],
  ])("stays its own where %s", (_, cutOut, freshStart) => {
    const findings = build([
      freshStart === undefined ? cutOut : { ...cutOut, freshStart },
      ...kits,
    ]);
    expect(uses(findings)).toHaveLength(3);
  });
});
