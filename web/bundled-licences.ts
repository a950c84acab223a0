import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/**
 * The licences of everything that ended up in the bundle, as a comment at the end of the page: each report that is
 * handed on carries them. Taken from the modules themselves, so that no list can fall behind.
 */
export function bundledLicences(): Plugin {
  return {
    name: "bundled-licences",
    enforce: "post",
    generateBundle(_, bundle) {
      const files = Object.values(bundle);
      const modules = files.flatMap((file) => (file.type === "chunk" ? file.moduleIds : []));
      const folders = new Set(modules.flatMap((module) => packageFolder(module) ?? []));
      const comment = licenceComment([...folders].toSorted());
      for (const file of files) {
        if (file.type === "asset" && file.fileName.endsWith(".html")) {
          file.source = `${String(file.source).trimEnd()}\n${comment}\n`;
        }
      }
    },
  };
}

function packageFolder(module: string): string | null {
  const path = module.replace(/^\0/, "").replace(/\?.*$/, "");
  const found = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0];
  return found !== undefined && existsSync(join(found, "package.json")) ? found : null;
}

/** Packages that share a text (MIT, mostly) stand above one copy of it, each with its own copyright. */
function licenceComment(folders: readonly string[]): string {
  const byText = new Map<string, string[]>();
  for (const folder of folders) {
    const { name, text, copyrights } = readLicence(folder);
    const names = byText.get(text) ?? [];
    byText.set(text, [...new Set([...names, [name, ...copyrights].join("\n  ")])]);
  }
  const parts = [...byText].map(([text, names]) => `${names.join("\n")}\n\n${text}`);
  const all = ["This page contains the following software.", ...parts].join(
    `\n\n${"=".repeat(80)}\n\n`,
  );
  return `<!--\n${all.replace(/<!-{2,}|-{2,}!?>/g, "==")}\n-->`;
}

function readLicence(folder: string): { name: string; text: string; copyrights: string[] } {
  const manifest: { name: string; version: string; license: string } = JSON.parse(
    readFileSync(join(folder, "package.json"), "utf8"),
  );
  const { name, version, license } = manifest;
  const files = readdirSync(folder).filter((file) =>
    /^(?:licen[cs]e|notice)(?:\.\w+)?$/i.test(file),
  );
  const lines = files.flatMap((file) => readFileSync(join(folder, file), "utf8").split(/\r?\n/));
  const isCopyright = (line: string): boolean =>
    /^\s*(?:Copyright \(c\)|Copyright \d|ISC License|\(?(?:The )?MIT License)/i.test(line);
  const own = lines.length > 0 ? lines : [`${license}, says its package.json; it brings no text.`];
  return {
    name: `${name} ${version} (${license})`,
    copyrights: own.filter(isCopyright).map((line) => line.trim()),
    text: own
      .filter((line) => !isCopyright(line))
      .map((line) => line.trim())
      .join("\n")
      .replace(/\n{3,}/g, "\n\n")
      .trim(),
  };
}
