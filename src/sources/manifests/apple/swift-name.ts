import { gitOrigin } from "../origin.ts";

/** A Swift package is known by its repository: `github.com/rail/track`, with the address it is fetched from. Null for no address. */
export function swiftPackage(
  url: string,
): { readonly name: string; readonly origin: string } | null {
  const origin = gitOrigin(url);
  const [, place] = /^https:\/\/([^/\s]{1,200}(?:\/[^/\s]{1,200}){2,9})$/.exec(origin) ?? [];
  return place === undefined ? null : { name: place.toLowerCase(), origin };
}
