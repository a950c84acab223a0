import type { SurfaceMark } from "#evidence/surface-mark.ts";
import { languageOf } from "#evidence/languages.ts";
import { isTestPath } from "#evidence/test-path.ts";
import { MarkCounter } from "./marks.ts";

interface Entry {
  readonly mark: SurfaceMark["mark"];
  readonly text: string;
  readonly pattern: RegExp;
}

function entry(mark: Entry["mark"], text: string, pattern: RegExp): Entry {
  return { mark, text, pattern };
}

const onJvm: readonly Entry[] = [
  entry("application-shape", "Spring Boot", /^[ \t]{0,20}@SpringBootApplication\b/m),
  entry(
    "application-shape",
    "server that starts",
    /\b(?:Micronaut\.(?:run|build)|Quarkus\.run|Javalin\.(?:create|start)|Helidon\.start|Vertx\.vertx)\(|\bembeddedServer\(|\bextends (?:Application|io\.dropwizard\.Application)<|^[ \t]{0,20}@QuarkusMain\b/m,
  ),
  entry(
    "desktop-app",
    "JavaFX",
    /\bimport javafx\.application\.Application\b[^]{0,6000}\bextends Application\b|\bextends javafx\.application\.Application\b/,
  ),
  entry("desktop-app", "Swing", /\bclass \w{1,80} extends (?:javax\.swing\.)?JFrame\b/),
  entry(
    "desktop-app",
    "Compose Desktop",
    /\bandroidx\.compose\.ui\.window\.(?:application|singleWindowApplication)\b/,
  ),
];
const ofScala: readonly Entry[] = [
  entry(
    "application-shape",
    "object that starts",
    /^(?:private )?object \w{1,80} extends (?:\w{0,60}App|IOApp(?:\.\w{1,20})?|ZIOAppDefault|App\b|\w{0,40}Server|\w{0,40}Main)\b/m,
  ),
  entry(
    "application-shape",
    "object that starts",
    /^@main\b|^[ \t]{1,8}def main\(args: Array\[String\]\)/m,
  ),
];
const ofSharp: readonly Entry[] = [
  entry(
    "application-shape",
    "host that starts",
    /\b(?:WebApplication|Host|WebHost|FunctionsApplication)\.Create(?:Slim|Empty|Default)?(?:Application)?Builder\(|\bnew HostBuilder\(\)/,
  ),
  entry("desktop-app", "Windows Forms", /\bApplication\.Run\(\s{0,5}new \w{1,80}/),
  entry("desktop-app", "Avalonia", /\.StartWithClassicDesktopLifetime\(/),
  entry("mobile-app", "MAUI", /\bMauiApp\.CreateBuilder\(/),
];
const ofSwift: readonly Entry[] = [
  entry(
    "application-shape",
    "SwiftUI",
    /^@main\b[^]{0,400}\bstruct \w{1,80}\s{0,3}:[^{\n]{0,80}\bApp\b/m,
  ),
  entry(
    "application-shape",
    "UIKit",
    /^@(?:main|UIApplicationMain|NSApplicationMain)\b[^]{0,400}\bclass \w{1,80}\s{0,3}:[^{\n]{0,120}\b(?:UI|NS)ApplicationDelegate\b/m,
  ),
];
const ofDart: readonly Entry[] = [
  entry("application-shape", "Flutter application", /\bvoid main\([^]{0,2000}\brunApp\(/),
];
const ofC: readonly Entry[] = [
  entry("desktop-app", "Qt", /\bQ(?:Gui)?Application\s{1,3}\w{1,40}\s{0,3}[({]\s{0,3}argc\b/),
  entry(
    "desktop-app",
    "GTK",
    /\b(?:gtk|adw)_application_new\s{0,3}\(|\bGtk::Application::create\(/,
  ),
  entry("desktop-app", "wxWidgets", /\b(?:wx)?IMPLEMENT_APP\(/),
];
const ofPython: readonly Entry[] = [
  entry("desktop-app", "Qt", /\bQApplication\(\s{0,3}(?:sys\.argv|\[)/),
  entry("desktop-app", "GTK", /\bclass \w{1,80}\((?:Gtk|Adw)\.Application\)/),
];

const entries: ReadonlyMap<string, readonly Entry[]> = new Map([
  ["Java", onJvm],
  ["Kotlin", onJvm],
  ["Groovy", onJvm],
  ["Scala", [...onJvm, ...ofScala]],
  ["C#", ofSharp],
  ["F#", ofSharp],
  ["Visual Basic .NET", ofSharp],
  ["Swift", ofSwift],
  ["Dart", ofDart],
  ["C", ofC],
  ["C++", ofC],
  ["Objective-C", ofC],
  ["Python", ofPython],
]);

/** Applications that only show or try a library, and code that copies are made of. */
const beside =
  /(?:^|\/)(?:[\w-]{0,40}[-_])?(?:demos?|sandbox|playground|showcase|benchmarks?|templates?)(?:[-_][\w.-]{0,40})?\/|(?:^|\/)src\/\w{0,20}[tT]est\w{0,20}\//;
const anywhere =
  /Application|Main\b|main\b|App\b|Builder|JFrame|Server|Micronaut|Quarkus|Javalin|Vertx|Lifetime|APP\(|_new|Gtk/;

/** Where a program of a file starts: a server, a window, an application on a device. A bare `main` is none: libraries have them. */
export function entryMarks(path: string, text: string): readonly SurfaceMark[] {
  const known = entries.get(languageOf(path)?.name ?? "");
  if (known === undefined || !anywhere.test(text) || isTestPath(path) || beside.test(path))
    return [];
  const counter = new MarkCounter();
  for (const { mark, text: name, pattern } of known) {
    if (!pattern.test(text)) continue;
    counter.add(mark, name);
    if (mark === "mobile-app" || mark === "desktop-app") counter.add("application-shape", name);
  }
  return counter.marks();
}
