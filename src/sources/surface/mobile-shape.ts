import type { FileFacts } from "#evidence/facts.ts";
import { isForeignPath } from "#evidence/foreign-path.ts";
import type { FileSource } from "#evidence/source.ts";
import { isTestPath } from "#evidence/test-path.ts";
import { blankComments } from "../manifests/balanced.ts";
import { countOf, MarkCounter } from "./marks.ts";

type Reader = (text: string, counter: MarkCounter) => void;

const readers: readonly (readonly [RegExp, Reader])[] = [
  [/(?:^|\/)AndroidManifest\.xml$/, androidManifest],
  [/\.xcodeproj\/project\.pbxproj$/, xcodeProject],
  [/(?:^|\/)Project\.swift$/, tuistProject],
  [/(?:^|\/)project\.ya?ml$/, xcodegenProject],
  [/(?:^|\/)Package(?:@swift-[\d.]{1,20})?\.swift$/, swiftPackage],
  [/(?:^|\/)[\w.-]{1,100}\.podspec(?:\.json)?$/, podspec],
  [/(?:^|\/)pubspec\.ya?ml$/, pubspec],
];
/** Source sets of Gradle that hold tests. */
const testSources = /(?:^|\/)src\/(?:androidTest|test|commonTest|debugTest)\w{0,40}\//;

/** Applications, libraries and plugins of Android, Apple and Flutter, by what their projects say. */
export const mobileShape: FileSource = {
  id: "mobile-shape",
  version: 1,
  endings: ["xml", "pbxproj", "swift", "yml", "yaml", "podspec", "json"],
  tellsOfItsFolder: true,
  detect: (path) =>
    readers.some(([pattern]) => pattern.test(path)) &&
    !isForeignPath(path) &&
    !isTestPath(path) &&
    !testSources.test(path)
      ? "head"
      : "none",
  read: ({ path, text }) => {
    const counter = new MarkCounter();
    for (const [pattern, read] of readers) if (pattern.test(path)) read(text, counter);
    const surface = counter.marks();
    return surface.length === 0 ? {} : ({ surface } satisfies FileFacts);
  },
};

/** Only an application has an activity that the launcher shows. */
function androidManifest(text: string, counter: MarkCounter): void {
  if (!/"android\.intent\.category\.(?:LEANBACK_)?LAUNCHER"/.test(text)) return;
  counter.add("mobile-app", "Android application");
  counter.add("application-shape", "Android application");
}

const products = /\bproductType\s{0,3}=\s{0,3}"com\.apple\.product-type\.([a-z0-9.-]{1,60})"/g;

function xcodeProject(text: string, counter: MarkCounter): void {
  const types = [...text.matchAll(products)].map(([, type = ""]) => type);
  appleProducts(
    types,
    /\bSDKROOT\s{0,3}=\s{0,3}"?(?:macosx)/.test(text) &&
      !/\bSDKROOT\s{0,3}=\s{0,3}"?(?:iphoneos|auto|appletvos|watchos)|TARGETED_DEVICE_FAMILY/.test(
        text,
      ),
    counter,
  );
}

function appleProducts(types: readonly string[], isDesktop: boolean, counter: MarkCounter): void {
  if (
    types.some((type) =>
      /^application(?:\.(?:watchapp2?|messages|on-demand-install-capable))?$/.test(type),
    )
  ) {
    counter.add(isDesktop ? "desktop-app" : "mobile-app", "Xcode application");
    counter.add("application-shape", "Xcode application");
  } else if (types.includes("tool")) counter.add("application-shape", "command line");
  if (types.some((type) => /^(?:framework|library)(?:\.static|\.dynamic)?$/.test(type)))
    counter.add("library-shape", "Xcode framework");
}

