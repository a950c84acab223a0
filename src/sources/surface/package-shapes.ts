import type { MarkCounter } from "./marks.ts";

const privateClassifier = /\bPrivate ::/;
const inactiveClassifier = /\bDevelopment Status :: 7 - Inactive\b/;
/** Classifiers, or an address, are written for those who find it in an index of packages. */
const indexWords = /\b(?:Programming Language|Development Status|License|Intended Audience) ::/;
const djangoClassifier = /\bFramework :: (Django|Wagtail|Flake8|Pytest|Sphinx|Jupyter|Plone)\b/;
/** Points at which other tools take in plug-ins. */
const pluginPoints: readonly (readonly [RegExp, string])[] = [
  [/\bpytest11\b/, "pytest plugin"],
  [/\bflake8\.(?:extension|report)\b/, "Flake8 plugin"],
  [/\bsphinx\.(?:builders|html_themes)\b/, "Sphinx extension"],
  [/\bmkdocs\.(?:plugins|themes)\b/, "MkDocs plugin"],
  [/\bairflow\.plugins\b|\bapache_airflow_provider\b/, "Airflow provider"],
  [/\bpylint\.plugins\b/, "Pylint plugin"],
];
const settings = new Set(["Flake8 plugin", "Pylint plugin"]);

function pythonWords(text: string, counter: MarkCounter, isPackage: boolean): void {
  if (inactiveClassifier.test(text)) counter.add("successor", "none named");
  const isPrivate = privateClassifier.test(text);
  if (isPrivate) counter.add("unpublished", "Private :: classifier");
  for (const [point, name] of pluginPoints) {
    if (!point.test(text)) continue;
    counter.add("library-shape", name);
    if (settings.has(name)) counter.add("tool-configuration", name.replace(" plugin", ""));
  }
  if (isPrivate || !isPackage || !indexWords.test(text)) return;
  const framework = djangoClassifier.exec(text)?.[1];
  counter.add("library-shape", framework === undefined ? "Python package" : `${framework} package`);
}

/** PEP 621, Poetry, uv, Flit: a package where it is built and described for an index. */
export function pyprojectShapes(text: string, counter: MarkCounter): void {
  if (/^\s{0,4}(?:package-mode|package)\s{0,5}=\s{0,5}false\b/m.test(text))
    counter.add("unpublished", "package = false");
  const isNamed = /^\[(?:project|tool\.poetry)\]/m.test(text);
  const isBuilt = /^\[build-system\]/m.test(text);
  pythonWords(text, counter, isNamed && isBuilt);
  if (/^\[(?:project\.(?:gui-)?scripts|tool\.poetry\.scripts)\]/m.test(text))
    counter.add("cli", "console script");
  if (/^\[tool\.briefcase[\].]/m.test(text)) counter.add("desktop-app", "BeeWare Briefcase");
}

export function setupShapes(text: string, counter: MarkCounter): void {
  const isPackage =
    /\bsetup\s{0,3}\(/.test(text) || (/^\[metadata\]/m.test(text) && /^name\s{0,5}=/m.test(text));
  pythonWords(text, counter, isPackage);
  if (/\bconsole_scripts\b/.test(text)) counter.add("cli", "console script");
}

export function gemspecShapes(text: string, counter: MarkCounter): void {
  if (!/\bGem::Specification\b/.test(text)) return;
  const name = /\.name\s{0,10}=\s{0,10}["']([\w-]{1,100})["']/.exec(text)?.[1] ?? "";
  const host = /["']?allowed_push_host["']?\]?\s{0,10}=>?\s{0,10}["']([^"'\n]{0,200})["']/.exec(
    text,
  )?.[1];
  if (host !== undefined && !/^https?:\/\/[^/\s]{1,200}\.[a-z]{2,20}/.test(host))
    counter.add("unpublished", "no push host allowed");
  if (host !== undefined && /^https:\/\/rubygems\.org\/?$/.test(host))
    counter.add("public-registry", "RubyGems");
  counter.add("library-shape", "gem");
  if (/^rubocop(?:-|$)/.test(name)) counter.add("tool-configuration", "RuboCop");
  if (/\.executables\s{0,10}(?:=|<<|\+=)/.test(text)) counter.add("cli", "executables");
}

/** The crates of a workspace have manifests of their own; `src/main.rs` and `src/lib.rs` are told by the tree. */
export function cargoShapes(text: string, counter: MarkCounter): void {
  if (/^\s{0,4}publish\s{0,5}=\s{0,5}(?:false\b|\[\s{0,20}\])/m.test(text))
    counter.add("unpublished", "publish = false");
  if (/^\s{0,4}proc-macro\s{0,5}=\s{0,5}true\b/m.test(text))
    counter.add("library-shape", "procedural macros");
  else if (/^\[lib\]/m.test(text)) counter.add("library-shape", "crate");
  if (/^\[\[bin\]\]/m.test(text)) counter.add("application-shape", "Rust program");
  if (/^\[package\.metadata\.deb\]/m.test(text)) counter.add("distribution", "Debian package");
  if (/^\[package\.metadata\.generate-rpm\]/m.test(text))
    counter.add("distribution", "RPM package");
  if (/^\[(?:workspace\.metadata|package\.metadata)\.dist\]/m.test(text))
    counter.add("distribution", "cargo-dist");
  if (/^\[\[(?:workspace|package)\.metadata\.leptos\]\]|^\[package\.metadata\.leptos\]/m.test(text))
    counter.add("browser-app", "Leptos");
}

/** What the comment before `module` says: pkg.go.dev shows it to everybody who asks for the module. */
export function goModShapes(text: string, counter: MarkCounter): void {
  const said =
    /^[ \t]{0,10}\/\/[ \t]{0,10}Deprecated:[ \t]{0,10}([^\n]{0,300})(?:\n[ \t]{0,10}\/\/[^\n]{0,300}){0,10}\nmodule[ \t]/m.exec(
      text,
    )?.[1];
  if (said === undefined) return;
  const place = /[\w-]{1,60}(?:\.[\w-]{1,60}){1,5}\/[\w./-]{1,150}\w/.exec(said)?.[0];
  counter.add("successor", place ?? "none named");
}

export function mixShapes(text: string, counter: MarkCounter): void {
  if (/\bpackage:\s{0,10}(?:package\(\)|\[)|\bdefp? package\b/.test(text))
    counter.add("library-shape", "Hex package");
  if (/\bescript:\s{0,10}(?:escript\(\)|\[)/.test(text)) counter.add("cli", "escript");
  if (/\breleases:\s{0,10}(?:releases\(\)|\[)/.test(text))
    counter.add("application-shape", "Elixir release");
}

/** Maven's packaging for plug-ins of Jenkins; every other packaging is read with the JVM. */
export function jenkinsShapes(text: string, counter: MarkCounter): void {
  if (/<packaging>\s{0,10}[hj]pi\s{0,10}<\/packaging>/.test(text))
    counter.add("library-shape", "Jenkins plugin");
}
