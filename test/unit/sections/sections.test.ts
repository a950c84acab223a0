import { describe, expect, it } from "vitest";
import { sections } from "#sections/index.ts";

describe("the list of sections", () => {
  it("holds what a section needs before it", () => {
    const before = new Set<unknown>();
    for (const section of sections) {
      for (const [as, needed] of Object.entries<unknown>(section.needs))
        expect(before.has(needed), `${section.name} needs ${as}`).toBe(true);
      before.add(section);
    }
  });

  it("gives each key of the report to one section, under its own name first", () => {
    const keys = sections.flatMap(({ schema }) => Object.keys(schema));
    expect(new Set(keys).size).toBe(keys.length);
    for (const { name, schema } of sections) expect(Object.keys(schema)[0]).toBe(name);
  });

  it("has one section for each kind of thing that can be asked for", () => {
    const kinds = sections.flatMap(({ explains }) => explains?.kinds ?? []);
    expect(new Set(kinds).size).toBe(kinds.length);
    for (const { tells } of sections)
      for (const kind of tells?.about ?? []) expect(kinds).toContain(kind);
  });
});
