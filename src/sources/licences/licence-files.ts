import type { FileSource } from "#evidence/source.ts";
import type { LicenceKind } from "#vocabulary/structure.ts";

/** `LICENSE`, `LICENCE.md`, `COPYING.LESSER`, `LICENSE-MIT`, `LICENSES/Apache-2.0.txt` (REUSE 3.3): at the root, where a reader looks. */
const licencePath =
  /^(?:(?:un)?licen[cs]e|copying|licenses\/[A-Za-z0-9][\w.+-]{0,60})(?:[._-][\w-]{1,20})?(?:\.(?:md|txt|rst|adoc|html))?$/i;
/** Where a licence says its own name: the text of one names others further down (the GPL names the LGPL). */
const headCharacters = 3000;
const titleCharacters = 600;

/**
 * Words that only a text of that licence begins with, as SPDX's list of licences has them. The one that stands first counts.
 */
const texts: readonly (readonly [words: RegExp, kind: LicenceKind])[] = [
  [/\bcommons clause\b/i, "source-available"],
  [
    /\b(?:elastic|business source|server side public|functional source) licen[cs]e\b/i,
    "source-available",
  ],
  [/\bgnu affero general public licen[cs]e\b/i, "strong-copyleft"],
  [/\bgnu lesser general public licen[cs]e\b/i, "weak-copyleft"],
  [/\bgnu general public licen[cs]e\b/i, "strong-copyleft"],
  [
    /\b(?:mozilla public|eclipse public|common development and distribution) licen[cs]e\b|\beuropean union public licen[cs]e\b/i,
    "weak-copyleft",
  ],
  [/\bapache licen[cs]e\b/i, "permissive"],
  [/\bpermission is hereby granted, free of charge\b|\bmit licen[cs]e\b/i, "permissive"],
  [
    /\bredistribution and use in source and binary forms\b|\bbsd [\d-]{0,3}(?:clause )?licen[cs]e\b/i,
    "permissive",
  ],
  [
    /\bpermission to use, copy, modify,? and\/or distribute this software\b|\bisc licen[cs]e\b/i,
    "permissive",
  ],
  [/\bthis is free and unencumbered software\b|\bcc0 1\.0 universal\b/i, "permissive"],
  [
    /\bboost software licen[cs]e\b|\bzlib licen[cs]e\b|\bopen government licen[cs]e\b/i,
    "permissive",
  ],
];

/** What a licence asks of those who take the code, by its own words; `other` where they are none that are known, or of several kinds. */
export function licenceKindOf(text: string): LicenceKind {
  const head = text.slice(0, headCharacters).replaceAll(/\s+/g, " ");
  const found = texts
    .flatMap(([words, kind]) => {
      const at = head.search(words);
      return at < 0 ? [] : [{ at, kind }];
    })
    .toSorted((a, b) => a.at - b.at);
  // "Covered by one of three licenses": which file is under which is not said by their names.
  const named = new Set(found.filter(({ at }) => at < titleCharacters).map(({ kind }) => kind));
  if (named.has("permissive") && named.size > 1) return "other";
  return found[0]?.kind ?? "other";
}

/** Licences at the root of a repository. */
export const licenceFiles: FileSource = {
  id: "licence-files",
  version: 1,
  endings: [
    "license",
    "licence",
    "unlicense",
    "unlicence",
    "copying",
    "lesser",
    "md",
    "txt",
    "rst",
    "adoc",
    "html",
    "mit",
    "apache",
    ...["mit", "apache", "bsd", "isc", "gpl", "lgpl", "agpl", "mpl"].flatMap((name) => [
      `license-${name}`,
      `licence-${name}`,
      `license_${name}`,
    ]),
  ],
  detect: (path) => (licencePath.test(path) ? "head" : "none"),
  read: ({ text }) => (text.trim() === "" ? {} : { licence: licenceKindOf(text) }),
};
