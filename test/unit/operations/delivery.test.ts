import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { configuration as configurationSchema } from "#contract/configuration.ts";
import type { ReportDelivery } from "#sections/delivery/schema.ts";
import type { Report } from "#sections/report.ts";
import { quietContext } from "#fixtures/quiet-context.ts";
import { assessOrganisation } from "#operations/assess-organisation.ts";
import { gitText } from "#fixtures/isolated-git.ts";
import { repository } from "#fixtures/repository-builder.ts";

const ada = "Ada Oven <ada@bakery.example>";
const ben = "Ben Crust <ben@bakery.example>";
const hour = 3600;
const day = 24 * hour;
const start = Date.parse("2024-03-04T00:00:00Z") / 1000;
const asOf = start + 90 * day;

let folder = "";
let report: Report;
let marketPath = "";
let marketCommits: readonly string[] = [];

/** Ovens and till live in one repository; each day one of them changes, and what changed is deployed two hours later. */
function market() {
  const builder = repository("market").commit({
    at: start,
    author: ada,
    message: "Open",
    files: {
      "ovens/package.json":
        '{"name":"ovens","version":"1.0.0","private":true,"dependencies":{"express":"4"}}',
      "till/package.json":
        '{"name":"till","version":"1.0.0","private":true,"dependencies":{"express":"4"}}',
      CODEOWNERS: "/ovens/ @bakery/bakers\n/till/ @bakery/bakers\n",
    },
  });
  for (let turn = 1; turn <= 60; turn++) {
    const name = turn % 2 === 0 ? "ovens" : "till";
    builder.commit({
      at: start + turn * day,
      author: ben,
      message: turn === 41 ? "hotfix: round prices" : `Change ${name}`,
      files: {
        [`${name}/notes.md`]: `${String(turn)}\n`,
        ...(turn === 30 ? { CODEOWNERS: "/ovens/ @bakery/bakers\n/till/ @bakery/sellers\n" } : {}),
      },
    });
  }
  return builder;
}

function state(commits: readonly string[], rolls: readonly string[]) {
  const opening = {
    at: start + hour / 2,
    author: ada,
    message: "Open",
    files: { "README.md": "What runs\n" },
  };
  // The same commit has the same id wherever it is written.
  const elsewhere = mkdtempSync(join(tmpdir(), "fulcrum-state-"));
  const [own = ""] = repository("state").commit(opening).write(elsewhere).commitIds;
  rmSync(elsewhere, { recursive: true, force: true });
  const builder = repository("state")
    .commit(opening)
    .commit({
      at: start + hour,
      author: ada,
      message: "Try it in the new oven",
      files: {
        "image-tags/staging/roll-in-new-oven": `${rolls[0] ?? ""}-new-oven\n`,
        "image-tags/staging/settings-of-ovens": `${own}\n`,
        "image-tags/staging/pretzels": `${"0123456789".repeat(4)}\n`,
      },
    });
  for (let turn = 0; turn <= 60; turn++) {
    const names = turn === 0 ? ["ovens", "till"] : [turn % 2 === 0 ? "ovens" : "till"];
    builder.commit({
      at: start + turn * day + 2 * hour,
      author: ada,
      message: "Deploy",
      files: Object.fromEntries(
        names.map((name) => [`image-tags/production/${name}`, `${commits[turn] ?? ""}\n`]),
      ),
    });
  }
  return builder;
}

/** Without tags or deployments: what is known of it is what was merged. */
function loaf() {
  const builder = repository("loaf").commit({
    at: start,
    author: ada,
    message: "Open",
    files: { "package.json": '{"name":"loaf","version":"1.0.0"}' },
  });
  for (let turn = 1; turn <= 12; turn++) {
    const branch = `crust-${String(turn)}`;
    builder
      .commit({
        on: branch,
        at: start + turn * day,
        author: ben,
        message: "Crust",
        files: { "crust.md": `${String(turn)}\n` },
      })
      .commit({
        merge: branch,
        at: start + turn * day + 5 * hour,
        author: ada,
        message: `Merge branch '${branch}'`,
      });
  }
  return builder;
}

