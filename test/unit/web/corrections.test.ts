import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import {
  commandLines,
  sentenceOf,
  subjectOf,
  yamlLines,
  type Correction,
} from "#web/features/corrections/correction-lines.ts";

const since = "2026-03-01";
const corrections: readonly Correction[] = [
  { kind: "owner", component: "tills", owner: 'store "front": # 1', since },
  { kind: "class", component: "tills", class: "product", since },
  { kind: "name", of: "tills", name: "Shop's tills", since },
  { kind: "edge", consumer: "tills", capability: "till-ui", present: false, since },
];

describe("what is put right on the screens", () => {
  it("comes back from fulcrum.yaml as it was said, whatever is in a name", () => {
    expect(load(yamlLines(corrections), { schema: undefined as never })).toMatchObject({
      corrections: corrections.map(({ since: _, ...rest }) => rest),
    });
  });

  it("is a command each, quoted for a shell", () => {
    expect(commandLines(corrections).split("\n")).toEqual([
      `fulcrum correct owner tills 'store "front": # 1'`,
      "fulcrum correct class tills product",
      `fulcrum correct name tills 'Shop'\\''s tills'`,
      "fulcrum correct edge tills till-ui --absent",
      "",
    ]);
  });

  it("counts once for each thing, the later for the earlier", () => {
    const [owner, type] = corrections;
    const again: Correction = { kind: "owner", component: "tills", owner: "ovens", since };
    if (owner === undefined || type === undefined) throw new Error("no corrections");
    expect(subjectOf(owner)).toBe(subjectOf(again));
    expect(subjectOf(owner)).not.toBe(subjectOf(type));
  });

  it("reads as a sentence", () => {
    expect(corrections.map((one) => sentenceOf(one, (id) => id))).toEqual([
      'tills is owned by store "front": # 1',
      "tills is product",
      "tills is called Shop's tills",
      "tills does not use till-ui",
    ]);
  });
});
