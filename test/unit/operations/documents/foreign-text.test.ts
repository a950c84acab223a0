import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { htmlText, markdownText, textOfMarkdown } from "#operations/documents/foreign-text.ts";
import { onePagerPage } from "#operations/documents/one-pager-page.ts";
import { prometheusText } from "#insight/reliability/prometheus-text.ts";
import { sarifText } from "#surfaces/cli/format/sarif-text.ts";
import { processorMilliseconds } from "#fixtures/growth.ts";

describe("text inside Markdown", () => {
  test.each([
    ["rye & wheat <b>", "rye &amp; wheat &lt;b&gt;"],
    ["[click](x) ![y](z)", "\\[click\\](x) \\!\\[y\\](z)"],
    ["a|b `c` *d* _e_ ~~f~~ $g$", "a\\|b \\`c\\` \\*d\\* \\_e\\_ \\~\\~f\\~\\~ \\$g\\$"],
    ["# Heading", "\\# Heading"],
    ["- item", "\\- item"],
    ["+ item", "\\+ item"],
    ["12) item", "12\\) item"],
    ["4.9 loaves", "4.9 loaves"],
    ["```sh\nrm", "\\`\\`\\`sh rm"],
    ["~~~", "\\~\\~\\~"],
    ["> quoted", "&gt; quoted"],
    ["===", "\\==="],
    ["  \n    code", "code"],
    ["see https://evil.example/x_y now", "see `https://evil.example/x_y` now"],
    ["www.evil.example", "`www.evil.example`"],
    ["@everyone and a@evil.example", "`@everyone` and `a@evil.example`"],
    ["a|b@c|d", "a\\|`b@c`\\|d"],
    ["mailto:x", "`mailto:x`"],
    ["fixes acme/app#12, GH-7 and !3", "fixes `acme/app#12,` `GH-7` and `!3`"],
    ["/close and/or /lib", "`/close` and/or /lib"],
    ["`https://x.example`", "\\``https://x.example`\\`"],
    ["\u001b[31mred\u202e", "red"],
    ["", ""],
  ])("%j is %j", (text, markdown) => {
    expect(markdownText(text)).toBe(markdown);
  });

  test("can be read back, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-ascii" }), (text) => {
        const shown = text.trim().replace(/\s+/g, " ");
        expect(textOfMarkdown(markdownText(text))).toBe(shown);
      }),
      { numRuns: 50 },
    );
  });

  test("takes a time that grows with its length", () => {
    const began = processorMilliseconds();
    for (const unit of ["a@", "`", "\\", "&amp;", "a.", "http:/", " |"])
      textOfMarkdown(markdownText(unit.repeat(100_000)));
    expect(processorMilliseconds() - began).toBeLessThan(4_000);
  });
});

test("text inside HTML closes no tag and no attribute", () => {
  expect(htmlText(`"><img src='x' onerror=a>&amp;\u0007`)).toBe(
    "&quot;&gt;&lt;img src=&#39;x&#39; onerror=a&gt;&amp;amp;",
  );
});

test("the page of a one-pager shows what its Markdown means", () => {
  const page = onePagerPage(
    `# ${markdownText("@bakery/dough <b>")}\n\n- ${markdownText("a\\b `c` https://x.example/?a=1&b=2")}\n`,
  );
  expect(page).toContain("<h1>@bakery/dough &lt;b&gt;</h1>");
  expect(page).toContain("<li>a\\b `c` https://x.example/?a=1&amp;b=2</li>");
});

describe("text inside rules of Prometheus", () => {
  test.each([
    ["{{ $value }}", "{ { $value }}"],
    ["{{{a", "{ { {a"],
    ["{a} { {b}", "{a} { {b}"],
  ])("%j is %j: no template", (text, inert) => {
    expect(prometheusText(text)).toBe(inert);
  });

  test("holds no two braces, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("{", "}", " ", "a") }), (text) => {
        expect(prometheusText(text)).not.toContain("{{");
      }),
      { numRuns: 50 },
    );
  });
});

test("text inside a message of SARIF is no link and no placeholder", () => {
  expect(sarifText("[click](https://evil.example) {0} a\\b\u001b[1m")).toBe(
    "\\[click\\](https://evil.example) {{0}} a\\\\b",
  );
});