/** Every branch is squashed when it is merged; the tenth takes the ninth back. */
function bun() {
  const builder = repository("bun").commit({
    at: start,
    author: ada,
    message: "Open",
    files: { "package.json": '{"name":"bun","version":"1.0.0"}' },
  });
  for (let turn = 1; turn <= 12; turn++)
    builder.commit({
      at: start + turn * day,
      author: ben,
      message:
        turn === 10
          ? 'Revert "Sesame 9" (#10)\n\nReverts bakery/bun#9'
          : `Sesame ${String(turn)} (#${String(turn)})`,
      files: { "seeds.md": `${String(turn)}\n` },
    });
  return builder;
}

/** Deployed under another name. */
const roll = () =>
  repository("roll").commit({
    at: start,
    author: ada,
    message: "Open",
    files: { "package.json": '{"name":"roll","version":"1.0.0","private":true}' },
  });

const iso = (at: number) => new Date(at * 1000).toISOString();

/** One that names its deployment, one that a hotfix remedied, one that only fell near, and one of somebody nobody knows. */
function incidents(): string {
  const line = (id: string, application: string, from: number, to: number, blames = "") =>
    `incident,${id},${application},production,${iso(from)},${iso(to)},${blames}`;
  return `${[
    "kind,id,application,environment,started_at,finished_at,deployment_id",
    line("near", "ovens", start + 20 * day + 3 * hour, start + 20 * day + 4 * hour),
    line("hot", "till", start + 39 * day + 3 * hour, start + 41 * day + 3 * hour),
    line("old", "ovens", start + hour, start + 2 * hour),
    line("lost", "bagels", start + 20 * day, start + 21 * day),
    `deployment,odd,crumbs,attic,,${iso(start + day)},`,
  ].join("\n")}\n`;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "fulcrum-delivery-"));
  const written = market().write(folder);
  marketPath = written.path;
  marketCommits = written.commitIds;
  state(written.commitIds, roll().write(folder).commitIds).write(folder);
  loaf().write(folder);
  bun().write(folder);
  writeFileSync(join(folder, "incidents.csv"), incidents());
  const context = quietContext({ now: asOf * 1000 });
  const assessed = await assessOrganisation(context, {
    folders: [folder],
    name: "Bakery",
    configuration: configurationSchema.parse({
      deployments: { events: [join(folder, "incidents.csv")] },
    }),
    configurationFolder: folder,
    asOf,
    jobs: 1,
    cacheFolder: "",
    useCache: false,
    listBlobsTo: null,
    withDuplication: false,
  });
  report = assessed.report;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rowOf = (application: string): ReportDelivery => {
  const row = report.delivery.find((one) => one.application === application);
  if (row === undefined) throw new Error(`no delivery of ${application}`);
  return row;
};

const componentOf = (name: string): string | undefined =>
  report.components.find((one) => one.name === name)?.id;

