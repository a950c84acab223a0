import { describe, expect, test } from "vitest";
import type { ActivityColumns, FileChanges } from "#evidence/repository-evidence.ts";
import { effortOf, monthOf } from "#model/effort.ts";
import { asOf, build, file, needs, offers, repository } from "./observatory.ts";

const day = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

function activity(rows: readonly (readonly [person: string, date: string])[]): ActivityColumns {
  const persons = [...new Set(rows.map(([person]) => person))];
  return {
    persons,
    personIndex: Uint32Array.from(rows, ([person]) => persons.indexOf(person)),
    day: Uint32Array.from(rows, ([, date]) => day(date)),
    commitsCount: Uint16Array.from(rows, () => 3),
  };
}

function changes(files: Readonly<Record<string, readonly string[]>>): FileChanges {
  const lists = Object.values(files);
  let end = 0;
  return {
    paths: Object.keys(files),
    ends: Uint32Array.from(lists, (list) => (end += list.length)),
    days: Uint16Array.from(lists.flat(), day),
  };
}

function totals(...repositories: Parameters<typeof effortOf>[0]): Record<string, number> {
  const { organisation } = build(repositories);
  const names = new Map(organisation.components.map(({ id, name }) => [id, name]));
  return Object.fromEntries(
    effortOf(repositories, organisation.components, asOf).map((one) => [
      names.get(one.componentId) ?? "?",
      one.total,
    ]),
  );
}

const root = file("Gemfile", { dependencies: [needs("pkg:gem/rails")] });

const noCommits = { commitsCount: 0, botCommitsCount: 0, mainlineCommitsCount: 0 };

