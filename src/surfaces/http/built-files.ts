import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { packageFolder } from "#kernel/package-folder.ts";
import { FulcrumError, messageOf } from "#kernel/errors.ts";
import { readAllText } from "#kernel/plain-file.ts";

const compress = promisify(gzip);

/** A file of the screens, as it is sent. */
export interface BuiltFile {
  readonly type: string;
  readonly bytes: Buffer;
  readonly packed: Buffer;
  readonly etag: string;
}

/** Where `npm run build` puts the screens that are served. */
const builtFolder = join(packageFolder, "dist", "workspace");

const types: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
};

/**
 * The screens: their page, and what it loads by name. Which names there are is read from the folder once, so that no address
 * becomes a path; each file is read and packed when somebody asks for it first.
 */
export class BuiltFiles {
  private readonly folder: string;
  private names: Promise<ReadonlySet<string>> | null = null;
  private readonly read = new Map<string, Promise<BuiltFile>>();

  constructor(folder: string = builtFolder) {
    this.folder = folder;
  }

  /** Throws FulcrumError `write-failed` where nothing was built. */
  page(): Promise<BuiltFile> {
    return this.file("workspace.html");
  }

  /** Null: there is none by that name. Throws as `page`. */
  async asset(name: string): Promise<BuiltFile | null> {
    this.names ??= readdir(join(this.folder, "assets")).then(
      (names) => new Set(names),
      (error: unknown) => {
        this.names = null;
        throw notBuilt(error);
      },
    );
    return (await this.names).has(name) ? this.file(join("assets", name)) : null;
  }

  private file(name: string): Promise<BuiltFile> {
    const known = this.read.get(name);
    if (known !== undefined) return known;
    const reading = readBuilt(join(this.folder, name));
    this.read.set(name, reading);
    reading.catch(() => this.read.delete(name));
    return reading;
  }
}

async function readBuilt(path: string): Promise<BuiltFile> {
  const text = await readAllText(path).catch((error: unknown) => {
    throw notBuilt(error);
  });
  const bytes = Buffer.from(text, "utf8");
  const type = types[path.slice(path.lastIndexOf(".") + 1)] ?? "application/octet-stream";
  const hash = createHash("sha256").update(bytes).digest("base64url").slice(0, 27);
  return { type, bytes, packed: await compress(bytes, { level: 9 }), etag: `W/"${hash}"` };
}

function notBuilt(cause: unknown): FulcrumError {
  return new FulcrumError(
    "write-failed",
    `The screens could not be read: ${messageOf(cause)}.`,
    "Build them, then start the service again: npm run build",
    { cause },
  );
}
