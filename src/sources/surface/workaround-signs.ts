import { isForeignPath } from "#evidence/foreign-path.ts";
import { languageOf } from "#evidence/languages.ts";
import { isTestPath } from "#evidence/test-path.ts";

export interface WorkaroundSign {
  readonly mark: "vendored-folder" | "wrapper-file";
  /** The folder or file itself. */
  readonly text: string;
  /** Where it lies: what the sign is about. */
  readonly folder: string;
}

const vendored =
  /^((?:[^/]{1,200}\/){0,8})(?:vendor|vendored|third[_-]party)\/([^/]{1,200})\/[^/]/i;
/** What package managers and frameworks keep there of themselves. */
const ownHousekeeping =
  /^(?:assets|bundle|cache|javascripts?|stylesheets|css|js|fonts|images|ruby|plugins|bin|modules)$/i;
const wrapper = /(?:[-_.](?:wrapper|facade|adapter|shim)|[a-z0-9](?:Wrapper|Facade|Adapter|Shim))$/;

/** Somebody else's code in a folder of its own, or a file named as a wrapper; null for every other path. */
export function workaroundSign(path: string): WorkaroundSign | null {
  if (path.length > 1_000 || isTestPath(path)) return null;
  const copied = vendored.exec(path);
  if (copied !== null) {
    const [, around = "", name = ""] = copied;
    if (ownHousekeeping.test(name)) return null;
    const inside = path.indexOf("/", around.length) + 1 + name.length;
    return of("vendored-folder", path.slice(0, inside), around);
  }
  const slash = path.lastIndexOf("/") + 1;
  const dot = path.indexOf(".", slash + 1);
  const base = dot < 0 ? path.slice(slash) : path.slice(slash, path.lastIndexOf("."));
  if (!wrapper.test(base) || languageOf(path)?.kind !== "code" || isForeignPath(path)) return null;
  return of("wrapper-file", path, path.slice(0, slash));
}

function of(mark: WorkaroundSign["mark"], text: string, around: string): WorkaroundSign {
  return { mark, text, folder: around === "" ? "." : around.replace(/\/$/, "") };
}
