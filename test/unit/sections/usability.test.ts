import { expect, test } from "vitest";
import { tellUsability } from "#sections/usability/explain.ts";
import { sampleReport } from "#fixtures/sample-report.ts";

test("a component is told with its open findings and the worst of them; one without is not", () => {
  const { usability } = sampleReport();
  const id = usability[0]?.subjectId ?? "";
  const lookups = {
    capabilities: [],
    components: [],
    uses: [],
    usesOf: () => [],
    usesBy: () => [],
    nameOf: (one: string) => one,
  };
  const tell = (subject: string) =>
    tellUsability.tell({ usability }, { kind: "component", id: subject, name: subject }, lookups);
  const told = tell(id);
  expect(told?.facts?.[0]?.value).toMatch(/^1 open finding, serious: “/);
  expect(told?.places).toEqual(["/usability/finding:0"]);
  expect(tell("component:none")).toBeNull();
});
