import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nullsThatMeanNone } from "#contract/nulls.ts";
import { report as reportSchema, type Report } from "#sections/report.ts";
import * as expected from "#fixtures/expected.ts";
import { writeSampleOrganisation } from "#fixtures/sample-organisation.ts";
import { formerStaff, individual, people } from "#fixtures/sample/people.ts";
import { assessMeridian, componentId, day, find, shortName } from "./meridian.ts";
import { eachUnknown } from "#sections/each-unknown.ts";
import { values } from "#fixtures/values.ts";

let folder: string;
let report: Report;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "fulcrum-meridian-"));
  writeSampleOrganisation(folder);
  ({ report } = await assessMeridian([folder]));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const component = (name: string) => {
  const found = report.components.find(({ id }) => id === componentId(name));
  if (found === undefined) throw new Error(`The report has no component ${name}`);
  return found;
};
const texts = (evidenceIds: readonly string[]) =>
  report.evidence.filter(({ id }) => evidenceIds.includes(id)).map(({ text }) => text);

describe("what is planted in Meridian Railways", () => {
  it("is assessed without a problem but the planted copy, in a report that follows its schema", () => {
    expect(report.problems.map(({ where }) => where)).toEqual(["station-boards: src/vendor"]);
    expect(reportSchema.parse(report)).toEqual(report);
    expect(report.organisation).toMatchObject({ repositoryCount: 26, name: "Meridian Railways" });
  });

  describe.each(expected.expectedCapabilities)("$name", (planted) => {
    it("has the planted adopters, now and ever", () => {
      const { adoptersNow, adoptersEver } = find(report, planted.name).adoption;
      expect({ adoptersNow, adoptersEver }).toEqual({
        adoptersNow: planted.adoptersNow,
        adoptersEver: planted.adoptersEver,
      });
    });

    it("has the planted uses, by the day and with the reason of their end", () => {
      const { uses } = find(report, planted.name);
      const found = uses.map(({ consumerComponentId, from, to, endReason }) => ({
        component: shortName(consumerComponentId),
        from: day(from),
        to: to === null ? null : day(to),
        end: endReason,
      }));
      const order = (list: typeof found) =>
        list.toSorted((a, b) => (`${a.component} ${a.from}` < `${b.component} ${b.from}` ? -1 : 1));
      expect(order(found)).toEqual(
        order(planted.uses.map((use) => ({ ...use, end: use.end ?? null }))),
      );
    });

    it("has the planted provider and owner", () => {
      const { capability } = find(report, planted.name);
      const owners = planted.owner === null ? [] : [`team:${planted.owner}`];
      expect(capability.ownerIds).toEqual(owners);
      if (planted.provider === null) expect(capability.providerComponentId).toBeNull();
      else {
        const [repository = ""] = planted.provider.split("#");
        expect(shortName(capability.providerComponentId ?? "")).toMatch(
          new RegExp(`^${repository}(?:#|$)`),
        );
      }
    });
  });

  it("has the planted owners, and where each is written", () => {
    for (const [name, owner] of Object.entries(expected.expectedOwners)) {
      const { ownerIds, ownerSource } = component(name);
      const planted = owner === "individual" ? "individual-owned" : owner;
      expect(ownerIds, name).toEqual(planted === null ? [] : [`team:${planted}`]);
      expect(ownerSource === "unknown", name).toBe(planted === null);
    }
    const sources = ["web-kit", "ci-workflows", "rolling-stock"].map(
      (name) => component(name).ownerSource,
    );
    expect(sources).toEqual(["catalog-info", "codeowners", "codeowners"]);
    expect(report.teams.find(({ id }) => id === "team:individual-owned")).toMatchObject({
      kind: "individual-owned",
      componentIds: [componentId("fare-sketches")],
    });
  });

  it("has the classes that leave no doubt, with their reasons", () => {
    for (const [name, planted] of Object.entries(expected.expectedClasses)) {
      expect(component(name).class, name).toBe(planted);
      expect(component(name).reasonsFor.length, name).toBeGreaterThan(0);
    }
  });

  it("reports the catalogue entry that contradicts the code, and the class that a published catalogue declares", () => {
    const { component: name, declared } = expected.expectedContradiction;
    const [words = ""] = component(name).contradictions;
    expect(words).toContain(declared);
    expect(words).toContain("product");
    // Only the published catalogue, as configured, says a word about ticket-office.
    expect(component("ticket-office").declaredClass).toBe("product");
  });

  it("knows what is archived", () => {
    for (const { component: name } of expected.expectedArchived)
      expect(component(name), name).toMatchObject({ lifecycle: "archived", live: false });
  });
});

