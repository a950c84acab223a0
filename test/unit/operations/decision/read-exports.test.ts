import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readAdvisories } from "#operations/gathering/read-advisories.ts";
import { readDeclared } from "#operations/gathering/read-declared.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fulcrum-exports-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (files: Readonly<Record<string, string | Buffer>>) => {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
};

const advisory = (id: string) => `id: ${id}
modified: "2024-05-01T10:00:00Z"
affected:
- package: {ecosystem: PyPI, name: whistle}
  ranges:
  - type: ECOSYSTEM
    events: [{introduced: "0"}, {fixed: "1.2"}]
`;

describe("advisories", () => {
  it("are read from YAML as well; what is packed or of another form is counted", async () => {
    put({
      "osv/vulns/whistle/PYSEC-2024-1.yaml": advisory("PYSEC-2024-1"),
      "osv/RUSTSEC-2024-0001.md": "```toml\n[advisory]\n```\n",
      "osv/all.zip": "PK",
      "osv/README.md": "ours",
      "osv/other.yaml": "loaves: 3\n",
    });
    const { advisories, problems } = await readAdvisories(["osv"], folder);
    expect(advisories?.map((one) => one.id)).toEqual(["PYSEC-2024-1"]);
    expect(problems.map((one) => one.text)).toEqual([
      expect.stringContaining("no OSV advisory"),
      expect.stringContaining(
        "packed, or in a format of their own (2, first in osv/RUSTSEC-2024-0001.md)",
      ),
    ]);
  });

  it("that cannot be read are listed up to fifty, then counted", async () => {
    put(Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`osv/${String(at)}.json`, "{"])));
    const { problems } = await readAdvisories(["osv"], folder);
    expect(problems).toHaveLength(51);
    expect(problems[50]?.text).toMatch(/^10 more of the files/);
  });
});

describe("what people said", () => {
  const read = (requests: string[]) =>
    readDeclared(
      {
        surveys: [],
        requests,
        outcomes: [],
        usability: [],
        partners: [],
        interview: null,
      } as never,
      folder,
    );

  it("may be in UTF-16 or Windows-1252, which is told; a spreadsheet is named", async () => {
    const text = "id;title;opened\r\n1;Türen;2026-03-02\r\n";
    put({
      "wide.csv": Buffer.from(`\uFEFF${text}`, "utf16le"),
      "old.csv": Buffer.from(text.replace("1;", "2;"), "latin1"),
      "book.csv": Buffer.from("PK\u0003\u0004…"),
      "packed.csv": gzipSync(text),
    });
    const { requests, problems } = await read(["wide.csv", "old.csv", "book.csv", "packed.csv"]);
    expect(requests?.map(({ id, title }) => [id, title])).toEqual([
      ["1", "Türen"],
      ["2", "Türen"],
    ]);
    expect(problems.map(({ where, text: said }) => [where, said])).toEqual([
      ["old.csv", expect.stringContaining("Windows-1252")],
      ["book.csv", expect.stringContaining("xlsx")],
      ["packed.csv", expect.stringContaining("gzip")],
    ]);
  });
});
