import { describe, expect, it } from "vitest";
import { headPaths, readAtHead } from "../unit/sources/head-paths.ts";

describe("hostile texts", () => {
  it.each([
    ["one letter", "a"],
    ["capitals", "A"],
    ["underscores", "_URL"],
    ["colons", "A::"],
    ["schemes", "https://a."],
    ["clients", "Client("],
    ["namespaces", "FooApi::Bar"],
    ["lookups", "Find.find('a"],
    ["imports", "import {a} from "],
    ["quoted imports", "from 'x' "],
    ["brackets", "[](("],
    ["angles", "<`"],
    ["blanks", " "],
    ["line ends", "\n"],
    ["indents", "\n    "],
    ["exports", "export {"],
    ["routes", "app.get('/"],
    ["quotes", '"'],
    ["quoted keys", '"a":"b",'],
    ["anchors", "&a "],
    ["mails", "a@b."],
    ["equal signs", "=\n"],
  ])("of %s cost no more than their length", (_, unit) => {
    const cost = (length: number): number => {
      const text = unit.repeat(Math.ceil(length / unit.length));
      // Processor time, so that a busy machine does not count; in milliseconds.
      const before = process.cpuUsage();
      for (const path of headPaths) readAtHead(path, text);
      return process.cpuUsage(before).user / 1_000;
    };
    const short = 4_000;
    cost(short);
    // Linear gives about 8 and quadratic 64; the constant forgives a collection of garbage.
    expect(cost(8 * short)).toBeLessThan(24 * cost(short) + 800);
  });
});
