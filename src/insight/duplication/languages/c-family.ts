import {
  cComments,
  dollarBrace,
  doubleQuoted,
  singleQuoted,
  tripleDouble,
} from "./language-profile.ts";
import type { LanguageProfile, StringRule } from "./language-profile.ts";

/** Raw strings of C++ with a name of one's own (ISO C++ [lex.string]), whatever their encoding. */
const rawCpp = ["R", "LR", "uR", "UR", "u8R"].map((prefix): StringRule => ({
  open: `${prefix}"`,
  close: '"',
  escape: "none",
  multiline: true,
  fence: "parenthesis",
}));
const rawRust = ["r", "br", "cr"].flatMap((prefix): StringRule[] => [
  { open: `${prefix}#`, close: '"', escape: "none", multiline: true, fence: "hashes" },
  { open: `${prefix}"`, close: '"', escape: "none", multiline: true },
]);
/** `{{` is a brace of the text. */
const braces = { open: "{", close: "}", doubled: true } as const;
const csharpStrings: readonly StringRule[] = [
  { open: '@"', close: '"', escape: "double", multiline: true },
  { open: '$@"', close: '"', escape: "double", multiline: true, holes: braces },
  { open: '@$"', close: '"', escape: "double", multiline: true, holes: braces },
  ...["", "$", "$$", "$$$"].map((prefix): StringRule => ({
    open: `${prefix}"""`,
    close: '"""',
    escape: "none",
    multiline: true,
    fence: "quotes",
  })),
  { ...doubleQuoted, open: '$"', holes: braces },
  doubleQuoted,
  singleQuoted,
];
const swiftHoles = { open: "\\(", close: ")" } as const;

