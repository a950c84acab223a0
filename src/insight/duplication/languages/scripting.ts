import {
  cComments,
  dollarBrace,
  doubleQuoted,
  hashBrace,
  questionedCharacters,
  singleQuoted,
  tripleDouble,
} from "./language-profile.ts";
import type { LanguageProfile, StringRule } from "./language-profile.ts";

const template: StringRule = {
  open: "`",
  close: "`",
  escape: "backslash",
  multiline: true,
  holes: dollarBrace,
  notAfterSpacedValue: true,
};
const tripleSingle: StringRule = {
  open: "'''",
  close: "'''",
  escape: "backslash",
  multiline: true,
};
const openDouble: StringRule = { ...doubleQuoted, multiline: true };
const openSingle: StringRule = { ...singleQuoted, multiline: true };

/** Ruby's lists of words, regular expressions and quotes of one's own choosing: what stands in them is text. */
const percentLiterals: readonly StringRule[] = ["w", "i", "q", "W", "I", "Q", "r"].flatMap((kind) =>
  ["[]", "()", "{}", "<>", "||", "!!", "//"].map((pair): StringRule => ({
    open: `%${kind}${pair.slice(0, 1)}`,
    close: pair.slice(1),
    escape: "backslash",
    multiline: true,
    ...(pair[0] === pair[1] ? {} : { nests: true }),
  })),
);

/** Formatted strings of Python, whose `{ … }` is code. */
const formatted: readonly StringRule[] = "f F rf fr Rf fR rF Fr RF FR"
  .split(" ")
  .flatMap((prefix) =>
    [tripleDouble, tripleSingle, doubleQuoted, singleQuoted].map((rule): StringRule => ({
      ...rule,
      open: `${prefix}${rule.open}`,
      holes: { open: "{", close: "}", doubled: true },
    })),
  );

