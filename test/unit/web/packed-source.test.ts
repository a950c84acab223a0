import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { reportParts } from "#surfaces/report/report-parts.ts";
import { packedSource } from "#web/api/packed-source.ts";
import { ReportError, type ReportSource } from "#web/api/report-source.ts";
import { sample } from "./rows.ts";

const pack = (content: unknown): string => gzipSync(JSON.stringify(content)).toString("base64");

/** A page that holds the sample, and says what was taken out of it. */
function page(change: (parts: Map<string, string>) => void = () => undefined): {
  readonly source: ReportSource;
  readonly taken: string[];
} {
  const parts = new Map(reportParts(sample).map(({ name, content }) => [name, pack(content)]));
  change(parts);
  const taken: string[] = [];
  const take = (part: string): string | null => {
    taken.push(part);
    const text = parts.get(part) ?? null;
    parts.delete(part);
    return text;
  };
  return { source: packedSource(take), taken };
}

const failure = async (promise: Promise<unknown>): Promise<ReportError> => {
  const thrown: unknown = await promise.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(thrown instanceof ReportError)) throw new Error("no ReportError was thrown");
  return thrown;
};

describe("the report in the page", () => {
  it("says what it holds without opening any of it", async () => {
    const { source, taken } = page();
    const index = await source.names();
    expect(index.sections.adoption.n).toBe(sample.sections.adoption.n);
    expect(index.evidence.count).toBe(sample.evidence.length);
    expect(taken).toEqual(["index"]);
  });

  it("opens a section once, however often it is asked for, and gives what was written", async () => {
    const { source, taken } = page();
    const [one, other] = await Promise.all([source.section("jobs"), source.section("jobs")]);
    expect(one.shown.jobs.length).toBe(sample.jobs.length);
    expect(one.unknown).toEqual(sample.sections.jobs.unknown);
    expect(await source.item("jobs", "gem:nothing")).toBeNull();
    expect(other).toBe(one);
    expect(taken).toEqual(["section-jobs"]);
  });

  it("gives one row by its key", async () => {
    const { source } = page();
    const id = sample.capabilities[2]?.id ?? "";
    expect(await source.item("capabilities", id)).toEqual(sample.capabilities[2]);
  });

  it("names direction controls in what it opens", async () => {
    const { source } = page();
    const { shown } = await source.section("capabilities");
    expect(JSON.stringify(sample.capabilities)).toContain("\u202E");
    expect(JSON.stringify(shown)).not.toContain("\u202E");
    expect(JSON.stringify(shown)).toContain("⟨U+202E⟩");
  });

  it("gives facts in the order asked for, leaving out what it does not carry", async () => {
    const { source } = page();
    const [first, second] = [sample.evidence[3], sample.evidence[0]];
    const ids = [first?.id ?? "", "evidence:gone", second?.id ?? "", "capability:no-fact"];
    expect((await source.evidence(ids)).map(({ id }) => id)).toEqual([first?.id, second?.id]);
    expect(await source.evidence([])).toEqual([]);
  });

  it("opens only the parts that hold what is asked for", async () => {
    const fact = (id: string) => ({ ...sample.evidence[0], id });
    const firstIds = ["evidence:a", "evidence:m", "evidence:t"];
    const { source, taken } = page((parts) => {
      const { content } = reportParts(sample)[0] ?? {};
      parts.set("index", pack({ ...(content as object), evidence: { count: 4, firstIds } }));
      parts.set("evidence-0", pack([fact("evidence:a"), fact("evidence:f")]));
      parts.set("evidence-1", pack([fact("evidence:m")]));
      parts.set("evidence-2", pack([fact("evidence:t")]));
    });
    const found = await source.evidence(["evidence:z", "evidence:f", "evidence:a", "evidence:A"]);
    expect(found.map(({ id }) => id)).toEqual(["evidence:f", "evidence:a"]);
    expect(taken).toEqual(["index", "evidence-2", "evidence-0"]);
    expect(await source.evidence(["evidence:m"])).toHaveLength(1);
  });

  it("says which part is missing or spoilt, again and again", async () => {
    const { source } = page((parts) => {
      parts.delete("section-teams");
      parts.set("section-jobs", (parts.get("section-jobs") ?? "").slice(0, 400));
      parts.set("section-roles", "no base64 %%");
    });
    expect((await failure(source.section("teams"))).part).toBe("the section teams");
    expect((await failure(source.section("teams"))).message).toContain("cut short");
    expect((await failure(source.section("jobs"))).part).toBe("the section jobs");
    expect((await failure(source.item("jobs", "x"))).message).toContain("could not be unpacked");
    expect((await failure(source.section("roles"))).part).toBe("the section roles");
    expect((await source.section("value")).shown.value).toEqual(sample.value);
  });

  it("says what to do without a report, and with one of another version", async () => {
    const none = packedSource(() => null);
    expect((await failure(none.names())).message).toContain("fulcrum assess FOLDER");
    const other = packedSource(() => pack({ schemaVersion: "0.9" }));
    expect((await failure(other.names())).message).toContain("another version");
    expect((await failure(other.evidence(["evidence:1"]))).message).toContain("another version");
  });
});
