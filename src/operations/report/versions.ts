/** Neither a pre-release nor a branch: digits, dots and an optional build suffix. */
export function isStableVersion(version: string): boolean {
  return /^v?\d{1,9}(?:\.\d{1,9}){0,4}(?:\+[0-9A-Za-z.-]{1,60})?$/.test(version);
}

export function majorOf(version: string): number | null {
  const found = /^v?(\d{1,9})/.exec(version)?.[1];
  return found === undefined ? null : Number(found);
}
