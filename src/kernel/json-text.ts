/** What a text says as JSON; what is no JSON reads as undefined, which no schema accepts. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
