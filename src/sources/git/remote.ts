import { join } from "node:path";
import { readBeginning } from "#kernel/plain-file.ts";
import { addressOfRemote } from "#evidence/repository-address.ts";
import type { RepositoryAddress } from "#evidence/address-parts.ts";

export interface Remote {
  /** Mostly `origin`. */
  readonly name: string;
  /** `host/owner/name`; null where it is a folder. */
  readonly address: string | null;
}

const longestConfiguration = 65_536;
const none: Remote = { name: "origin", address: null };

/**
 * Where the clone comes from: the remote `origin`, else the only one, else the one that its branches follow. Read as text from
 * the configuration file: git itself is not asked, so nothing is included or run.
 */
export async function readRemote(commonDir: string): Promise<Remote> {
  let text: string;
  try {
    text = (await readBeginning(join(commonDir, "config"), longestConfiguration)).toString("utf8");
  } catch {
    return none; // a bare copy without a configuration file has no remote: that is the answer
  }
  const { urls, followed, shorter } = settingsIn(text);
  const name = chooseRemote(urls, followed);
  const url = name === null ? undefined : urls.get(name);
  return name === null || url === undefined ? none : { name, address: nameOfRemote(url, shorter) };
}

function chooseRemote(
  urls: ReadonlyMap<string, string>,
  followed: ReadonlySet<string>,
): string | null {
  if (urls.has("origin")) return "origin";
  const candidates =
    urls.size === 1 ? [...urls.keys()] : [...followed].filter((one) => urls.has(one));
  return candidates.length === 1 ? (candidates[0] ?? null) : null;
}

interface Settings {
  /** The first URL of each remote: git fetches from it. */
  readonly urls: ReadonlyMap<string, string>;
  readonly followed: ReadonlySet<string>;
  /** `insteadOf` and what stands for it. */
  readonly shorter: readonly (readonly [prefix: string, base: string])[];
}

const heading =
  /^\s{0,16}\[\s{0,8}([A-Za-z0-9.-]{1,60})(?:\s{1,8}"((?:[^"\\]|\\.){0,500})")?\s{0,8}\]/;
/** In quotes stand `#` and `;`, which begin a comment elsewhere. */
const setting =
  /^\s{0,16}([A-Za-z][A-Za-z0-9-]{0,60})\s{0,8}=\s{0,8}(?:"([^\s"]{1,1000})"|"?([^\s"#;]{1,1000}))/;

function settingsIn(text: string): Settings {
  const urls = new Map<string, string>();
  const followed = new Set<string>();
  const shorter: [string, string][] = [];
  let section = "";
  let name = "";
  for (const line of text.split("\n")) {
    const found = heading.exec(line);
    // A setting may stand behind the heading.
    const rest = found === null ? line : line.slice(found[0].length);
    if (found !== null) {
      section = (found[1] ?? "").toLowerCase();
      name = (found[2] ?? "").replaceAll(/\\(.)/g, "$1");
    }
    const [, key = "", quoted, plain = ""] = setting.exec(rest) ?? [];
    const value = quoted ?? plain;
    if (value === "") continue;
    const setter = `${section}.${key.toLowerCase()}`;
    if (setter === "remote.url" && !urls.has(name)) urls.set(name, value);
    else if (setter === "branch.remote") followed.add(value);
    else if (setter === "url.insteadof") shorter.push([value, name]);
  }
  return { urls, followed, shorter };
}

/** `host/owner/name` of a URL in any spelling; null for folders. What is no full address may be short for one. */
function nameOfRemote(url: string, shorter: Settings["shorter"]): string | null {
  const address = addressOfRemote(url);
  if (address?.host.includes(".") === true) return kept(address);
  const [rule] = shorter
    .filter(([prefix]) => url.startsWith(prefix))
    .sort(([a], [b]) => b.length - a.length);
  const whole = rule === undefined ? null : addressOfRemote(rule[1] + url.slice(rule[0].length));
  const chosen = whole ?? address;
  return chosen === null ? null : kept(chosen);
}

function kept({ host, path }: RepositoryAddress): string {
  return `${host}/${path}`;
}
