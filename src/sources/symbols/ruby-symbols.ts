import type { SymbolUse } from "#evidence/facts.ts";
import { NameSet } from "./name-set.ts";

const constant = /(?<![\w:@$.'"])[A-Z][A-Za-z0-9_]{0,80}(?:::[A-Z][A-Za-z0-9_]{0,80}){0,8}/g;
/** Of Ruby and Rails themselves: using them says nothing about a library of one's own. */
const ofTheLanguage: ReadonlySet<string> = new Set(
  (
    "ActionController ActionDispatch ActionMailer ActionView ActiveJob ActiveModel ActiveRecord ActiveSupport Array BasicObject " +
    "BigDecimal CGI CSV Class Comparable Date DateTime Dir ENV ERB Enumerable Errno Exception File FileUtils Float Gem Hash IO " +
    "Integer JSON Kernel Logger Math Module Net NilClass Numeric Object OpenSSL OpenStruct Pathname Proc Process Rails Random " +
    "Range Regexp Set SecureRandom Signal StandardError String StringIO Struct Symbol Tempfile Thread Time Timeout URI YAML"
  ).split(" "),
);

/** Modules and classes that a file defines, in full: nesting is taken from indentation, as every Ruby formatter writes it. */
export function rubyExports(text: string): readonly string[] {
  const names = new NameSet();
  const open: { readonly indent: number; readonly name: string }[] = [];
  for (const match of text.matchAll(
    /^([ \t]{0,80})(?:module|class)[ \t]{1,20}([A-Z]\w{0,80}(?:::[A-Z]\w{0,80}){0,8})/gm,
  )) {
    const [, indentation = "", name = ""] = match;
    while ((open.at(-1)?.indent ?? -1) >= indentation.length) open.pop();
    open.push({ indent: indentation.length, name });
    names.add(open.map((outer) => outer.name).join("::"));
  }
  return names.values();
}

/** Constants in use: chains with `::`, and single ones that receive a message (`Oven.bake`) or are inherited. */
export function rubyUses(text: string): readonly SymbolUse[] {
  const names = new NameSet();
  for (const match of text.matchAll(constant)) {
    const [chain] = match;
    const isChain = chain.includes("::");
    if (!isChain && text.charAt(match.index + chain.length) !== ".") continue;
    const root = isChain ? chain.slice(0, chain.indexOf(":")) : chain;
    if (!ofTheLanguage.has(root)) names.add(chain);
  }
  return names.values().map((name) => ({ name, purl: null }));
}
