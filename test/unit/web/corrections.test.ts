import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { keptCorrections, keptTaken } from "#web/features/corrections/kept-basket.ts";
import { markdownWords } from "#web/ui/markdown-words.ts";
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
      "fulcrum correct edge --absent tills till-ui",
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

describe("what another page kept for this one", () => {
  it.each([
    ["without its fields", { kind: "owner", since }],
    ["with fields that are no text", { kind: "owner", component: 5, owner: {}, since }],
    ["of no known kind", { kind: "x: 1, owner", component: "tills", owner: "a", since }],
    ["of no known class", { kind: "class", component: "tills", class: "root", since }],
    ["with lines for a day", { kind: "name", of: "a", name: "b", since: `${since} }\nname: x\n#` }],
    ["that says neither yes nor no", { kind: "edge", consumer: "a", capability: "b", since }],
  ])("is no correction %s", (_words, one) => {
    expect(keptCorrections([one])).toEqual([]);
  });

  it("has no further fields, whose names would stand in fulcrum.yaml as they are", () => {
    const kept = corrections.map((one) => ({ ...one, "x: 1 }\nname: hacked\n#": "" }));
    expect(keptCorrections(kept)).toEqual(corrections);
    expect(keptCorrections("none")).toEqual([]);
  });

  it("is bounded, and so are decisions, which have a day and an answer", () => {
    const taken = { proposalId: "a", title: "b", answer: "accepted", note: "", on: since };
    expect(keptTaken([taken, { ...taken, answer: "x" }, { ...taken, on: "x" }])).toEqual([taken]);
    expect(keptTaken(Array.from({ length: 9_000 }, () => taken)).length).toBeLessThan(5_000);
    const many = Array.from({ length: 9_000 }, () => corrections[0]);
    expect(keptCorrections(many).length).toBeLessThan(5_000);
  });
});

it("a name that begins like an option is none in a command", () => {
  const of = "--undo";
  const edge = { kind: "edge", consumer: of, capability: "a", present: false, since } as const;
  expect(commandLines([{ kind: "name", of, name: "-x", since }, edge]).split("\n")).toEqual([
    "fulcrum correct name -- '--undo' '-x'",
    "fulcrum correct edge --absent -- '--undo' a",
    "",
  ]);
});

it("decisions are Markdown in which no name acts", () => {
  const image = "![a](https://example.org/a.png)";
  expect(markdownWords(`Raise @acme/till above 1.2 (${image} \n# a`)).toBe(
    `Raise \`@acme/till\` above 1.2 \`(${image}\` \`#\` a`,
  );
  expect(markdownWords("<b>`x`</b> www.example.org fixes GH-12, done (50 %).")).toBe(
    "`<b>'x'</b>` `www.example.org` fixes `GH-12,` done (50 %).",
  );
});
