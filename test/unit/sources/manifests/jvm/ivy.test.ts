import { expect, it } from "vitest";
import { ivyXml } from "#sources/manifests/jvm/ivy.ts";
import { offered, shown } from "../facts-shown.ts";

const text = `<?xml version="1.0"?>
<ivy-module version="2.0">
  <info organisation="org.acme" module="ticket-booth" revision="1.2.0"/>
  <configurations><conf name="compile"/><conf name="test"/></configurations>
  <dependencies>
    <dependency org="org.acme" name="rail" rev="2.1.0" conf="compile->default"/>
    <dependency name="track" rev="latest.integration"/>
    <dependency org="junit" name="junit" rev="4.13.2" conf="test->default"/>
    <dependency org="org.acme" name="lamp_2.13" rev="\${lamp.version}" conf="compile,test->master"/>
    <dependency org="\${org}" name="whistle" rev="1"/>
  </dependencies>
</ivy-module>
`;

it("reads modules of Ivy with their own configurations' scope", () => {
  expect(shown(ivyXml, "ivy.xml", text)).toEqual([
    "maven/org.acme/rail 2.1.0 runtime 6",
    "maven/org.acme/track - runtime 7",
    "maven/junit/junit 4.13.2 test 8",
    "maven/org.acme/lamp - runtime 9",
  ]);
  expect(offered(ivyXml, "ivy.xml", text)).toEqual(["maven/org.acme/ticket-booth 1.2.0 public"]);
  expect(ivyXml.read({ path: "ivy.xml", text }).problems?.map(({ line }) => line)).toEqual([10]);
});

it("is silent of other documents called ivy.xml", () => {
  expect(ivyXml.read({ path: "ivy.xml", text: "<garden><dependencies/></garden>" })).toEqual({});
});
