import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contextOver, quietContext } from "#fixtures/quiet-context.ts";
import { sampleReport } from "#fixtures/sample-report.ts";
import { escapedStep } from "#kernel/reference.ts";
import { draftCharter } from "#operations/draft-charter.ts";
import { explainFigure } from "#operations/explain-figure.ts";
import { listCapabilities } from "#operations/list-capabilities.ts";
import { listDeliveries } from "#operations/list-deliveries.ts";
import { listDeliveryRollUps } from "#operations/list-delivery-roll-ups.ts";
import { listProductSteps, listProposals } from "#operations/list-proposals.ts";
import { listSignals } from "#operations/list-signals.ts";
import { listValue } from "#operations/list-value.ts";
import { readSections } from "#operations/read-sections.ts";
import { summariseReport } from "#operations/summarise-report.ts";
import { writeOnePager } from "#operations/write-one-pager.ts";
import type { AssessmentReader, ListKey } from "#ports/assessment-store.ts";
import type { AnswerContext } from "#ports/context.ts";
import type { SectionName } from "#sections/index.ts";
import type { Report } from "#sections/report.ts";

const report = sampleReport();
const memory = contextOver(report);
let home = "";
let files: AnswerContext;
let id = "";
const asked = new Set<string>();

/** Notes what is asked of the one behind it. */
class NotedReader implements AssessmentReader {
  private readonly behind: AssessmentReader;

  constructor(behind: AssessmentReader) {
    this.behind = behind;
  }

  head(assessment: string) {
    return this.behind.head(assessment);
  }

  section<Name extends SectionName>(assessment: string, name: Name) {
    asked.add(name);
    return this.behind.section(assessment, name);
  }

  items<Key extends ListKey>(
    assessment: string,
    key: Key,
    field: string & keyof Report[Key][number],
    values: ReadonlySet<string>,
  ) {
    asked.add(`${key} by ${field}`);
    return this.behind.items(assessment, key, field, values);
  }
}

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "fulcrum-answers-"));
  const { assessments } = quietContext({ home });
  const origin = { folders: [], configurationPath: null, generatedAt: report.generatedAt };
  id = await assessments.save({ place: join(home, "place"), report, origin, reuseKey: null });
  files = { assessments: new NotedReader(assessments) };
});
afterAll(() => rm(home, { recursive: true, force: true }));

const [capability] = report.capabilities;
const name = capability?.id ?? "";
type Verb = (context: AnswerContext, assessment: string) => Promise<unknown>;
const explain =
  (subject: string): Verb =>
  (context, assessment) =>
    explainFigure(context, { assessment, folders: [], subject });

/** Each verb, and the sections that it may read. */
const verbs: Readonly<Record<string, readonly [Verb, readonly string[]]>> = {
  capabilities: [
    (context, assessment) =>
      listCapabilities(context, { assessment, kind: null, owner: null, withUnused: true }),
    ["adoption", "capabilities", "teams"],
  ],
  value: [
    (context, assessment) => listValue(context, { assessment, capability: name, withAll: true }),
    ["capabilities", "value"],
  ],
  deliveries: [
    (context, assessment) =>
      listDeliveries(context, { assessment, component: null, environment: null, withAll: true }),
    ["components", "delivery"],
  ],
  "roll-ups": [
    (context, assessment) => listDeliveryRollUps(context, { assessment, scope: "team" }),
    ["delivery"],
  ],
  proposals: [
    (context, assessment) => listProposals(context, { assessment, byEffort: false, limit: null }),
    ["lenses", "sourcing", "teams"],
  ],
  "steps of a product": [
    (context, assessment) => listProductSteps(context, { assessment, product: "order-tracker" }),
    ["components", "lenses"],
  ],
  signals: [(context, assessment) => listSignals(context, { assessment }), ["signals"]],
  maturity: [
    (context, assessment) => readSections(context, { assessment, names: ["maturity"] }),
    ["maturity"],
  ],
  summary: [
    (context, assessment) => summariseReport(context, { assessment }),
    [
      "adoption",
      "blindSpots",
      "capabilities",
      "changes",
      "components",
      "lenses",
      "organisation",
      "problems",
      "repositories",
      "signals",
      "teams",
    ],
  ],
  "one-pager": [
    (context, assessment) =>
      writeOnePager(context, { assessment, capability: name, redacted: false }),
    [
      "adoption",
      "capabilities",
      "components",
      "consumptions by capabilityId",
      "decisions",
      "documentation",
      "goals",
      "lenses",
      "organisation",
      "teams",
      "value",
    ],
  ],
  charter: [
    (context, assessment) => draftCharter(context, { assessment }),
    [
      "adoption",
      "blindSpots",
      "capabilities",
      "components",
      "consumptions",
      "decisions",
      "documentation",
      "goals",
      "interview",
      "lenses",
      "organisation",
      "teams",
      "value",
    ],
  ],
};