describe("shapes of adoption", () => {
  it("a renamed package continues the same capability", () => {
    const { before, after } = expected.expectedRename;
    const { capability, adoption } = find(report, after);
    expect(capability.formerNames).toEqual([before]);
    expect(report.capabilities.map(({ name }) => name)).not.toContain(before);
    expect(adoption.retention?.events).toBe(0);
  });

  it("coming back within 90 days goes on with the same use; later is another one", () => {
    const { capability, component: name } = expected.expectedReadoption;
    const usesBy = (of: string, by: string) =>
      find(report, of).uses.filter((one) => one.consumerComponentId === componentId(by));
    expect(usesBy(capability, name)).toHaveLength(1);
    expect(usesBy(expected.telemetry.name, "line-services#services/weather-watch")).toHaveLength(2);
  });

  it("finds the mandated wave with the decision behind it, and who is in it", () => {
    const { capability, from, to, adopters, owners, decision } = expected.expectedWave;
    const [wave, ...others] = find(report, capability).adoption.waves;
    expect(others).toEqual([]);
    expect(wave).toMatchObject({ kind: "mandated", adopters, owners: owners.length });
    expect([day(wave?.from ?? ""), day(wave?.to ?? "")]).toEqual([from, to]);
    expect(wave?.reason).toContain(decision.path);
    const starts = texts(wave?.evidenceIds ?? []).filter((text) => text.startsWith("begins"));
    expect(starts).toHaveLength(adopters);
  });

  it("calls the slow growth no wave, and foretells it", () => {
    const { waves, forecast } = find(report, expected.serviceKit.name).adoption;
    expect(waves).toEqual([]);
    expect(forecast?.points).toHaveLength(8);
    for (const { likely, low, high } of forecast?.points ?? []) {
      expect(low).toBeLessThanOrEqual(likely);
      expect(high).toBeGreaterThanOrEqual(likely);
      expect(likely).toBeLessThanOrEqual(forecast?.ceiling ?? 0);
    }
    expect(forecast?.ceiling).toBeGreaterThanOrEqual(expected.serviceKit.adoptersEver);
  });

  it("foretells nothing where too few adopted, and says so", () => {
    const { unknown } = report.sections.adoption;
    for (const one of report.adoption) {
      const said = unknown.filter(
        ({ keys, fields }) => keys.includes(one.capabilityId) && fields.includes("forecast"),
      );
      expect(said).toHaveLength(one.forecast === null ? 1 : 0);
      if (one.adoptersEver < 20) expect(said[0]?.code).toBe("too-few-adoptions");
    }
  });

  it("counts who brought each capability", () => {
    for (const [name, planted] of Object.entries(expected.expectedPull))
      expect(find(report, name).adoption.pull, name).toMatchObject(planted);
  });

  it("withholds counts that could point at a person, and says why", () => {
    for (const { capabilityId, pull, adoptersEver } of report.adoption) {
      const said = report.sections.adoption.unknown.find(
        ({ keys, fields }) => keys.includes(capabilityId) && fields.includes("pull"),
      );
      if (pull === null) {
        expect(said?.code).toMatch(/^(?:no-uses|suppressed|suppressed-complementary)$/);
        continue;
      }
      expect(said).toBeUndefined();
      expect(adoptersEver).toBeGreaterThanOrEqual(5);
      const cells = [pull.consumer, pull.provider, pull.unclear];
      expect(cells.filter((one) => one === null)).not.toHaveLength(1);
      expect(cells.every((one) => one === null || one === 0 || one >= 5)).toBe(true);
    }
    expect(find(report, expected.rubyBase.name).adoption.pull).toBeNull();
  });

  it("finds the quiet defections", () => {
    const found = report.adoption.flatMap(({ capabilityId, defections }) =>
      defections.map(({ kind, componentId: id }) => ({
        kind,
        capabilityId,
        component: shortName(id),
      })),
    );
    const planted = expected.expectedDefections.map(({ kind, capability, component: by }) => ({
      kind,
      capabilityId: find(report, capability).capability.id,
      component: by,
    }));
    const order = (list: typeof found) =>
      list.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    expect(order(found)).toEqual(order(planted));
  });

  it("tells where those who left went, and how long they stayed", () => {
    const { retention, left: parts, retirement } = find(report, expected.pageShell.name).adoption;
    expect(parts).toEqual({ count: 8, livedOn: 0, ended: 1, moved: 6, retired: 1 });
    expect(retirement).toMatchObject({ state: "completed", left: 8, of: 8 });
    const left = retention?.leaversTo.map(({ reason, to, count }) => [reason, to, count]);
    expect(left).toEqual([
      ["moved", find(report, expected.components.name).capability.id, 6],
      ["archived", null, 1],
      ["retired", null, 1],
    ]);
    // Its provider retired it: nobody is lost, so nothing says how long they would have stayed.
    expect(retention).toMatchObject({ n: 8, events: 0, medianDays: null });
    expect(find(report, expected.serviceKit.name).adoption.retention?.medianDays).toBeNull();
  });

  it("tells chosen from captive where the jobs are known", () => {
    const choiceOf = (name: string) => find(report, name).adoption.choice;
    expect(choiceOf(expected.config.name)).toEqual({ chosen: 0, captive: 7, unknown: 0 });
    // page_shell was still in use somewhere when all but the last of them moved.
    expect(choiceOf(expected.components.name)).toEqual({ chosen: 5, captive: 1, unknown: 0 });
    expect(choiceOf(expected.ui.name)).toEqual({ chosen: 0, captive: 0, unknown: 9 });
  });
});

