/** `v1.2.3`, `1.2.3`, `name-1.2.3`, `name@1.2.3`, `name/v1.2.3` → the version; `release_1234` is none. */
export function versionOfTag(tag: string): string | null {
  return (
    /(?:^|[/@_-])v?(\d{1,9}\.\d{1,9}(?:\.\d{1,9})?(?:[-+.][0-9A-Za-z.+-]{1,60})?)$/.exec(
      tag,
    )?.[1] ?? null
  );
}
