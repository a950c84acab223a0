import { describe, expect, it } from "vitest";
import { z } from "zod";
import { FulcrumError } from "#kernel/errors.ts";
import { manyDuplicates } from "#fixtures/many-duplicates.ts";
import { sampleReport } from "#fixtures/sample-report.ts";
import { agentText, agentValue, dataNotice } from "#surfaces/mcp/agent-text.ts";
import { tools } from "#surfaces/mcp/tools/index.ts";
import { acting, payload, poisoned } from "../poisoned-report.ts";
import { answering, connectedClient, textOf } from "./connected-client.ts";

const report = { ...sampleReport(), duplication: manyDuplicates(8) };
const { call, client } = await connectedClient(answering(report));
const [capability] = report.capabilities;
const [component] = report.components;
const [team] = report.teams;
const [job] = report.jobs;
const [fact] = report.evidence;
const [proposal] = report.lenses.platform;

/** A call of each tool, and more of those that answer in several ways. */
const calls: readonly (readonly [string, Record<string, unknown>])[] = [
  ["overview", {}],
  ["signals", {}],
  ["find", { text: "dough" }],
  ["describe", { name: capability?.id }],
  ["describe", { name: component?.id }],
  ["describe", { name: team?.id }],
  ["describe", { name: job?.id }],
  ["capabilities", { withUnused: true, limit: 3 }],
  ["consumers", { capability: "dough-kit", withFormer: true }],
  ["duplicates", { team: team?.name }],
  ["jobs", { limit: 1 }],
  ["delivery", { withAll: true }],
  ["reliability", {}],
  ["proposals", { limit: 1 }],
  ["proposals", { product: component?.id }],
  ["coverage", {}],
  ["coverage", { section: "delivery" }],
  ["explain", { subject: fact?.id }],
  ["explain", { subject: "signal 3", limit: 2 }],
  ["explain", { subject: proposal?.id }],
];

describe("every tool", () => {
  it("is listed with what it takes and gives, and says that it only reads", async () => {
    const { tools: listed } = await client.listTools();
    expect(listed.map(({ name }) => name)).toEqual(tools.map(({ name }) => name));
    for (const one of listed) {
      expect(one.inputSchema["additionalProperties"]).toBe(false);
      expect(one.outputSchema?.type).toBe("object");
      expect(one.annotations).toMatchObject({ readOnlyHint: true, openWorldHint: false });
      expect(one.description?.length).toBeGreaterThan(80);
    }
    // Agents read the whole list with every question.
    expect(JSON.stringify(listed).length).toBeLessThan(45_000);
  });

  it("is called here", () => {
    expect([...new Set(calls.map(([name]) => name))].toSorted()).toEqual(
      tools.map(({ name }) => name).toSorted(),
    );
  });

  it.each(calls)(
    "%s %j answers in text and in its schema, said to be data",
    async (name, input) => {
      const answer = await call(name, input);
      expect(answer.isError).toBeUndefined();
      const text = textOf(answer);
      expect(text.startsWith(`${dataNotice}\n`)).toBe(true);
      expect(text.length).toBeLessThan(30_000);
      expect(answer.structuredContent).toBeTypeOf("object");
    },
  );

  it.each(tools.map(({ name }) => name))("%s refuses what it does not take", async (name) => {
    const strange = await call(name, { "no such key": 1 });
    expect(strange.isError).toBe(true);
    expect(textOf(strange)).toContain(`${name} does not take that.`);
    expect(textOf(strange)).toContain("no such key");
    const { inputSchema } = (await client.listTools()).tools.find((one) => one.name === name) ?? {};
    const properties = Object.keys(inputSchema?.properties ?? {});
    for (const key of properties)
      for (const wrong of [{}, [], -1, "", "x".repeat(5000), null])
        expect([key, wrong, (await call(name, { [key]: wrong })).isError]).toEqual([
          key,
          wrong,
          true,
        ]);
  });

  it.each([
    ["describe", "name"],
    ["consumers", "capability"],
    ["duplicates", "team"],
    ["jobs", "job"],
    ["delivery", "component"],
    ["reliability", "name"],
    ["proposals", "product"],
    ["explain", "subject"],
  ])("%s answers for an unknown name with the nearest ones and their ids", async (name, key) => {
    const answer = await call(name, { [key]: "dough-kitt" });
    expect(answer.isError).toBe(true);
    expect(textOf(answer)).toMatch(
      /Nearest names, with their ids:\n {2}capability dough-kit: capability:/,
    );
  });
});

const listed = z.array(z.object({ id: z.string() }));
const uses = z.array(
  z.object({
    consumptionId: z.string(),
    evidence: z.array(z.object({ id: z.string(), commit: z.string(), path: z.string() })),
  }),
);