describe("versions", () => {
  it.each(Object.entries(expected.expectedMajors))("majors of %s in use", (name, planted) => {
    const { currency } = find(report, name).adoption;
    const found = currency.versionsInUse.flatMap(({ version, componentIds }) =>
      componentIds.map((id): [string, string] => [shortName(id), version.split(".")[0] ?? ""]),
    );
    const inUse = find(report, name).uses.filter(({ to }) => to === null);
    const still = new Set(inUse.map((one) => shortName(one.consumerComponentId)));
    const wanted = Object.entries(planted).filter(([by]) => still.has(by));
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(wanted));
  });

  it("knows the newest versions and how far behind the consumers are", () => {
    for (const [name, newest] of Object.entries(expected.expectedNewest))
      expect(find(report, name).capability.latestVersion, name).toBe(newest);
    const { currency } = find(report, expected.ui.name).adoption;
    // On 5.1.0 twice, 5.0.0, 4.0.0 twice, 3.0.0 three times and 2.4.0, of seven releases up to 5.1.0.
    expect(currency.versionsBehind).toEqual({ p50: 2, max: 4, n: 9 });
    const onNewest = { major: "5", share: 3 / 9, numerator: 3, denominator: 9 };
    expect(currency.onNewestMajor).toEqual(onNewest);
  });
});

describe("services, reverse tests and providers that are elsewhere", () => {
  it("finds every use of a service, with the literal text that was seen", () => {
    const services = [...new Set(expected.expectedServiceUses.map(({ service }) => service))];
    const found = services.flatMap((service) => {
      const { uses } = find(report, service);
      for (const { via, confidence, evidenceIds } of uses) {
        expect(via).toBe("service");
        expect(["high", "medium"]).toContain(confidence);
        const seen = texts(evidenceIds).map((text) => text.toLowerCase().replaceAll("_", "-"));
        expect(seen.some((text) => text.includes(service.replace(/-api$/, "")))).toBe(true);
      }
      return uses.map((one) => `${shortName(one.consumerComponentId)} → ${service}`);
    });
    const planted = expected.expectedServiceUses.map(
      ({ consumer, service }) => `${consumer} → ${service}`,
    );
    expect(found.toSorted()).toEqual(planted.toSorted());
  });

  it("leaves reverse tests out of adoption", () => {
    const reverse = report.consumptions.filter(({ scope }) => scope === "reverse-test");
    const provider = new Map(report.capabilities.map((one) => [one.id, one.providerComponentId]));
    const found = reverse.map((one) => ({
      library: shortName(one.consumerComponentId),
      tested: shortName(provider.get(one.capabilityId) ?? ""),
    }));
    expect(found).toHaveLength(expected.expectedReverseTests.length);
    expect(found).toEqual(expect.arrayContaining([...expected.expectedReverseTests]));
    for (const { capabilityId } of reverse) {
      const adoption = report.adoption.find((one) => one.capabilityId === capabilityId);
      expect(adoption).toMatchObject({ adoptersNow: 0, adoptersEver: 0 });
    }
  });

  it("keeps capabilities whose repository is not there, and asks for it", () => {
    for (const { name } of [expected.paymentsSdk, expected.railEvents]) {
      const { capability, adoption } = find(report, name);
      expect(capability.providerComponentId).toBeNull();
      expect(adoption.eligibleCount).toBeNull();
      const said = report.sections.capabilities.unknown.find(({ keys, fields }) => {
        return keys.includes(capability.id) && fields.includes("providerComponentId");
      });
      expect(said?.code).toBe("provider-not-read");
    }
  });
});

