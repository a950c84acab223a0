import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { slug } from "#contract/primitives.ts";
import { slugOf } from "#kernel/ids.ts";

describe("a slug", () => {
  it("is the words of the name, and ends in six digits of the id", () => {
    expect(slugOf("component:git.example/crumb/Till UI#.", "Till UI (v2)")).toMatch(
      /^till-ui-v2-[0-9a-f]{6}$/,
    );
    expect(slugOf("team:crème", "Crème & Brûlée")).toMatch(/^creme-brulee-[0-9a-f]{6}$/);
  });

  it("of things that are named alike differs, and stays what it is", () => {
    const [one, other] = ["component:a", "component:b"].map((id) => slugOf(id, "oven"));
    expect(one).not.toBe(other);
    expect(slugOf("component:a", "oven")).toBe(one);
  });

  test("property: any name is safe in an address", () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ unit: "binary" }), (id, name) => {
        const made = slugOf(id, name);
        expect(slug.safeParse(made).success).toBe(true);
        expect(encodeURIComponent(made)).toBe(made);
        expect(made.length).toBeLessThanOrEqual(67);
      }),
    );
  });
});