/** https://docs.tuist.dev: `.target(name: …, product: .app)`. */
function tuistProject(text: string, counter: MarkCounter): void {
  if (!/\bimport\s{1,5}ProjectDescription\b/.test(text)) return;
  const code = blankComments(text, "slashes");
  const types = [
    ...code.matchAll(
      /\bproduct:\s{0,5}\.(app|framework|staticFramework|staticLibrary|dynamicLibrary|commandLineTool)\b/g,
    ),
  ].map(([, type = ""]) =>
    type === "app" ? "application" : type === "commandLineTool" ? "tool" : "framework",
  );
  appleProducts(
    types,
    /\bplatform:\s{0,5}\.macOS\b|destinations:\s{0,5}\.macOS\b/.test(code),
    counter,
  );
}

/** https://github.com/yonaskolb/XcodeGen: targets with `type: application`. */
function xcodegenProject(text: string, counter: MarkCounter): void {
  if (!/^targets:/m.test(text)) return;
  const types = [
    ...text.matchAll(
      /^[ \t]{2,12}type:[ \t]{0,5}["']?(application|framework|library\.static|tool)["']?[ \t\r]{0,5}$/gm,
    ),
  ].map(([, type = ""]) => type);
  if (types.length > 0)
    appleProducts(types, /^[ \t]{2,12}platform:[ \t]{0,5}macOS\b/m.test(text), counter);
}

/** https://docs.swift.org/package-manager: products are what others may take; an executable is run. */
function swiftPackage(text: string, counter: MarkCounter): void {
  const code = blankComments(text, "slashes");
  if (/\.iOSApplication\s{0,10}\(/.test(code)) {
    counter.add("mobile-app", "Swift playground application");
    counter.add("application-shape", "Swift playground application");
  }
  if (/\.(?:library|plugin)\s{0,10}\(\s{0,200}name:/.test(code))
    counter.add("library-shape", "Swift package");
  if (/\.(?:executable|executableTarget)\s{0,10}\(/.test(code)) {
    counter.add("application-shape", "Swift executable");
    const server =
      /"https:\/\/github\.com\/(vapor\/vapor|hummingbird-project\/hummingbird)(?:\.git)?"/.exec(
        code,
      )?.[1];
    if (server !== undefined)
      counter.add("api-framework", server.startsWith("vapor") ? "Vapor" : "Hummingbird");
    if (/swift-argument-parser/.test(code)) counter.add("cli", "Swift argument parser");
  }
}

function podspec(text: string, counter: MarkCounter): void {
  if (/\bPod::Spec\.new\b|"source_files"/.test(text)) counter.add("library-shape", "CocoaPods");
}

/** https://dart.dev/tools/pub/pubspec and https://docs.flutter.dev: plugins say `flutter: plugin:`, applications have a build number. */
function pubspec(text: string, counter: MarkCounter): void {
  const isFlutter = /^[ \t]{2,8}sdk:[ \t]{0,5}flutter\b/m.test(text);
  const isPlugin =
    /^flutter:[ \t\r]{0,5}\n(?:(?:[ \t][^\n]{0,319}|#[^\n]{0,300}|\r?)\n){0,60}?[ \t]{2,8}plugin:/m.test(
      text,
    );
  const isKept = /^publish_to:[ \t]{0,5}["']?none\b/m.test(text);
  const hasBuildNumber = /^version:[ \t]{0,5}["']?\d[\w.-]{0,40}\+\d/m.test(text);
  const isDescribed =
    countOf(text, /^(?:homepage|repository|issue_tracker|documentation|topics):/gm) > 0;
  if (isKept) counter.add("unpublished", "publish_to none");
  if (isPlugin) counter.add("library-shape", "Flutter plugin");
  else if (isFlutter && hasBuildNumber && (isKept || !isDescribed)) {
    counter.add("mobile-app", "Flutter application");
    counter.add("application-shape", "Flutter application");
  } else if (!isKept && isDescribed)
    counter.add("library-shape", isFlutter ? "Flutter package" : "Dart package");
  if (/^executables:/m.test(text)) counter.add("cli", "Dart executables");
  const server = /^[ \t]{2,8}(shelf|dart_frog|serverpod):/m.exec(text)?.[1];
  if (
    server !== undefined &&
    !isFlutter &&
    !counter.marks().some(({ mark }) => mark === "library-shape")
  )
    counter.add("api-framework", server);
}
