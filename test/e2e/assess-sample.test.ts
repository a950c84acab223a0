import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { report as reportSchema, type Report } from "#sections/report.ts";
import {
  expectedCapabilities,
  expectedClasses,
  expectedDefections,
  expectedIndividualOwner,
  expectedMajors,
  expectedOwners,
  expectedPull,
  expectedRename,
  expectedReverseTests,
  expectedServiceUses,
} from "#fixtures/expected.ts";
import { organisationName, sampleAsOf } from "#fixtures/sample-organisation.ts";
import { copySample } from "./sample-copy.ts";

/** The main job, as built, with worker threads: what is planted in Meridian Railways is found again, and nothing else. */
let folder: string;
let report: Report;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fulcrum-assess-"));
  const repositories = join(folder, "repos");
  copySample(repositories);
  const json = join(folder, "report.json");
  const main = join(import.meta.dirname, "..", "..", "dist", "bundle", "main.js");
  const words = ["assess", repositories, "--name", organisationName, "--as-of", sampleAsOf];
  const files = ["--no-out", "--json", json, "--cache", join(folder, "cache"), "--quiet"];
  execFileSync(process.execPath, [main, ...words, ...files], { stdio: "pipe" });
  report = reportSchema.parse(JSON.parse(readFileSync(json, "utf8")));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `component:github.com/meridian-railways/web-kit#packages/ui` → `web-kit#packages/ui`. */
const placeOf = (id: string): string =>
  id.replace(/^.*?meridian-railways\//, "").replace(/#\.$/, "");
const dayOf = (at: string | null): string => at?.slice(0, 10) ?? "now";

/** By its name, or by the last part of the package it is published as. */
function capabilityNamed(name: string): Report["capabilities"][number] {
  const last = `/${name.split(/[/:]/).at(-1) ?? ""}`;
  const found =
    report.capabilities.find((one) => one.name === name) ??
    report.capabilities.find(({ packages }) => packages.some((purl) => purl.includes(last)));
  if (found === undefined) throw new Error(`no capability is named ${name}`);
  return found;
}

const adoptionOf = (name: string): Report["adoption"][number] =>
  report.adoption.find(({ capabilityId }) => capabilityId === capabilityNamed(name).id)!;

describe("the sample organisation, assessed", () => {
  it.each(expectedCapabilities.map((planted) => [planted.name, planted] as const))(
    "every use of %s, to the day, and no other",
    (name, planted) => {
      const { id, ownerIds } = capabilityNamed(name);
      const uses = report.consumptions.filter(
        ({ capabilityId, scope }) => capabilityId === id && scope !== "reverse-test",
      );
      const found = uses.map(
        (use) => `${placeOf(use.consumerComponentId)} ${dayOf(use.from)} ${dayOf(use.to)}`,
      );
      const wanted = planted.uses.map((use) => `${use.component} ${use.from} ${use.to ?? "now"}`);
      expect([...new Set(found)].toSorted()).toEqual(wanted.toSorted());
      expect(adoptionOf(name)).toMatchObject({
        adoptersNow: planted.adoptersNow,
        adoptersEver: planted.adoptersEver,
      });
      expect(ownerIds).toEqual(planted.owner === null ? [] : [`team:${planted.owner}`]);
    },
  );

  it.each(expectedServiceUses)("$consumer calls $service", ({ consumer, service }) => {
    const { id } = capabilityNamed(service);
    const uses = report.consumptions.filter(
      (use) =>
        use.capabilityId === id &&
        use.via === "service" &&
        placeOf(use.consumerComponentId) === consumer,
    );
    expect(uses.length).toBeGreaterThan(0);
  });

  it("who brought each in, as a sum", () => {
    const found = Object.keys(expectedPull).map((name) => [name, adoptionOf(name).pull]);
    const wanted = Object.entries(expectedPull).map(([name, pull]) => [
      name,
      { ...pull, unclear: 0 },
    ]);
    expect(found).toEqual(wanted);
  });

  it("owners, and one person who is no team", () => {
    const owners = new Map(report.components.map((one) => [placeOf(one.id), one.ownerIds]));
    const individual = report.teams.find(({ kind }) => kind === "individual-owned");
    for (const [component, owner] of Object.entries(expectedOwners)) {
      const wanted =
        owner === "individual" ? individual?.id : owner === null ? null : `team:${owner}`;
      expect(owners.get(component) ?? [], component).toEqual(wanted === null ? [] : [wanted]);
    }
    expect(JSON.stringify(report)).not.toContain(expectedIndividualOwner);
  });

  it("classes that leave no doubt", () => {
    const classes = new Map(report.components.map((one) => [placeOf(one.id), one.class]));
    const found = Object.keys(expectedClasses).map((component) => [
      component,
      classes.get(component),
    ]);
    expect(Object.fromEntries(found)).toEqual(expectedClasses);
  });

  it("a package renamed is one capability with its former name", () => {
    expect(capabilityNamed(expectedRename.after).formerNames).toContain(expectedRename.before);
  });

  it("a library that runs its consumers' tests does not consume them", () => {
    for (const { library, tested } of expectedReverseTests) {
      const wrong = report.consumptions.filter(
        ({ consumerComponentId, capabilityId, scope }) =>
          placeOf(consumerComponentId).startsWith(library) &&
          placeOf(capabilityId).startsWith(tested) &&
          scope !== "reverse-test",
      );
      expect(wrong).toEqual([]);
    }
  });

  it.each(expectedDefections.filter(({ kind }) => kind !== "substitute"))(
    "a quiet way out: $kind in $component",
    ({ kind, capability, component }) => {
      const found = adoptionOf(capability).defections.filter((one) => one.kind === kind);
      expect(found.map(({ componentId }) => placeOf(componentId))).toContain(component);
    },
  );

  it("majors in use", () => {
    for (const [name, majors] of Object.entries(expectedMajors)) {
      const inUse = adoptionOf(name).currency.versionsInUse.flatMap(({ version, componentIds }) =>
        componentIds.map((id) => [placeOf(id), version.split(".", 1)[0]] as const),
      );
      expect(
        inUse.filter(([place, major]) => majors[place] !== undefined && majors[place] !== major),
      ).toEqual([]);
    }
  });
});
