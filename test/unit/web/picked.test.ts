import { describe, expect, it } from "vitest";
import { toggled, toggledAll, upTo } from "#web/ui/table/picked.ts";

const keys = new Set(["b"]);
const order = ["a", "b", "c", "d"];

describe("picked rows", () => {
  it("are one more or one less", () => {
    expect([...toggled(keys, "c")]).toEqual(["b", "c"]);
    expect([...toggled(keys, "b")]).toEqual([]);
    expect([...keys]).toEqual(["b"]);
  });

  it("are all of a group, or none where all were", () => {
    expect([...toggledAll(keys, ["b", "c"])]).toEqual(["b", "c"]);
    expect([...toggledAll(new Set(order), ["b", "c"])]).toEqual(["a", "d"]);
  });

  it("are all between two, in either direction", () => {
    expect([...upTo(keys, order, "b", "d")]).toEqual(["b", "c", "d"]);
    expect([...upTo(new Set(), order, "d", "b")]).toEqual(["b", "c", "d"]);
    expect([...upTo(keys, order, null, "d")]).toEqual(["b", "d"]);
    expect([...upTo(keys, order, "gone", "d")]).toEqual(["b", "d"]);
  });
});
