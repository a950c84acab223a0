import * as fc from "fast-check";
import { expect, it } from "vitest";
import { ownerLabels } from "#sources/catalogue/owner-labels.ts";

const read = (...lines: string[]) =>
  (ownerLabels.read({ path: "deploy.yaml", text: lines.join("\n") }).entities ?? []).map(
    ({ owner, name, line }) => `${String(line)} ${owner ?? ""}${name === "" ? "" : ` of ${name}`}`,
  );

it.each<[string, string[], string[]]>([
  [
    "a manifest",
    [
      "kind: Deployment",
      "metadata:",
      "  labels:",
      "    app.kubernetes.io/name: lobby",
      "    team: pit",
      "spec: {}",
    ],
    ["5 pit of lobby"],
  ],
  [
    "an annotation with a domain",
    ["metadata:", "  annotations:", '    cinema.example/team-name: "Front of House"'],
    ["3 Front of House"],
  ],
  [
    "Backstage's key",
    ["  annotations:", "    backstage.io/owner: group:default/pit"],
    ["2 group:default/pit"],
  ],
  ["one line", ["metadata: {name: a}", "labels: {app: lobby, owner: pit}"], ["2 pit of lobby"]],
  [
    "an overlay",
    ["commonLabels:", "  squad: pit", "labels:", "- pairs:", "    team: front"],
    ["2 pit", "5 front"],
  ],
  ["a chart", ["podLabels:", "  team: pit", "image: {tag: 1}"], ["2 pit"]],
  [
    "infrastructure",
    ["  default_tags {", "    tags = {", '      Owner = "pit"', "    }", "  }"],
    ["3 pit"],
  ],
  ["compose", ["    labels:", "      - team=pit", "      - example.cinema.owner=front"], ["2 pit"]],
])("reads the labels of %s", (_, lines, expected) => {
  expect(read(...lines)).toEqual(expected);
});

it.each<[string, string[]]>([
  ["outside of labels", ["team: pit", "spec:", "  owner: pit"]],
  ["of others", ["matchLabels:", "  team: pit"]],
  [
    "to be filled in",
    ["labels:", "  team: {{ .Values.team }}", "  owner: ${team}", "  squad: $(TEAM)"],
  ],
  ["of Terraform's variables", ["tags = {", "  team = var.team", "  owner = local.owner", "}"]],
  ["of persons", ["labels:", "  owner: kim@cinema.example", "  team: user:kim"]],
  ["that say nothing", ["labels:", "  owner: unknown", "  team: tbc"]],
])("leaves words alone %s", (_, lines) => {
  expect(read(...lines)).toEqual([]);
});

it("never throws, and its lines are in the file", () => {
  const piece = fc.constantFrom(
    "labels:",
    "\n",
    "  ",
    "team: a",
    "{",
    "}",
    "owner=",
    "'",
    '"',
    "- ",
    "tags = {",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join("");
      for (const { line } of ownerLabels.read({ path: "a.yaml", text }).entities ?? [])
        expect(line).toBeLessThanOrEqual(text.split("\n").length);
    }),
  );
});
