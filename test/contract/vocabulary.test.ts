import { describe, expect, expectTypeOf, it } from "vitest";
import * as vocabulary from "#contract/vocabulary.ts";
import type * as facts from "#evidence/facts.ts";
import type * as organisation from "#model/organisation.ts";

/** Layers below the contract spell their unions themselves; the type checker holds the two spellings together. */
describe("the vocabulary of the contract", () => {
  it("is that of the evidence", () => {
    expectTypeOf<vocabulary.Scope>().toEqualTypeOf<facts.Scope>();
    expectTypeOf<vocabulary.CapabilityKind>().toEqualTypeOf<facts.CapabilityKind>();
  });

  it("is that of the model", () => {
    expectTypeOf<vocabulary.OwnerSource>().toEqualTypeOf<organisation.OwnerSource>();
    expectTypeOf<vocabulary.Lifecycle>().toEqualTypeOf<organisation.Lifecycle>();
    expectTypeOf<vocabulary.Confidence>().toEqualTypeOf<organisation.Confidence>();
    expectTypeOf<vocabulary.ConsumptionVia>().toEqualTypeOf<organisation.Consumption["via"]>();
    expectTypeOf<vocabulary.Scope>().toEqualTypeOf<organisation.Consumption["scope"]>();
  });

  it.each(Object.entries(vocabulary))(
    "%s: every word once, in kebab-case or camelCase",
    (_, words) => {
      expect(words.length).toBeGreaterThan(1);
      expect(new Set(words).size).toBe(words.length);
      expect(words.filter((word) => !/^[a-z][A-Za-z]*(?:-[a-z]+)*$/.test(word))).toEqual([]);
    },
  );
});
