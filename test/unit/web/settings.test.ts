import { expect, it } from "vitest";
import {
  keepSetting,
  keptJson,
  keptList,
  ofOrganisation,
  settingsBelongTo,
} from "#web/ui/settings.ts";

it("settings about an organisation are found in its own reports only", () => {
  settingsBelongTo("Bakery");
  keepSetting(ofOrganisation("basket"), `["rye"]`);
  settingsBelongTo("Mill");
  expect(keptJson(ofOrganisation("basket"))).toBeNull();
  settingsBelongTo("Bakery");
  expect(keptJson(ofOrganisation("basket"))).toEqual(["rye"]);
});

it("what was kept by another page, or torn, is left out row by row", () => {
  expect(keptList([1, null, { name: 2 }, { name: "rye" }], ["name" as never])).toEqual([
    { name: "rye" },
  ]);
  expect(keptList("rye", [])).toEqual([]);
  keepSetting("torn", `{"name":`);
  expect(keptJson("torn")).toBeNull();
});
