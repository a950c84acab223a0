import type { MarkCounter } from "./marks.ts";

/** A program or a library of C and C++ counts where it is installed: tests and tools of a build are targets, too. */
export function cmakeShapes(text: string, counter: MarkCounter): void {
  const installs =
    /^\s{0,20}install\s{0,5}\(\s{0,20}(?:TARGETS|PROGRAMS|EXPORT|FILES|DIRECTORY)\b/im;
  const isInstalled = installs.test(text);
  const hasLibrary =
    /^\s{0,20}(?:\w{0,20}_)?add_library\s{0,5}\((?![^)\n]{0,200}\b(?:IMPORTED|ALIAS)\b)/im.test(
      text,
    );
  const isExported =
    /\binstall\s{0,5}\(\s{0,20}EXPORT\b|\bconfigure_package_config_file\b|\bwrite_basic_package_version_file\b/i.test(
      text,
    );
  if (isExported || (hasLibrary && isInstalled)) counter.add("library-shape", "CMake library");
  const hasProgram =
    /^\s{0,20}(?:qt_)?add_executable\s{0,5}\((?!\s{0,20}\w{0,60}(?:test|bench|example|fuzz))/im.test(
      text,
    );
  if (hasProgram) counter.add("application-shape", "CMake executable");
  if (/^\s{0,20}include\s{0,5}\(\s{0,20}CPack\s{0,20}\)/im.test(text))
    counter.add("distribution", "CPack installers");
}

export function mesonShapes(text: string, counter: MarkCounter): void {
  if (
    /\b(?:pkg|pkgconfig|pkgconf)\w{0,20}\.generate\s{0,5}\(|\binstall_headers\s{0,5}\(/.test(text)
  )
    counter.add("library-shape", "Meson library");
  if (/\bexecutable\s{0,5}\([^)]{0,2000}?\binstall\s{0,5}:\s{0,5}true\b/.test(text))
    counter.add("application-shape", "Meson executable");
}

export function automakeShapes(text: string, counter: MarkCounter): void {
  if (/^\s{0,20}s?bin_PROGRAMS\s{0,10}\+?=/m.test(text))
    counter.add("application-shape", "Automake program");
  if (/^\s{0,20}(?:lib_LTLIBRARIES|lib_LIBRARIES|pkgconfig_DATA)\s{0,10}\+?=/m.test(text))
    counter.add("library-shape", "Automake library");
}

export function perlShapes(text: string, counter: MarkCounter): void {
  if (/\bWriteMakefile\b|\bModule::(?:Build|Install)\b|^license\s{0,5}=/m.test(text))
    counter.add("library-shape", "Perl distribution");
  if (/\b(?:Mojolicious|Catalyst(?:::Runtime)?|Dancer2?|Plack)\b/.test(text))
    counter.add("web-framework", "Perl web framework");
}

/** An R package's DESCRIPTION; an application of Shiny that is packed so names shiny among what it imports. */
export function rShapes(text: string, counter: MarkCounter): void {
  if (!/^Package:\s{0,10}\S/m.test(text) || !/^(?:Version|Title):/m.test(text)) return;
  counter.add("library-shape", "R package");
  if (/\b(?:golem|rhino)\b/.test(text)) counter.add("application-shape", "Shiny");
}

export function juliaShapes(text: string, counter: MarkCounter): void {
  if (/^name\s{0,5}=\s{0,5}"/m.test(text) && /^uuid\s{0,5}=\s{0,5}"/m.test(text))
    counter.add("library-shape", "Julia package");
}