describe("answers", () => {
  it("lead from a name to who uses it and to the commit that shows it", async () => {
    const found = await call("find", { text: "dough-kit", kind: "capability" });
    const [thing] = listed.parse(found.structuredContent?.["things"]);
    const used = await call("consumers", { capability: thing?.id, limit: 1 });
    const [use] = uses.parse(used.structuredContent?.["consumers"]);
    expect(use?.evidence[0]).toMatchObject({ path: "Gemfile", commit: /^[0-9a-f]{40}$/ });
    const opened = await call("explain", { subject: use?.consumptionId });
    expect(opened.structuredContent?.["evidence"]).toMatchObject([{ id: use?.evidence[0]?.id }]);
  });

  it("are cut with a word of how to get the rest, and the parts make the whole", async () => {
    const whole = await call("capabilities", { withUnused: true, limit: 100 });
    const ids = (answer: typeof whole): string[] =>
      listed.parse(answer.structuredContent?.["capabilities"]).map(({ id }) => id);
    const [first, rest] = [
      await call("capabilities", { withUnused: true, limit: 2 }),
      await call("capabilities", { withUnused: true, limit: 100, offset: 2 }),
    ];
    expect(textOf(first)).toContain("ask again with offset 2.");
    expect([...ids(first), ...ids(rest)]).toEqual(ids(whole));
    const beyond = await call("capabilities", { offset: 1000 });
    expect(beyond.structuredContent?.["page"]).toMatchObject({ shown: 0, nextOffset: null });
  });

  it("say that nothing is there where an assessment has gone", async () => {
    const gone = await connectedClient({
      open: () => Promise.reject(new FulcrumError("no-assessment", "It is gone.", "Assess again.")),
    });
    expect(await gone.call("overview")).toEqual({
      isError: true,
      content: [{ type: "text", text: "It is gone.\nAssess again." }],
    });
  });

  it("refuse in good order where the names beside an unknown one cannot be read any more", async () => {
    const whole = answering(report);
    let opened = 0;
    const fading = await connectedClient({
      open: () =>
        opened++ === 0
          ? whole.open()
          : Promise.reject(new FulcrumError("no-assessment", "It is gone.", "Assess again.")),
    });
    const answer = await fading.call("consumers", { capability: "dough-kitt" });
    expect(answer.isError).toBe(true);
    expect(textOf(answer)).toMatch(
      /^Nothing is called dough-kitt.*\nIt is gone\.\nAssess again\.$/,
    );
  });

  it("keep a fault of ours out of what an agent reads, and put it into the log", async () => {
    const broken = await connectedClient({
      open: () => Promise.reject(new Error("a secret at /home/somebody")),
    });
    await expect(broken.call("overview")).rejects.toThrow(/it was not written for/);
    expect(broken.notes).toEqual(["overview failed: a secret at /home/somebody"]);
  });

  it("of tools that are not there name those that are", async () => {
    await expect(call("delete_everything")).rejects.toThrow(
      /There is no tool delete_everything\. There are: overview/,
    );
  });
});

describe("resources", () => {
  it("are the sections of the report, facts left to explain", async () => {
    const { resources } = await client.listResources();
    expect(resources.length).toBeGreaterThan(30);
    for (const { uri } of resources) {
      const { contents } = await client.readResource({ uri });
      const [content] = contents;
      const text = content !== undefined && "text" in content ? content.text : "";
      expect(text.length).toBeLessThan(260_000);
      expect(JSON.parse(text)).toMatchObject({ notice: dataNotice });
    }
  });

  it.each([
    "fulcrum://sections/evidence",
    "fulcrum://sections/../../etc/passwd",
    "file:///etc/passwd",
  ])("%s is none", async (uri) => {
    await expect(client.readResource({ uri })).rejects.toThrow(/There is no resource/);
  });

  it("are cut where they are long, and say so", async () => {
    const manyUses = report.consumptions.flatMap((one) => Array.from({ length: 200 }, () => one));
    const long = await connectedClient(answering({ ...report, consumptions: manyUses }));
    const { contents } = await long.client.readResource({ uri: "fulcrum://sections/consumptions" });
    const [content] = contents;
    const read: unknown = JSON.parse(
      content !== undefined && "text" in content ? content.text : "",
    );
    expect(read).toMatchObject({
      cut: { consumptions: new RegExp(`^\\d+ of ${String(manyUses.length)} shown`) },
    });
  });
});

describe("text of strangers", () => {
  const hidden = "\u{e0041}\u{e0042}\ufe0f\u{e0101}\u200b\u202e";

  it("is cut of everything that a person would not see", () => {
    expect(agentText(`a${hidden}b\u001b[31mc\nd`)).toBe("abc d");
    expect(agentText("x".repeat(9000)).length).toBe(2048);
    expect(agentValue({ [`k${hidden}`]: [`v${hidden}`, 1, null] })).toEqual({ k: ["v", 1, null] });
  });

  it("reaches an agent in no tool and no resource as anything but plain lines", async () => {
    const hostile = poisoned(report);
    const { call: ask, client: poisonedClient } = await connectedClient(answering(hostile));
    const named = { ...hostile.capabilities[0], ...hostile.jobs[0] };
    expect(named.title).toContain(payload);
    const inputs: typeof calls = [
      ["overview", {}],
      ["signals", {}],
      ["find", { text: "taken over" }],
      ["describe", { name: hostile.capabilities[0]?.id }],
      ["describe", { name: hostile.jobs[0]?.id }],
      ["describe", { name: "nothing of that name" }],
      ["capabilities", { withUnused: true, limit: 100 }],
      ["consumers", { capability: hostile.capabilities[0]?.id, withFormer: true }],
      ["duplicates", {}],
      ["jobs", {}],
      ["delivery", { withAll: true }],
      ["reliability", {}],
      ["proposals", { limit: 100 }],
      ["coverage", {}],
      ["explain", { subject: hostile.components[0]?.id }],
    ];
    for (const [name, input] of inputs) {
      const answer = await ask(name, input);
      expectPlain(textOf(answer));
      expectPlain(...textsIn(answer.structuredContent ?? {}));
    }
    for (const { uri } of (await poisonedClient.listResources()).resources) {
      const { contents } = await poisonedClient.readResource({ uri });
      const [content] = contents;
      const text = content !== undefined && "text" in content ? content.text : "{}";
      expectPlain(...textsIn(JSON.parse(text)));
    }
  });
});

/** Nothing that acts, and no line that begins with what a stranger wrote there. */
function expectPlain(...texts: readonly string[]): void {
  for (const text of texts)
    for (const line of text.split("\n")) {
      expect(line).not.toMatch(acting);
      expect(line).not.toMatch(/^\W{0,4}Taken over/);
    }
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => [key, ...textsIn(one)]);
}