describe("a small organisation", () => {
  it("deploys from a monorepo only what touches the component's folder", () => {
    const row = rowOf("ovens");
    expect(row).toMatchObject({ level: "gitops", isProduction: true, deploymentsTotal: 31 });
    const lead = row.leadTimeSeconds?.committer;
    // Plain git: commits of the folder between the first deployed commit and the last.
    const range = `${marketCommits[0] ?? ""}..${marketCommits[60] ?? ""}`;
    const plain = ["log", "--full-history", "--no-merges", "--format=%ct", range, "--", "ovens"];
    const times = gitText(["--git-dir", marketPath, ...plain])
      .trim()
      .split("\n");
    expect(lead).toMatchObject({ n: times.length, p50: 2 * hour, p85: 2 * hour });
    expect(times).toHaveLength(30);
    expect(row.points.every((point) => (point.commitsCount ?? 0) <= 1)).toBe(true);
  });

  it("counts hotfixes, and links an incident by one; what was only near in time stays out", () => {
    const till = rowOf("till");
    expect(till).toMatchObject({ hotfixesCount: 1, revertsCount: 0, rollbacksCount: 0 });
    expect(till.changeFailRate).toMatchObject({ numerator: 1, denominator: 31, unlinkedCount: 0 });
    expect(till.changeFailRate?.byGrade.map((one) => one.numerator)).toEqual([0, 1, 0]);
    expect(till.reworkRate).toMatchObject({ numerator: 1 });
    expect(till.recoverySeconds).toMatchObject({ p50: 48 * hour, n: 1 });
    const ovens = rowOf("ovens").changeFailRate;
    expect(ovens).toMatchObject({ numerator: 0, unlinkedCount: 1 });
    expect(ovens?.byGrade.map((one) => one.numerator)).toEqual([0, 0, 1]);
    const [near, usual] = ovens?.sensitivity ?? [];
    expect(near).toMatchObject({ withinSeconds: 6 * hour, linked: 0, withTimeOnly: 1 / 31 });
    expect(usual?.withExcess).toBeLessThanOrEqual(usual?.withTimeOnly ?? 0);
  });

  it("gives a deployment to the team of its day", () => {
    const team = (name: string) =>
      report.deliveryRollUps.find((one) => one.scope === "team" && one.name === name);
    // Till changed hands on day 30: 16 of its deployments (days 0, 1, 3 … 29) came before.
    expect(team("sellers")).toMatchObject({ deploymentsCount: 15, componentsCount: 1 });
    expect(team("bakers")).toMatchObject({ deploymentsCount: 31 + 16, componentsCount: 2 });
    expect(team("sellers")?.componentIds).toEqual([rowOf("till").componentId]);
    const whole = report.deliveryRollUps.find((one) => one.scope === "organisation");
    expect(whole).toMatchObject({
      deploymentsCount: 62,
      leadTimeSeconds: { n: 60, p50: 2 * hour },
      changeFailRate: { numerator: 1, denominator: 62, componentsCount: 2 },
    });
    expect(whole?.quarters.reduce((sum, one) => sum + one.deploymentsCount, 0)).toBe(62);
  });

  it("knows by its commit whose application runs under a name that no component has", () => {
    const branch = rowOf("roll-in-new-oven");
    expect(branch.componentId).toBe(componentOf("roll"));
    expect(rowOf("pretzels").componentId).toBeNull();
    expect(rowOf("settings-of-ovens").componentId).toBeNull();
  });

  it("lists what names nothing that is known", () => {
    const strange = report.problems.filter((one) => one.source === "events");
    expect(strange.map(({ code, where, text }) => [code, where.split("/").at(-1), text])).toEqual([
      [
        "unknown-environment",
        "attic",
        "not known to be production or not: 1 application deployed there counts, but not as production",
      ],
      [
        "unknown-service",
        "incidents.csv:5",
        "no component and no deployed application is called bagels: 1 incident belongs to nothing",
      ],
    ]);
  });

  it("falls back on merges where nothing better is known, and says what they can tell", () => {
    const row = rowOf("loaf");
    expect(row).toMatchObject({
      level: "merge",
      environment: "branch main",
      isProduction: false,
      deploymentsTotal: 13,
      changeFailRate: null,
      benchmark: [],
      leadTimeSeconds: { committer: { n: 12, p50: 5 * hour } },
    });
    const squashed = rowOf("bun");
    expect(squashed).toMatchObject({ level: "merge", leadTimeSeconds: null, revertsCount: 1 });
    expect(report.sections.delivery.unknown).toContainEqual(
      expect.objectContaining({
        section: "delivery",
        keys: expect.arrayContaining([squashed.id]),
        fields: expect.arrayContaining(["leadTimeSeconds"]),
        code: "squashed",
      }),
    );
    expect(row.stages).toEqual([{ stage: "commit-to-merge", n: 12, p50: 5 * hour, p85: 5 * hour }]);
  });
});
