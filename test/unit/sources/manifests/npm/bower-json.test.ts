import { expect, it } from "vitest";
import { bowerJson } from "#sources/manifests/npm/bower-json.ts";
import { offered, shown } from "../facts-shown.ts";

const text = `{
  "name": "ticket-office",
  "version": "2.1.0",
  "dependencies": {
    "rail": "~1.2",
    "track": "acme-track#^3.0.0",
    "signal": "acme/signal#v2.0.0",
    "points": "git@git.example.org:acme/points.git#1.4.0",
    "lamp": "../lamp"
  },
  "devDependencies": { "whistle": "*" },
  "resolutions": { "rail": "1.2.9" }
}
`;

it("reads packages of Bower by version, by another name, from git and from folders", () => {
  expect(shown(bowerJson, "web/bower.json", text)).toEqual([
    "bower/rail ~1.2 runtime 5",
    "bower/acme-track ^3.0.0 runtime 6",
    "bower/signal v2.0.0 runtime 7 from https://github.com/acme/signal",
    "bower/points 1.4.0 runtime 8 from https://git.example.org/acme/points",
    "bower/lamp - runtime 9 in lamp",
    "bower/whistle * development 11",
  ]);
  expect(offered(bowerJson, "web/bower.json", text)).toEqual(["bower/ticket-office 2.1.0 public"]);
});

it("leaves installed copies out and says what is no version", () => {
  expect(bowerJson.detect("bower_components/rail/bower.json")).toBe("none");
  const read = bowerJson.read({ path: "bower.json", text: '{"dependencies": {"__proto__": 1}}' });
  expect(read.problems?.map(({ text: said }) => said)).toEqual([
    "dependencies: __proto__ has no version text",
  ]);
});
