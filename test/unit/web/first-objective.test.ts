import { parse } from "yaml";
import { describe, expect, test } from "vitest";
import {
  candidatesOf,
  draftOf,
  unpromisedWords,
} from "#web/features/reliability/first-objective.ts";
import { adoption, capability, plain } from "./rows.ts";

describe("what to promise first", () => {
  const oven = capability("capability:oven", { kind: "service" });
  const proof = capability("capability:proof", { kind: "workflow" });
  const crumb = capability("capability:crumb", { kind: "library" });
  const idle = capability("capability:idle", { kind: "api" });

  test("is what runs and has users, the most used first; libraries promise by their versions", () => {
    const rows = [
      adoption({ capabilityId: oven.id, adoptersNow: 2 }),
      adoption({ capabilityId: proof.id, adoptersNow: 9 }),
      adoption({ capabilityId: crumb.id, adoptersNow: 30 }),
      adoption({ capabilityId: idle.id, adoptersNow: 0 }),
    ];
    expect(candidatesOf([oven, proof, crumb, idle], rows)).toEqual([
      { capability: proof, adoptersNow: 9 },
      { capability: oven, adoptersNow: 2 },
    ]);
  });

  test("leads the screen where nothing is promised", () => {
    expect(plain(unpromisedWords([{ capability: proof, adoptersNow: 1 }]))).toBe(
      "proof serves 1 component without a written objective",
    );
    expect(unpromisedWords([])).toBe("Nothing is promised in writing");
  });

  test("has a draft in OpenSLO whose name is one of Kubernetes, whatever it is called", () => {
    const draft: unknown = parse(draftOf({ ...oven, name: 'Ovens: "north" {1}\n- & more' }));
    expect(draft).toMatchObject({
      apiVersion: "openslo/v1",
      kind: "SLO",
      metadata: { name: "ovens-north-1-more", displayName: 'Ovens: "north" {1}\n- & more' },
      spec: { objectives: [{ target: 0.995 }] },
    });
    expect(parse(draftOf({ ...oven, name: "***" }))).toMatchObject({
      metadata: { name: "capability" },
    });
  });
});
