import { afterAll, beforeAll, expect, it } from "vitest";
import type { AssessmentStore } from "#ports/assessment-store.ts";
import { sections } from "#sections/index.ts";
import type { Report } from "#sections/report.ts";
import { sampleReport } from "#fixtures/sample-report.ts";
import { dropAll, emptyDatabase, type OpenedDatabase } from "./care/filled-database.ts";
import { servers } from "./shared-databases.ts";

const sample = sampleReport();
/** Names that locales sort and fold in ways of their own, and texts that are hard to write down. */
const hardNames = [
  "Äpfel",
  "apfel",
  "Zürich",
  "zebra",
  "İstanbul",
  "ıstanbul",
  "a b",
  "a-b",
  "\0 \ud800 \u{1f950}",
];
const opened: OpenedDatabase[] = [];

beforeAll(async () => {
  for (const server of servers) {
    const own = await emptyDatabase(server);
    opened.push(own);
    await own.database.migrate();
    const store = await own.database.assessments();
    for (const [nth, name] of hardNames.entries()) {
      // Every further one lacks some records: what is asked of it has another answer.
      const { evidence, repositories } = sample;
      const report = {
        ...sample,
        organisation: { ...sample.organisation, name },
        evidence: evidence.slice(nth),
        repositories: repositories.slice(nth % 2),
      };
      const origin = {
        folders: [`/${name}`],
        configurationPath: null,
        generatedAt: sample.generatedAt,
      };
      await store.save({ place: name, report, origin, reuseKey: name });
    }
  }
});
afterAll(dropAll);

type Question = readonly [words: string, ask: (store: AssessmentStore) => Promise<unknown>];

function* questions(): Generator<Question> {
  for (const [nth, name] of hardNames.entries()) {
    const id = String(nth + 1);
    yield [`head ${id}`, (store) => store.head(id)];
    yield [`current ${id}`, (store) => store.current(name)];
    yield [`reusable ${id}`, (store) => store.reusable(name, name)];
    for (const section of sections)
      yield [`section ${section.name} of ${id}`, (store) => store.section(id, section.name)];
    for (const key of ["evidence", "repositories", "components", "teams"] as const) {
      const ids = sample[key].map((one) => one.id);
      for (const some of [ids.slice(0, 1), ids.slice(-2), ids, [...ids].reverse(), ["nobody"]])
        yield [`${key} ${some.length} of ${id}`, (store) => itemsOf(store, id, key, some)];
    }
    yield [`report ${id}`, (store) => store.report(id)];
  }
}

function itemsOf(
  store: AssessmentStore,
  id: string,
  key: "evidence" | "repositories" | "components" | "teams",
  ids: readonly string[],
): Promise<Report[typeof key]> {
  return store.items(id, key, "id", new Set(ids));
}

it.runIf(servers.length > 1)(
  "the same questions have the same answers, byte for byte, on every version (needs a second PostgreSQL)",
  async () => {
    const stores = await Promise.all(opened.map(({ database }) => database.assessments()));
    const different: string[] = [];
    let count = 0;
    let length = 0;
    for (const [words, ask] of questions()) {
      const [one, ...others] = await Promise.all(
        stores.map(async (store) => JSON.stringify(await ask(store))),
      );
      count++;
      length += one?.length ?? 0;
      if (others.some((other) => other !== one)) different.push(words);
    }
    expect(different).toEqual([]);
    expect(count).toBeGreaterThan(500);
    expect(length).toBeGreaterThan(1_000_000);
  },
);

it("of what the database keeps in all, too: names in the same order, the same digests", async () => {
  const answers = await Promise.all(
    opened.map(async ({ database, care }) => {
      const retention = await database.retention();
      const { tables, migrations } = await care.contents();
      // When it was made is a time of the server.
      const same = tables.filter(({ name }) => name !== "assessment");
      return JSON.stringify([await retention.organisations(), migrations, same]);
    }),
  );
  expect(new Set(answers).size).toBe(1);
});