describe("effort in person-months", () => {
  test("is the same to the last digit whatever people are called", () => {
    const days = (count: number, name: string) =>
      Array.from({ length: count }, (_, at) => [name, `2020-03-0${String(1 + at)}`] as const);
    const work = [3, 7, 1, 5, 2, 6].flatMap((count, at) => days(count, `p${String(at)}`));
    const aside = [6, 2, 9, 3, 8, 1].flatMap((count, at) => days(count, `p${String(at)}`));
    const called = (rows: typeof work, order: string) =>
      activity(
        rows
          .map(([name, date]) => [order[Number(name.slice(1))] ?? "", date] as const)
          .toSorted(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)),
      );
    const all = ["abcdef", "fedcba", "cafebd", "badcfe"].map((order) =>
      totals(
        { ...repository("lens", [root]), activity: called(work, order) },
        { ...repository("tube", [root]), activity: called(aside, order) },
      ),
    );
    for (const other of all) expect(other).toEqual(all[0]);
  });

  test("a person's month is one, split by days over repositories", () => {
    const lens = {
      ...repository("lens", [root]),
      activity: activity([
        ["a", "2020-03-02"],
        ["a", "2020-03-03"],
        ["a", "2020-03-04"],
      ]),
    };
    const dome = { ...repository("dome", [root]), activity: activity([["a", "2020-03-20"]]) };
    expect(totals(lens, dome)).toEqual({ lens: 0.75, dome: 0.25 });
  });

  test("begins where a repository was cut out of another, and where a component was born", () => {
    const moment = (date: string) => ({ commit: date, at: day(date) * 86_400 });
    const span = (from: string) => [{ value: "object", from: moment(from), to: null }];
    const gemfile = { ...root, spans: span("2019-01-01") };
    const cut = {
      ...repository("lens", [gemfile], {
        first: moment("2019-01-01"),
        freshStart: { ...moment("2020-06-01"), before: noCommits },
      }),
      activity: activity([
        ["a", "2019-03-02"],
        ["b", "2020-03-02"],
        ["a", "2020-06-01"],
        ["a", "2020-07-01"],
      ]),
    };
    expect(totals(cut)).toEqual({ lens: 2 });
    const dome = file("dome/package.json", {
      spans: span("2021-01-01"),
      dependencies: [needs("pkg:npm/react")],
    });
    const observatory = {
      ...repository("observatory", [gemfile, dome], { first: moment("2019-01-01") }),
      activity: activity([
        ["a", "2020-03-02"],
        ["a", "2021-03-02"],
      ]),
      fileChanges: changes({ "a.rb": ["2021-02-02"], "dome/a.js": ["2021-02-02"] }),
    };
    // Nothing of the dome was there in March 2020; in March 2021 both were.
    expect(totals(observatory)).toEqual({ observatory: 1.5, dome: 0.5 });
  });

  test("within a repository it goes to the components whose files changed in that month", () => {
    const observatory = {
      ...repository("observatory", [
        root,
        file("dome/package.json", { dependencies: [needs("pkg:npm/react")] }),
      ]),
      activity: activity([
        ["a", "2020-03-02"],
        ["b", "2020-04-02"],
      ]),
      fileChanges: changes({
        "app.rb": ["2020-03-02"],
        "dome/x.js": ["2020-03-02", "2020-03-03", "2020-03-04"],
      }),
    };
    // A day for both, two for one of them. April shows no change: split as over all of history.
    const { observatory: whole = 0, dome = 0 } = totals(observatory);
    expect([whole, dome].map((one) => one.toFixed(6))).toEqual(["0.333333", "1.666667"]);
  });

  test("work on the files of a component that ended is from then on that of the one around it", () => {
    const moment = (date: string) => ({ commit: date, at: day(date) * 86_400 });
    const ended = file("dome/dome.gemspec", {
      spans: [{ value: "object", from: moment("2020-01-01"), to: moment("2021-01-10") }],
      packages: [
        offers("pkg:gem/dome", {
          spans: [{ value: null, from: moment("2020-01-01"), to: moment("2021-01-10") }],
        }),
      ],
    });
    const observatory = {
      ...repository("observatory", [root, ended]),
      activity: activity([
        ["a", "2020-03-02"],
        ["a", "2021-03-02"],
        ["b", "2021-04-02"],
      ]),
      fileChanges: changes({ "dome/lib/dome.rb": ["2020-03-02", "2021-03-02", "2021-04-02"] }),
    };
    expect(totals(observatory)).toEqual({ observatory: 2, dome: 1 });
    const { organisation } = build([observatory]);
    const dome = organisation.components.find(({ name }) => name === "dome");
    expect(dome?.goneAt).toBe(moment("2021-01-10").at);
    expect(dome?.lastHuman?.at).toBe(day("2020-03-02") * 86_400);
  });

  test("a planted split comes out, however many files a change touches", () => {
    // Seven days of work at the root, three at the icons: each of these writes all of them anew.
    const dayOf = (at: number): string => `2020-03-${String(at).padStart(2, "0")}`;
    const [code, drawn] = [[1, 2, 3, 4, 5, 6, 7].map(dayOf), [11, 12, 13].map(dayOf)];
    const icons = Object.fromEntries(
      Array.from({ length: 500 }, (_, at) => [`icons/Icon${String(at)}.js`, drawn]),
    );
    const kit = {
      ...repository("kit", [
        root,
        file("icons/package.json", { dependencies: [needs("pkg:npm/react")] }),
      ]),
      activity: activity([...code, ...drawn].map((date) => ["a", date])),
      fileChanges: changes({
        "app.rb": code,
        ...icons,
        "icons/dist/all.js": code,
        "icons/vendor/pencil.js": code,
      }),
    };
    expect(totals(kit)).toEqual({ kit: 0.7, icons: 0.3 });
  });

  test("what is done after as-of does not count", () => {
    const late = new Date(asOf * 1000).toISOString().slice(0, 10);
    const lens = { ...repository("lens", [root]), activity: activity([["a", late]]) };
    expect(totals(lens)).toEqual({});
  });

  test("months are counted in UTC", () => {
    expect(monthOf(Date.parse("2020-01-31T23:59:59Z") / 1000)).toBe(2020 * 12);
    expect(monthOf(Date.parse("2020-02-01T00:00:00Z") / 1000)).toBe(2020 * 12 + 1);
  });
});
