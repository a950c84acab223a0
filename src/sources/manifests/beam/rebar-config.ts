import { lineNumbers } from "#evidence/line-numbers.ts";
import { blankComments, enclosed } from "../balanced.ts";
import { CollectedFacts } from "../collected-facts.ts";
import { manifestSource } from "../manifest-source.ts";
import { gitOrigin } from "../origin.ts";
import { kindOfName } from "../package-marks.ts";

const lists = /\{\s{0,20}(deps|plugins|project_plugins)\s{0,20},\s{0,20}(?=\[)/g;
const item = /(\{)?\s{0,100}([a-z]\w{0,100})\s{0,20}(?:,|$|\})/gy;
const address = /"((?:git|ssh|https?):[^"\n]{1,300}|git@[^"\n]{1,300})"/;
const revision = /\{\s{0,20}(?:tag|ref)\s{0,20},\s{0,20}"([^"\n]{1,100})"/;
const longestList = 50_000;

/** rebar.config of Erlang: https://rebar3.org/docs/configuration/dependencies/. */
export const rebarConfig = manifestSource({
  id: "erlang-rebar",
  version: 1,
  endings: ["config"],
  matches: (base) => base === "rebar.config",
  read(file) {
    const facts = new CollectedFacts();
    const text = blankComments(file.text, "percent");
    const lineOf = lineNumbers(text);
    for (const found of [...text.matchAll(lists)].slice(0, 50)) {
      const list = enclosed(text, found.index + found[0].length, longestList);
      if (list === null) continue;
      const scope = found[1] === "deps" ? "runtime" : "build";
      for (const { name, rest, offset } of itemsOf(list.text)) {
        const url = address.exec(rest)?.[1];
        const version = /^\s{0,20}"([^"\n]{1,100})"/.exec(rest)?.[1];
        facts.use("hex", name, {
          scope,
          line: lineOf(list.start + offset),
          constraint: version ?? revision.exec(rest)?.[1] ?? null,
          ...(url === undefined ? {} : { origin: gitOrigin(url) }),
        });
      }
    }
    return facts.toFileFacts();
  },
});

/** Names of a list with what stands behind them in their tuple: `rail`, `{rail, "1.0"}`, `{rail, {git, "…", {tag, "1"}}}`. */
function itemsOf(list: string): { name: string; rest: string; offset: number }[] {
  const items: { name: string; rest: string; offset: number }[] = [];
  for (let at = 0; at < list.length; at++) {
    if (!/[a-z{]/.test(list.charAt(at))) continue;
    item.lastIndex = at;
    const found = item.exec(list);
    const name = found?.[2];
    if (found === null || name === undefined) continue;
    const tuple = found[1] === undefined ? null : enclosed(list, at);
    const rest = tuple === null ? "" : tuple.text.slice(tuple.text.indexOf(",") + 1);
    items.push({ name, rest, offset: at });
    at += tuple === null ? found[0].length - 1 : tuple.text.length + 1;
  }
  return items;
}

/** src/NAME.app.src: the application that a project of Erlang makes. */
export const appSrc = manifestSource({
  id: "erlang-app",
  version: 1,
  endings: ["src"],
  matches: (base, path) => /(?:^|\/)src\/\w{1,100}\.app\.src$/.test(path) && base !== ".app.src",
  read({ text }) {
    const facts = new CollectedFacts();
    const name = /\{\s{0,20}application\s{0,20},\s{0,20}([a-z]\w{0,100})/.exec(text)?.[1];
    if (name === undefined) return {};
    const version = /\{\s{0,20}vsn\s{0,20},\s{0,20}"([\w.+-]{1,60})"/.exec(text)?.[1] ?? null;
    facts.offer("hex", name, { kind: kindOfName(name.replaceAll("_", "-")), version, line: 1 });
    return facts.toFileFacts();
  },
});
