/** A call in the plain Ruby of Puppetfile, Berksfile and metadata.rb: literal arguments only, nothing is run. */
export interface RubyCall {
  readonly name: string;
  readonly positional: readonly string[];
  readonly options: ReadonlyMap<string, string>;
  readonly line: number;
}

const call = /^\s{0,100}([a-z_]{1,40})[ (]\s{0,50}(["':].{0,1000})$/;
const option =
  /(?:\b(\w{1,40}):|:(\w{1,40})\s{0,20}=>)\s{0,20}(?:"([^"]{0,500})"|'([^']{0,500})'|:?(\w{1,50}))/g;
const literal = /"([^"]{0,500})"|'([^']{0,500})'|(?<=[\s,(]|^):(\w{1,50})/g;
const mostLines = 30;

/** Calls of the methods named, each over as many lines as end with a comma or `=>`. */
export function rubyCalls(text: string, names: ReadonlySet<string>): RubyCall[] {
  const lines = text.split(/\r?\n/).map(withoutComment);
  const calls: RubyCall[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const [, name = "", first = ""] = call.exec(lines[at] ?? "") ?? [];
    if (!names.has(name)) continue;
    const line = at + 1;
    let written = first;
    for (let more = 0; more < mostLines && /(?:,|=>)\s{0,50}$/.test(written); more += 1) {
      at += 1;
      written += ` ${(lines[at] ?? "").slice(0, 1_000).trim()}`;
    }
    calls.push({ name, line, ...argumentsOf(written) });
  }
  return calls;
}

function argumentsOf(written: string): Pick<RubyCall, "positional" | "options"> {
  const options = new Map<string, string>();
  const rest = written.replace(
    option,
    (_whole, key?: string, old?: string, double?: string, single?: string, symbol?: string) => {
      options.set(key ?? old ?? "", double ?? single ?? symbol ?? "");
      return "";
    },
  );
  const positional = Array.from(
    rest.matchAll(literal),
    ([, double, single, symbol]) => double ?? single ?? symbol ?? "",
  );
  return { positional, options };
}

function withoutComment(line: string): string {
  let quote = "";
  for (let at = 0; at < line.length; at += 1) {
    const next = line.charAt(at);
    if (quote !== "") quote = next === quote ? "" : quote;
    else if (next === '"' || next === "'") quote = next;
    else if (next === "#") return line.slice(0, at);
  }
  return line;
}
