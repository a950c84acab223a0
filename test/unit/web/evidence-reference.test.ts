import { gzipSync } from "node:zlib";
import { describe, expect, it, test } from "vitest";
import { deliveryItem, deploymentReference } from "#web/api/delivery-evidence.ts";
import { resolveEvidence, type EvidenceReader } from "#web/api/evidence-reference.ts";
import { packedSource } from "#web/api/packed-source.ts";
import { keyOfJob } from "#web/api/section-items.ts";
import { reportParts } from "#surfaces/report/report-parts.ts";
import { delivery, sample } from "./rows.ts";

const parts = new Map(reportParts(sample).map(({ name, content }) => [name, content]));
const reader: EvidenceReader = packedSource((part) =>
  gzipSync(JSON.stringify(parts.get(part))).toString("base64"),
);

const [kit] = sample.capabilities;
const [row] = sample.delivery;
const [job] = sample.jobs;
const owned = sample.components.find(({ evidenceIds }) => evidenceIds.length > 0);
const [spread] = sample.consumptions;
if (!kit || !row || !job || !owned || !spread) throw new Error("the sample lacks a row");

describe("the evidence of a reference", () => {
  it("of a fact is that fact", async () => {
    const [fact] = sample.evidence;
    expect(await resolveEvidence(reader, [fact?.id ?? ""])).toMatchObject({
      subject: "one fact",
      count: 1,
      carried: [fact],
      explainId: fact?.id,
    });
  });

  /** The sample, in which the first adoption rests on these facts. */
  const resting = (evidenceIds: readonly string[]): EvidenceReader => ({
    ...reader,
    section: async (name) => {
      const content = await reader.section(name);
      const [first, ...rest] = sample.adoption;
      const shown = { adoption: [{ ...first, evidenceIds }, ...rest] };
      return name === "adoption" ? ({ ...content, shown } as never) : content;
    },
  });

  it("of an adoption with facts of its own is those", async () => {
    const answer = await resolveEvidence(resting(["evidence:1", "evidence:2"]), [
      `adoption:${kit.id}`,
    ]);
    expect(answer).toMatchObject({ subject: `the use of ${kit.name}`, count: 2 });
  });

  it("of an adoption without facts of its own is that of all its uses, each fact once", async () => {
    const answer = await resolveEvidence(resting([]), [`adoption:${kit.id}`]);
    const ids = sample.consumptions
      .filter((use) => use.capabilityId === kit.id && use.scope !== "reverse-test")
      .flatMap((use) => use.evidenceIds);
    expect(answer.count).toBe(new Set(ids).size);
    expect(answer.count).toBeGreaterThan(0);
    expect(answer.explainId).toBe(kit.id);
  });

  it("of a job is that of its solutions; nothing explains it", async () => {
    const answer = await resolveEvidence(reader, [`job:${keyOfJob(job)}`]);
    expect(answer.count).toBe(new Set(job.solutions.flatMap((one) => one.evidenceIds)).size);
    expect(answer).toMatchObject({ subject: job.title, explainId: null });
  });

  it("of a deployment is made of its point", async () => {
    const answer = await resolveEvidence(reader, [deploymentReference(row, 0)]);
    expect(answer).toMatchObject({
      count: 1,
      subject: `${row.application} in ${row.environment}`,
      explainId: null,
    });
    expect(answer.carried[0]).toMatchObject({ at: row.points[0]?.at, how: "observed" });
  });

  it("of a use says who uses what", async () => {
    const consumer = sample.components.find(({ id }) => id === spread.consumerComponentId);
    const used = sample.capabilities.find(({ id }) => id === spread.capabilityId);
    expect((await resolveEvidence(reader, [spread.id])).subject).toBe(
      `${consumer?.name ?? ""} using ${used?.name ?? ""}`,
    );
  });

  it("of several is put together, each fact once, and nothing explains it at once", async () => {
    const answer = await resolveEvidence(reader, [owned.id, owned.id, spread.id]);
    expect(answer.subject).toBe("3 records");
    expect(answer.count).toBe(new Set([...owned.evidenceIds, ...spread.evidenceIds]).size);
    expect(answer.explainId).toBeNull();
  });

  test.each([
    ["capability:gone", "one fact"],
    ["consumption:gone", "one fact"],
    ["adoption:capability:gone", "the use of capability:gone"],
    ["value:capability:gone", "the effort in capability:gone"],
    ["deployment:0:gone in production", "gone in production"],
    ["no-reference", "one fact"],
  ])("%s is about %s, and rests on nothing", async (reference, subject) => {
    expect(await resolveEvidence(reader, [reference])).toMatchObject({ subject, count: 0 });
  });
});

test("a section opens into the facts of its entries", async () => {
  const answer = await resolveEvidence(reader, ["section:components"]);
  const facts = new Set(sample.components.flatMap(({ evidenceIds }) => evidenceIds));
  expect(answer).toMatchObject({ count: facts.size, explainId: "/components" });
  expect(facts.size).toBeGreaterThan(0);
});

describe("a deployment as a fact", () => {
  const point = sample.delivery[0]?.points[0];
  if (point === undefined) throw new Error("the sample has no deployment");
  const rows = [
    delivery({
      application: "shop",
      environment: "a: b\nc",
      level: "gitops",
      points: [point, { ...point, version: "v2", path: "apps/shop.yaml", line: 7 }],
    }),
  ];

  it("is found by row and place, whatever the names", () => {
    const [first] = rows;
    if (first === undefined) throw new Error("no row");
    expect(deliveryItem(rows, deploymentReference(first, 1))).toMatchObject({
      source: "gitops",
      path: "apps/shop.yaml",
      line: 7,
      text: "shop v2 in a: b\nc",
    });
  });

  test.each(["deployment:2:shop in a: b\nc", "deployment:x:shop", "evidence:1", ""])(
    "%j is none",
    (reference) => expect(deliveryItem(rows, reference)).toBeNull(),
  );
});
