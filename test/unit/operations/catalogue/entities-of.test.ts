import {
  type Entity,
  apiEntityV1alpha1Validator,
  componentEntityV1alpha1Validator,
  domainEntityV1alpha1Validator,
  entityEnvelopeSchemaValidator,
  entitySchemaValidator,
  FieldFormatEntityPolicy,
  groupEntityV1alpha1Validator,
  resourceEntityV1alpha1Validator,
  stringifyEntityRef,
  systemEntityV1alpha1Validator,
} from "@backstage/catalog-model";
import { describe, expect, it } from "vitest";
import { sampleReport } from "#fixtures/sample-report.ts";
import { componentId } from "#fixtures/sample-report/bakery.ts";
import { entitiesOf } from "#operations/catalogue/entities-of.ts";
import { entityName } from "#operations/catalogue/entity.ts";
import { sourceAnnotations } from "#operations/catalogue/source-annotations.ts";

/** The bakery, with a system that its catalogue names. */
function withSystem() {
  const sample = sampleReport();
  const [whole] = sample.deliveryRollUps;
  if (whole === undefined) throw new Error("The sample has no roll-ups.");
  const componentIds = [componentId("order-tracker"), componentId("recipe-book")];
  const system = { id: "product:Cakes", name: "Cakes", scope: "product" as const, componentIds };
  return { ...sample, deliveryRollUps: [...sample.deliveryRollUps, { ...whole, ...system }] };
}

const report = withSystem();
const entities = entitiesOf("bakery", report);
/** As its client reads them: of plain JSON. */
const received = JSON.parse(JSON.stringify(entities)) as readonly Entity[];
const byTitle = (title: string, kind = "Component") =>
  entities.find((one) => one.metadata.title === title && one.kind === kind);

const validators = [
  apiEntityV1alpha1Validator,
  componentEntityV1alpha1Validator,
  domainEntityV1alpha1Validator,
  groupEntityV1alpha1Validator,
  resourceEntityV1alpha1Validator,
  systemEntityV1alpha1Validator,
];

describe("entities of an assessment", () => {
  it("are such as Backstage's own validators take, whatever things are called", async () => {
    const envelope = entityEnvelopeSchemaValidator();
    const schema = entitySchemaValidator();
    const policy = new FieldFormatEntityPolicy();
    const kinds = new Set<string>();
    for (const entity of received) {
      envelope(entity);
      await policy.enforce(schema(entity));
      const taken = await Promise.all(validators.map((validator) => validator.check(entity)));
      expect(taken.filter(Boolean), entity.metadata.title).toHaveLength(1);
      kinds.add(entity.kind);
    }
    expect([...kinds].toSorted()).toEqual([
      "API",
      "Component",
      "Domain",
      "Group",
      "Resource",
      "System",
    ]);
    expect(entities.some(({ metadata }) => metadata.title.includes("<script>"))).toBe(true);
    expect(new Set(entities.map(({ metadata }) => metadata.uid)).size).toBe(entities.length);
  });

  it("are the same again, and know each other from both ends", () => {
    expect(entitiesOf("bakery", withSystem())).toEqual(entities);
    const ends: Record<string, string> = {
      ownedBy: "ownerOf",
      dependsOn: "dependencyOf",
      providesApi: "apiProvidedBy",
      consumesApi: "apiConsumedBy",
      partOf: "hasPart",
    };
    const all = new Set(
      received.flatMap((one) =>
        (one.relations ?? []).map(({ type, targetRef }) =>
          [stringifyEntityRef(one), type, targetRef].join(" "),
        ),
      ),
    );
    let forwards = 0;
    for (const one of all) {
      const [from = "", type = "", to = ""] = one.split(" ");
      const back = ends[type];
      if (back === undefined) continue;
      forwards++;
      expect(all).toContain([to, back, from].join(" "));
    }
    expect(forwards * 2).toBe(all.size);
    expect(new Set([...all].map((one) => one.split(" ")[1]))).toEqual(
      new Set([...Object.keys(ends), ...Object.values(ends)]),
    );
  });

  it("say who owns a component, what it is made of, what it uses today and what offers it", () => {
    const group = byTitle("Ovens", "Group");
    const ownerRef = `group:bakery/${String(group?.metadata.name)}`;
    const kit = byTitle("dough-kit");
    expect(kit).toMatchObject({
      spec: { type: "library", lifecycle: "production", owner: ownerRef },
      metadata: {
        annotations: {
          "fulcrum/id": componentId("dough-kit"),
          "backstage.io/source-location": "url:https://git.example/crumb/dough-kit/",
        },
        tags: ["ruby"],
      },
    });
    const stock = byTitle("stock-api", "API");
    expect(stock?.relations.map(({ type }) => type)).toContain("apiProvidedBy");
    const current = report.consumptions.filter(
      (use) => use.to === null && use.consumerComponentId === componentId("order-tracker"),
    );
    const used = byTitle("order-tracker")?.relations.filter(({ type }) =>
      ["dependsOn", "consumesApi"].includes(type),
    );
    expect(used?.length).toBe(new Set(current.map((use) => use.capabilityId)).size);
    const system = `system:bakery/${String(byTitle("Cakes", "System")?.metadata.name)}`;
    expect(byTitle("order-tracker")?.spec["system"]).toBe(system);
    expect(byTitle("flour-experiments")?.spec).toMatchObject({ owner: "unknown" });
  });
});

it("places code where forges show it, and nowhere where no remote is known", () => {
  const of = (id: string, path: string, defaultBranch: string | null = "main") =>
    sourceAnnotations({ id: `repository:${id}`, defaultBranch }, path);
  expect(of("github.com/crumb/till", "apps/a b")).toEqual({
    "backstage.io/source-location": "url:https://github.com/crumb/till/tree/main/apps/a%20b/",
    "github.com/project-slug": "crumb/till",
  });
  expect(of("gitlab.com/crumb/group/till", ".")).toEqual({
    "backstage.io/source-location": "url:https://gitlab.com/crumb/group/till/-/tree/main/",
    "gitlab.com/project-slug": "crumb/group/till",
  });
  expect(of("github.com/crumb/till", ".", null)).toMatchObject({
    "backstage.io/source-location": "url:https://github.com/crumb/till/",
  });
  expect(of("till", ".")).toEqual({});
  expect(of("group/till", ".")).toEqual({});
});

it("keeps names within 63 characters, and what tells them apart", () => {
  const long = "a".repeat(60);
  expect(entityName(`${long}-0f0f0f`)).toBe(`${"a".repeat(56)}-0f0f0f`);
  expect(entityName(`${"a".repeat(55)}-bbbb-0f0f0f`)).toBe(`${"a".repeat(55)}-0f0f0f`);
});
