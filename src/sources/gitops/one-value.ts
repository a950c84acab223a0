import { isMovingName } from "#evidence/version-names.ts";

const keys =
  "image[-_]?tag|imageTag|tag|new[-_]?tag|image|version|app[-_]?version|release|revision|commit|sha|git[-_]?sha|git[-_]?commit";
const usual = new RegExp(`^\\s{0,20}["']?(?:${keys})["']?\\s{0,8}[:=]\\s{0,8}(\\S.{0,300})$`, "im");

/** The version that a file with one value names, alone or after a usual key (`image_tag: v12`). Null: none. */
export function readOneValue(text: string, key: string | null): string | null {
  const trimmed = text.slice(0, 16_384).trim();
  if (/^[\w.+:/@-]{1,300}$/.test(trimmed) && key === null) return versionOf(trimmed);
  for (const line of trimmed.split("\n")) {
    const value = key === null ? usual.exec(line)?.[1] : valueAfter(line, key);
    if (value !== undefined && value !== null) return versionOf(value);
  }
  return null;
}

function valueAfter(line: string, key: string): string | null {
  const clean = line.trim().replace(/^["']/, "");
  if (!clean.startsWith(key)) return null;
  return /^["']?\s{0,8}[:=]\s{0,8}(\S.{0,300})$/.exec(clean.slice(key.length))?.[1] ?? null;
}

/**
 * `"v12"`, `registry.example/app:v12`, `sha256:…`: what is left when quotes, comments and the image's name are gone. Of a tag with
 * a digest the tag, unless it moves (`latest`). Null: nothing that tells one version from another.
 */
export function versionOf(value: string): string | null {
  const quote = value[0] === '"' || value[0] === "'" ? value[0] : null;
  const bare =
    quote === null
      ? (/^[^\s#,}\]]{1,300}/.exec(value)?.[0] ?? "")
      : value.slice(1, value.indexOf(quote, 1) < 0 ? undefined : value.indexOf(quote, 1));
  if (bare === "" || bare.length > 200 || /[{}$]/.test(bare)) return null;
  const tagged =
    /^[^@]{1,200}:([\w][\w.-]{0,127})(?:@|$)/.exec(bare)?.[1] ??
    /^([\w][\w.+-]{0,127})@sha\d{3}:/.exec(bare)?.[1];
  if (tagged !== undefined && !/^sha\d{3}:/.test(bare) && !isMovingName(tagged)) return tagged;
  const digest = /@?(sha(?:256|512):[0-9a-f]{8,128})$/.exec(bare)?.[1];
  if (digest !== undefined) return digest;
  if (isMovingName(bare)) return null;
  return /^[\w][\w.+-]{0,127}$/.test(bare) && !/^(?:null|true|false|~)$/i.test(bare) ? bare : null;
}
