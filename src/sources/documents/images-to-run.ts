/** `docker run -p 80:80 registry.acme.com/till:1`: the image is the first argument that names a registry or an owner. */
const command = /\b(?:docker|podman|nerdctl) (?:run|pull)\b/g;
const image =
  /(?:^|[\s`"'])((?:[a-z0-9-]{1,60}\.){1,5}[a-z]{2,20}(?::\d{2,5})?\/[a-z0-9._/-]{1,200}|[a-z0-9][a-z0-9_-]{1,60}\/[a-z0-9][a-z0-9._-]{1,100})(?=[:@\s`"'\\]|$)/g;
/** Continued lines of one command, and a table of options between. */
const reach = 600;
const most = 20;

/** Images that a document tells its readers to run, without tag: `registry.acme.com/shop/till`. */
export function imagesToRun(text: string): readonly string[] {
  const found = new Set<string>();
  let seen = 0;
  for (const { index } of text.matchAll(command)) {
    if (++seen > 50) break;
    const said = text.slice(index, index + reach).split(/\n\s{0,20}\n|```/, 1)[0] ?? "";
    for (const [, name = ""] of said.matchAll(image)) if (found.size < most) found.add(name);
  }
  return [...found];
}
