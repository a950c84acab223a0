import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Plugin, Rolldown } from "vite";

/**
 * The page as one file: styles inlined, every piece of code packed (gzip, base64) and started by `page-loader.js` when it is
 * asked for. So a reader waits for the first screen only, the file is half as large, and all of it is ASCII: a page with a
 * single other letter is decoded and compiled at twice the width.
 * The build fails where a piece of code or a style would be left outside the page.
 */
export function singlePage(): Plugin {
  return {
    name: "single-page",
    enforce: "post",
    config: () => ({
      build: { assetsInlineLimit: () => true, cssCodeSplit: false, modulePreload: false },
    }),
    // After Vite has put in what it loads ahead.
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const files = Object.values(bundle);
        const pages = files.filter(isPage);
        const chunks = files.filter((file) => file.type === "chunk");
        const styles = files.filter(isStyle);
        const [page] = pages;
        const first = chunks.find(({ isEntry }) => isEntry);
        if (page === undefined || pages.length > 1 || first === undefined)
          throw new Error("One page with one first piece of code is built, and there are others");
        const css = styles.map(({ source }) => String(source)).join("\n");
        page.source = filledPage(String(page.source), {
          css: asciiCss(css),
          first: nameOf(first),
          pieces: chunks.map((chunk) => piece(chunk, new Set(chunks.map(nameOf)))),
        });
        for (const [key, file] of Object.entries(bundle)) if (file !== page) delete bundle[key];
      },
    },
  };
}

interface Filling {
  readonly css: string;
  readonly first: string;
  readonly pieces: readonly string[];
}

/** Links to what was built give way to it. */
function filledPage(html: string, { css, first, pieces }: Filling): string {
  const loader = readFileSync(join(import.meta.dirname, "page-loader.js"), "utf8").trim();
  const rest = html
    .replaceAll(/^\s*<link rel="(?:stylesheet|modulepreload)"[^>]*>\n?/gm, "")
    .replaceAll(/^\s*<script type="module"[^>]*src="[^"]*"[^>]*><\/script>\n?/gm, "");
  const script = `<script data-first="${first}">\n${loader}\n</script>`;
  return rest
    .replace("</head>", () => `<style>${css}</style>\n  </head>`)
    .replace("</body>", () => `${pieces.join("\n")}\n${script}\n  </body>`);
}

function piece(chunk: Rolldown.OutputChunk, names: ReadonlySet<string>): string {
  const needs = chunk.imports.map(nameOfFile);
  const left = [...needs, ...chunk.dynamicImports.map(nameOfFile)].filter((one) => !names.has(one));
  if (left.length > 0) throw new Error(`${chunk.fileName} imports ${left.join(", ")}: not built`);
  const code = asciiCode(withNames(chunk, needs));
  const packed = gzipSync(code, { level: 9 }).toString("base64");
  return `<script type="application/gzip" id="fulcrum-code-${nameOf(chunk)}" data-needs="${needs.join(" ")}">${packed}</script>`;
}

const specifier = (file: string): RegExp =>
  new RegExp(`["'\`](?:\\./|/assets/)?${file.replaceAll(/[^\w-]/g, "\\$&")}["'\`]`, "g");

/** What it imports by name: the loader puts the addresses in. */
function withNames(chunk: Rolldown.OutputChunk, needs: readonly string[]): string {
  let { code } = chunk;
  for (const file of chunk.dynamicImports) {
    const { source, flags } = specifier(baseOf(file));
    const call = new RegExp(`\\bimport\\(\\s*${source}\\s*\\)`, flags);
    if (!call.test(code)) throw new Error(`${chunk.fileName}: no import of ${file} when asked for`);
    code = code.replaceAll(call, `fulcrumCode("${nameOfFile(file)}")`);
  }
  for (const file of chunk.imports)
    code = code.replaceAll(specifier(baseOf(file)), `"fulcrum:${nameOfFile(file)}"`);
  const missed = needs.filter((need) => !code.includes(`"fulcrum:${need}"`));
  if (missed.length > 0) throw new Error(`${chunk.fileName}: no import of ${missed.join(", ")}`);
  if (code.includes("__VITE_")) throw new Error(`${chunk.fileName} is not finished`);
  return code;
}

/** Letters beyond ASCII stand in strings, templates and patterns only, where an escape says the same. */
function asciiCode(code: string): string {
  return code.replaceAll(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function asciiCss(css: string): string {
  return css.replaceAll(
    /[^\0-\x7f]/gu,
    (letter) => `\\${(letter.codePointAt(0) ?? 0).toString(16)} `,
  );
}

const baseOf = (file: string): string => file.slice(file.lastIndexOf("/") + 1);
const nameOfFile = (file: string): string => baseOf(file).replace(/\.js$/, "");
const nameOf = ({ fileName }: Rolldown.OutputChunk): string => nameOfFile(fileName);

const isPage = (file: Rolldown.OutputAsset | Rolldown.OutputChunk): file is Rolldown.OutputAsset =>
  file.type === "asset" && file.fileName.endsWith(".html");
const isStyle = (file: Rolldown.OutputAsset | Rolldown.OutputChunk): file is Rolldown.OutputAsset =>
  file.type === "asset" && file.fileName.endsWith(".css");