/** Every value of the report with its JSON pointer. */
/** Itself and what is around it, without the entry of the report: an entry may speak for a list. */
function covering(place: string, pattern: string): string[] {
  const [steps, kinds] = [place.split("/"), pattern.split("/")];
  const positions = kinds.flatMap((kind, at) => (at > 2 && kind === "*" ? [at] : []));
  return [
    place,
    ...positions.map((_, count) => {
      const left = new Set(positions.slice(positions.length - 1 - count));
      return steps.filter((_step, at) => !left.has(at)).join("/");
    }),
  ];
}

describe("the report holds together", () => {
  /** What other insights write, they hold together in tests of their own. */
  const sections = ["components", "capabilities", "consumptions", "adoption", "teams"] as const;
  const all = () => [...values(report)];
  const unknowns = () =>
    Object.values(report.sections).flatMap(({ unknown }) => eachUnknown(unknown));
  const isChecked = (place: string): boolean =>
    sections.some((name) => place.startsWith(`/${name}/`));

  it("has an entry for every null that says unknown", () => {
    const said = new Set(unknowns().map(({ place }) => place));
    const none = new Set<string>(nullsThatMeanNone);
    const unsaid = all()
      .filter(({ place, value }) => value === null && isChecked(place))
      .filter(({ pattern }) => !none.has(pattern))
      .filter(({ place, pattern }) => !covering(place, pattern).some((one) => said.has(one)))
      .map(({ place }) => place);
    expect(unsaid).toEqual([]);
  });

  it("says unknown of nothing that it knows, and of nothing that it does not hold", () => {
    const held = new Map(all().map(({ place, value }) => [place, value] as const));
    for (const { place, reason, needs } of unknowns()) {
      expect(reason, place).not.toBe("");
      expect(needs, place).not.toBe("");
      // A field of all entries of a list is spoken of without any: `/adoption/KEY/curve/eligible`.
      const isOfList = Array.isArray(held.get(place.slice(0, place.lastIndexOf("/"))));
      const value = held.get(place);
      if (!isOfList && !Array.isArray(value)) expect(value, place).toBeNull();
    }
  });

  it("refers to nothing that it does not hold", () => {
    const held = new Set<unknown>(
      [
        report.evidence,
        report.repositories,
        report.teams,
        report.components,
        report.capabilities,
        report.consumptions,
        report.lenses.platform,
      ].flatMap((list) => list.map(({ id }) => id)),
    );
    for (const { sloId } of report.reliability) held.add(sloId);
    for (const { indicators } of [...report.signals.signals, ...report.signals.decays])
      for (const { id } of indicators) held.add(id);
    const references = all().filter(({ pattern }) => /Ids?(?:\/\*)?$/.test(pattern));
    expect(references.length).toBeGreaterThan(1000);
    for (const { place, value: id } of references) {
      if (typeof id === "string") expect(held.has(id), `${place}: ${id}`).toBe(true);
    }
    for (const { id } of report.evidence) expect(id).toMatch(/^evidence:[0-9a-f]{16}$/);
    expect(new Set(report.evidence.map(({ id }) => id)).size).toBe(report.evidence.length);
  });

  it("names no person and gives no address", () => {
    const json = JSON.stringify(report);
    const lowerCase = json.toLowerCase();
    const persons = [...Object.values(people).flat(), ...formerStaff, individual.person];
    for (const person of persons) {
      const [name = "", address = ""] = person.replace(">", "").split(" <");
      for (const word of [name, address, address.split("@")[0] ?? ""])
        expect(lowerCase).not.toContain(word.toLowerCase());
    }
    expect(json).not.toContain(individual.handle);
    expect(json).not.toMatch(/[\w.+-]+@[\w-]+\.(?:example|com)\b/);
    // Pseudonyms are for counting inside the model.
    expect(json).not.toMatch(/openedBy|"person"|personIndex/);
  });

  it("opens counts of persons into no commit", () => {
    for (const { pull } of report.adoption) {
      if (pull === null) continue;
      expect(Object.keys(pull).toSorted()).toEqual([
        "bot",
        "consumer",
        "provider",
        "template",
        "unclear",
      ]);
    }
  });
});
