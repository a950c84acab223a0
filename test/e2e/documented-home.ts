import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../architecture/project-files.ts";

/** A folder of a reader of the documents, where `fulcrum` is the program as built. */
export interface DocumentedHome {
  /** A path in it. */
  at(...names: string[]): string;
  /** In a shell, for documents show redirections and quotes; somebody answers what is asked with a role, and no more. */
  type(line: string, folder?: string): Promise<{ code: number | null; said: string }>;
  /** Removes what a command left, all but these names. */
  clear(kept: ReadonlySet<string>): void;
  remove(): void;
}

export function openDocumentedHome(): DocumentedHome {
  const home = mkdtempSync(join(tmpdir(), "fulcrum-documents-"));
  const at = (...names: string[]) => join(home, ...names);
  // Below a closed folder root would keep its database elsewhere, where nobody removes it.
  chmodSync(home, 0o755);
  mkdirSync(at("bin"));
  const main = join(projectRoot, "dist", "bundle", "main.js");
  writeFileSync(at("bin", "fulcrum"), `#!/bin/sh\nexec "${process.execPath}" "${main}" "$@"\n`, {
    mode: 0o755,
  });
  return {
    at,
    type: (line, folder = home) =>
      new Promise((resolve, reject) => {
        const child = spawn("sh", ["-c", line], {
          cwd: folder,
          env: {
            ...process.env,
            PATH: `${at("bin")}:${process.env["PATH"] ?? ""}`,
            XDG_CACHE_HOME: at("cache"),
            NO_COLOR: "1",
          },
        });
        let said = "";
        for (const stream of [child.stdout, child.stderr])
          stream.on("data", (chunk: Buffer) => (said += chunk.toString("utf8")));
        child.on("error", reject);
        child.on("close", (code) => resolve({ code, said }));
        child.stdin.on("error", () => undefined).end("engineering lead\n");
      }),
    clear: (kept) => {
      for (const name of readdirSync(home))
        if (!kept.has(name)) rmSync(at(name), { recursive: true, force: true });
    },
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}