/** Languages that are interpreted, or compiled to one that is. */
export const scripting: readonly LanguageProfile[] = [
  {
    id: "javascript",
    family: "ecmascript",
    extensions: ["js", "jsx", "mjs", "cjs", "ts", "tsx", "mts", "cts", "vue", "svelte"],
    interpreters: ["node", "deno", "bun"],
    lineComments: ["//"],
    // The last of Vue's and Svelte's templates.
    blockComments: [
      ["/*", "*/"],
      ["<!--", "-->"],
    ],
    markup: true,
    strings: [doubleQuoted, singleQuoted, template],
    keywords:
      "abstract any as async await boolean break case catch class const continue debugger declare default delete do else enum export extends false finally for from function get if implements import in instanceof interface is keyof let namespace never new null number of private protected public readonly return satisfies set static string super switch this throw true try type typeof undefined unknown var void while with yield",
    wordBytes: "$",
    importWords: "import",
    regexLiterals: true,
    renames: true,
  },
  {
    id: "python",
    family: "python",
    extensions: ["py", "pyi", "pyw", "pyx", "bzl", "bazel"],
    fileNames: ["sconstruct", "wscript"],
    interpreters: ["python", "python3", "python2"],
    lineComments: ["#"],
    blockComments: [],
    strings: [...formatted, tripleDouble, tripleSingle, doubleQuoted, singleQuoted],
    keywords:
      "False None True and as assert async await break case class continue def del elif else except finally for from global if import in is lambda match nonlocal not or pass raise return try while with yield self cls",
    importWords: "import from",
    renames: true,
  },
  {
    id: "ruby",
    family: "ruby",
    extensions: ["rb", "rake", "gemspec", "ru", "jbuilder", "builder", "rabl", "thor", "rbi"],
    fileNames: [
      "rakefile",
      "gemfile",
      "guardfile",
      "capfile",
      "vagrantfile",
      "podfile",
      "fastfile",
    ],
    interpreters: ["ruby", "jruby"],
    lineComments: ["#"],
    blockComments: [["\n=begin", "\n=end"]],
    strings: [
      ...questionedCharacters,
      { ...openDouble, holes: hashBrace },
      openSingle,
      { open: "`", close: "`", escape: "backslash", holes: hashBrace },
      ...percentLiterals,
    ],
    keywords:
      "BEGIN END alias and begin break case class def defined? do else elsif end ensure false for if in module next nil not or redo rescue retry return self super then true undef unless until when while yield raise lambda proc private protected public attr_accessor attr_reader attr_writer include extend",
    wordBytes: "@$",
    wordEndBytes: "?!",
    importWords: "require require_relative load autoload",
    regexLiterals: true,
    heredoc: "<<",
    renames: true,
  },
  {
    id: "php",
    family: "php",
    extensions: ["php", "phtml", "php5", "php7", "inc"],
    interpreters: ["php"],
    lineComments: ["//", "# "],
    blockComments: [["/*", "*/"]],
    strings: [openDouble, openSingle],
    keywords:
      "abstract and array as break callable case catch class clone const continue declare default do echo else elseif empty enum extends final finally fn for foreach function global goto if implements include include_once instanceof insteadof interface isset list match namespace new null or print private protected public readonly require require_once return static switch throw trait true false try unset use var while xor yield self parent",
    wordBytes: "$",
    importForm: "block",
    importWords: "use namespace require require_once include include_once",
    heredoc: "<<<",
    renames: true,
  },
  {
    id: "shell",
    family: "shell",
    extensions: ["sh", "bash", "zsh", "ksh", "bats"],
    interpreters: ["sh", "bash", "zsh", "ksh", "dash"],
    lineComments: ["#"],
    commentNeedsSpace: true,
    blockComments: [],
    strings: [openDouble, { ...openSingle, escape: "none" }],
    keywords:
      "if then else elif fi case esac for select while until do done in function time export local readonly declare return exit break continue shift set unset echo cd trap source",
    wordBytes: "-",
    heredoc: "<<",
    renames: true,
  },
  {
    id: "perl",
    family: "perl",
    extensions: ["pl", "pm", "t"],
    interpreters: ["perl"],
    lineComments: ["#"],
    commentNeedsSpace: true,
    blockComments: [["\n=pod", "\n=cut"]],
    strings: [openDouble, openSingle],
    keywords:
      "my our local sub package use no if elsif else unless while until for foreach do return last next redo eval die print push shift and or not defined ref",
    wordBytes: "$@%",
    importWords: "use no package require",
    importForm: "block",
    regexLiterals: true,
    heredoc: "<<",
    renames: true,
  },
  {
    id: "lua",
    family: "lua",
    extensions: ["lua"],
    interpreters: ["lua"],
    lineComments: ["--"],
    blockComments: [
      ["--[[", "]]"],
      ["--[=[", "]=]"],
      ["--[==[", "]==]"],
    ],
    strings: [
      doubleQuoted,
      singleQuoted,
      { open: "[[", close: "]]", escape: "none", multiline: true },
      { open: "[=", close: "]", escape: "none", multiline: true, fence: "equals" },
    ],
    keywords:
      "and break do else elseif end false for function goto if in local nil not or repeat return then true until while self",
    renames: true,
  },
  {
    id: "elixir",
    family: "elixir",
    extensions: ["ex", "exs"],
    interpreters: ["elixir"],
    lineComments: ["#"],
    blockComments: [],
    strings: [
      ...questionedCharacters,
      { ...tripleDouble, holes: hashBrace },
      tripleSingle,
      { ...doubleQuoted, holes: hashBrace },
      singleQuoted,
      ...["r", "s", "S", "w"].flatMap((sigil) =>
        ["()", "[]", "{}", "//", "||", '""'].map((pair): StringRule => ({
          open: `~${sigil}${pair.slice(0, 1)}`,
          close: pair.slice(1),
          escape: "backslash",
          multiline: true,
        })),
      ),
    ],
    keywords:
      "def defp defmodule defmacro defstruct do end fn if else unless case cond when with for true false nil and or not in rescue after raise",
    wordEndBytes: "?!",
    wordBytes: "@",
    importWords: "import alias require use",
    renames: true,
  },
  {
    id: "groovy",
    family: "groovy",
    extensions: ["groovy", "gradle"],
    fileNames: ["jenkinsfile"],
    ...cComments,
    strings: [
      { ...tripleDouble, holes: dollarBrace },
      tripleSingle,
      { ...doubleQuoted, holes: dollarBrace },
      singleQuoted,
      { open: "$/", close: "/$", escape: "none", multiline: true },
    ],
    regexLiterals: true,
    keywords:
      "abstract as assert boolean break byte case catch char class continue def default do double else enum extends final finally float for if implements import in instanceof int interface long new null package private protected public return short static super switch this throw throws trait true false try void while",
    importWords: "import package",
    renames: true,
  },
  {
    id: "r",
    family: "r",
    extensions: ["r"],
    interpreters: ["rscript"],
    lineComments: ["#"],
    blockComments: [],
    strings: [openDouble, openSingle],
    keywords: "if else repeat while function for next break TRUE FALSE NULL NA in return",
    wordBytes: ".",
    importWords: "library require",
    renames: true,
  },
];