/** Languages with braces and C comments that are compiled. */
export const cFamily: readonly LanguageProfile[] = [
  {
    id: "java",
    family: "java",
    extensions: ["java"],
    ...cComments,
    strings: [tripleDouble, doubleQuoted, singleQuoted],
    keywords:
      "abstract assert boolean break byte case catch char class const continue default do double else enum extends final finally float for goto if implements import instanceof int interface long native new package private protected public return short static strictfp super switch synchronized this throw throws transient try void volatile while true false null var record sealed permits yield non",
    importWords: "import package",
    importForm: "block",
    renames: true,
  },
  {
    id: "kotlin",
    family: "kotlin",
    extensions: ["kt", "kts"],
    ...cComments,
    nestedComments: true,
    strings: [
      { ...tripleDouble, escape: "none", greedy: true, holes: dollarBrace },
      { ...doubleQuoted, holes: dollarBrace },
      singleQuoted,
    ],
    keywords:
      "as break class continue do else false for fun if in interface is null object package return super this throw true try typealias val var when while by catch constructor finally get import init set where abstract companion const data enum inline internal lateinit open override private protected public sealed suspend vararg",
    importWords: "import package",
    importForm: "block",
    renames: true,
  },
  {
    id: "scala",
    family: "scala",
    extensions: ["scala", "sc", "sbt"],
    ...cComments,
    nestedComments: true,
    strings: [
      { ...tripleDouble, escape: "none", greedy: true, holes: dollarBrace },
      { ...doubleQuoted, holes: dollarBrace },
      { ...singleQuoted, character: true },
    ],
    keywords:
      "abstract case catch class def do else extends false final finally for forSome if implicit import lazy match new null object override package private protected return sealed super this throw trait try true type val var while with yield given using enum then",
    importWords: "import package",
    importForm: "block",
    renames: true,
  },
  {
    id: "csharp",
    family: "csharp",
    extensions: ["cs", "csx"],
    ...cComments,
    strings: csharpStrings,
    keywords:
      "abstract as async await base bool break byte case catch char checked class const continue decimal default delegate do double else enum event explicit extern false finally fixed float for foreach goto if implicit in int interface internal is lock long namespace new null object operator out override params private protected public readonly record ref return sbyte sealed short sizeof stackalloc static string struct switch this throw true try typeof uint ulong unchecked unsafe ushort using var virtual void volatile while when where yield get set init nameof",
    importWords: "using global",
    importForm: "csharp",
    importPrefixes: ["#region", "#endregion"],
    renames: true,
  },
  {
    id: "go",
    family: "go",
    extensions: ["go"],
    ...cComments,
    strings: [
      doubleQuoted,
      { open: "`", close: "`", escape: "none", multiline: true },
      singleQuoted,
    ],
    keywords:
      "break case chan const continue default defer else fallthrough for func go goto if import interface map package range return select struct switch type var nil true false",
    importWords: "import package",
    importForm: "block",
    renames: true,
  },
  {
    id: "rust",
    family: "rust",
    extensions: ["rs"],
    ...cComments,
    nestedComments: true,
    strings: [
      ...rawRust,
      { ...doubleQuoted, multiline: true },
      { ...singleQuoted, character: true },
    ],
    keywords:
      "as async await break const continue crate dyn else enum extern false fn for if impl in let loop match mod move mut pub ref return self Self static struct super trait true type unsafe use where while",
    importWords: "use pub",
    importForm: "rust",
    renames: true,
  },
  {
    id: "c",
    family: "c",
    extensions: ["c", "h", "cc", "cpp", "cxx", "hh", "hpp", "hxx", "inl", "cu", "ino", "m", "mm"],
    ...cComments,
    strings: [...rawCpp, doubleQuoted, singleQuoted],
    keywords:
      "alignas alignof asm auto bool break case catch char class const constexpr const_cast continue decltype default define delete do double dynamic_cast else endif enum explicit export extern false final float for friend goto if ifdef ifndef inline int long mutable namespace new noexcept nullptr operator override private protected public register reinterpret_cast return short signed sizeof static static_assert static_cast struct switch template this throw true try typedef typeid typename undef union unsigned using virtual void volatile while NULL",
    importWords: "using",
    importForm: "cpp",
    importPrefixes: ["#include", "#import", "#pragma"],
    renames: true,
  },
  {
    id: "swift",
    family: "swift",
    extensions: ["swift"],
    ...cComments,
    nestedComments: true,
    strings: [
      { open: "#", close: '"', escape: "none", fence: "hashes" },
      { ...tripleDouble, holes: swiftHoles },
      { ...doubleQuoted, holes: swiftHoles },
    ],
    keywords:
      "actor as associatedtype async await break case catch class continue default defer deinit do else enum extension fallthrough false fileprivate for func guard if import in init inout internal is let nil open operator override private protocol public repeat rethrows return self Self static struct subscript super switch throw throws true try typealias var where while lazy weak mutating",
    importWords: "import",
    renames: true,
  },
  {
    id: "dart",
    family: "dart",
    extensions: ["dart"],
    ...cComments,
    strings: ['"', "'"].flatMap((quote): StringRule[] => {
      const triple = quote.repeat(3);
      const several = { open: triple, close: triple, multiline: true } as const;
      const one = { open: quote, close: quote } as const;
      return [
        { ...several, open: `r${triple}`, escape: "none" },
        { ...one, open: `r${quote}`, escape: "none" },
        { ...several, escape: "backslash", holes: dollarBrace },
        { ...one, escape: "backslash", holes: dollarBrace },
      ];
    }),
    keywords:
      "abstract as assert async await break case catch class const continue default do else enum export extends extension external factory false final finally for get if implements import in interface is late library mixin new null on operator part required rethrow return set static super switch sync this throw true try typedef var void while with yield",
    importWords: "import export part library",
    renames: true,
  },
  {
    id: "protobuf",
    family: "protobuf",
    extensions: ["proto"],
    ...cComments,
    strings: [doubleQuoted, singleQuoted],
    keywords:
      "syntax package import option message enum service rpc returns stream repeated optional required oneof map reserved extend string bytes bool int32 int64 uint32 uint64 double float",
    importWords: "import package syntax option",
    renames: false,
  },
];
