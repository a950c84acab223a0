import type { ProblemError } from "../problem.ts";
import type { SigningIn } from "./signing-in.ts";

/** Where to send a person whose browser opens a page without being signed in; null: a program asks, which is told instead. */
export function wayIn(
  request: Request,
  { code }: ProblemError,
  signIn: SigningIn | null,
): string | null {
  const isPage = request.method === "GET" && request.headers.get("sec-fetch-mode") === "navigate";
  if (signIn === null || !isPage || code !== "not-signed-in") return null;
  const { pathname, search } = new URL(request.url);
  const back = `${pathname}${search}`.slice(0, 500);
  return `${signIn.publicOrigin}/api/v1/sign-in?return=${encodeURIComponent(back)}`;
}