const named = ["capabilities", "components", "lenses", "repositories", "signals", "teams"];
const byId = ["consumptions by id", "evidence by id"];
/** What those outside use of it, and what users stumble over. */
const outside = ["partners", "usability"];
const explained: Readonly<Record<string, readonly [string, readonly string[]]>> = {
  "a capability": [
    name,
    [
      ...named,
      ...byId,
      "adoption",
      "consumptions by capabilityId",
      "documentation",
      "stability",
      ...outside,
    ],
  ],
  "a component": [
    report.components[0]?.id ?? "",
    [
      ...named,
      ...byId,
      "consumptions by consumerComponentId",
      "ownership",
      "sharedRisks",
      ...outside,
    ],
  ],
  "a team": [report.teams[0]?.id ?? "", [...named, ...byId, "cognitiveLoad", "maintainability"]],
  "a repository": [report.repositories[0]?.id ?? "", [...named, ...byId, "problems"]],
  "a use": [report.consumptions[0]?.id ?? "", [...named, ...byId]],
  "a fact": [report.evidence[0]?.id ?? "", [...named, ...byId, "consumptions"]],
  "a signal": ["signal 3", [...named, ...byId]],
  "a proposal": [report.lenses.platform[0]?.id ?? "", [...named, ...byId]],
  "a figure of adoption": [
    `/adoption/${escapedStep(name)}/rate`,
    [...named, "adoption", "consumptions by capabilityId", "evidence by id"],
  ],
  "a figure of another section": ["/maturity", [...named, "evidence by id", "maturity"]],
};

describe("answers from files are those from memory, of the sections that they need", () => {
  it.each(Object.entries(verbs))("%s", async (_name, [verb, sections]) => {
    asked.clear();
    expect(await verb(files, id)).toEqual(await verb(memory, memory.assessments.id));
    expect([...asked].sort()).toEqual(sections);
  });

  it.each(Object.entries(explained))("what is behind %s", async (_name, [subject, sections]) => {
    asked.clear();
    expect(await explain(subject)(files, id)).toEqual(
      await explain(subject)(memory, memory.assessments.id),
    );
    expect([...asked].sort()).toEqual([...sections].sort());
  });

  it.each(["/", "/sections/adoption"])("%s is of all sections", async (subject) => {
    const found = await explain(subject)(files, id);
    expect(found).toEqual(await explain(subject)(memory, memory.assessments.id));
  });

  it("a section that there is not is refused, with the name of one that is near", async () => {
    await expect(explain("/adoptoin")(files, id)).rejects.toMatchObject({
      code: "unknown-id",
      next: expect.stringContaining("Did you mean adoption?"),
    });
  });

  it("a one-pager of what is no capability is refused", async () => {
    const component = report.components[0]?.id ?? "";
    await expect(
      writeOnePager(files, { assessment: id, capability: component, redacted: false }),
    ).rejects.toMatchObject({ code: "unknown-id" });
  });

  it("an assessment that is not there is refused", async () => {
    await expect(verbs["signals"]?.[0](memory, "another")).rejects.toMatchObject({
      code: "no-assessment",
    });
  });
});
