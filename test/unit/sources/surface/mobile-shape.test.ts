import { describe, expect, it } from "vitest";
import { entryMarks } from "#sources/surface/code-entries.ts";
import { mobileShape } from "#sources/surface/mobile-shape.ts";
import { treeMarks } from "#sources/surface/tree-marks.ts";
import { marksOf } from "./marks-of.ts";

const launcher =
  '<manifest><application><activity android:name=".Till"><intent-filter><action android:name="android.intent.action.MAIN"/><category android:name="android.intent.category.LAUNCHER"/></intent-filter></activity></application></manifest>';
const xcode = (type: string, more = ""): string =>
  `{ productType = "com.apple.product-type.${type}"; ${more} }`;

describe("projects for phones", () => {
  it.each([
    [
      "app/src/main/AndroidManifest.xml",
      launcher,
      ["application-shape Android application", "mobile-app Android application"],
    ],
    ["lib/src/main/AndroidManifest.xml", "<manifest><uses-permission/></manifest>", []],
    [
      "Till.xcodeproj/project.pbxproj",
      xcode("application", "SDKROOT = iphoneos;"),
      ["application-shape Xcode application", "mobile-app Xcode application"],
    ],
    [
      "Till.xcodeproj/project.pbxproj",
      xcode("application", "SDKROOT = macosx;"),
      ["application-shape Xcode application", "desktop-app Xcode application"],
    ],
    ["Oven.xcodeproj/project.pbxproj", xcode("framework"), ["library-shape Xcode framework"]],
    ["Oven.xcodeproj/project.pbxproj", xcode("bundle.unit-test"), []],
    [
      "project.yml",
      "name: Till\ntargets:\n  Till:\n    type: application\n    platform: iOS\n",
      ["application-shape Xcode application", "mobile-app Xcode application"],
    ],
    ["project.yml", "type: application\n", []],
    [
      "Project.swift",
      'import ProjectDescription\nlet project = Project(targets: [.target(name: "Till", product: .app)])',
      ["application-shape Xcode application", "mobile-app Xcode application"],
    ],
  ])("%s %s", (path, text, expected) => {
    expect(marksOf(mobileShape, path, text)).toEqual(expected);
  });

  it("manifests of tests are not read", () => {
    expect(mobileShape.detect("app/src/androidTest/AndroidManifest.xml")).toBe("none");
  });
});

describe("packages of Swift, CocoaPods and Dart", () => {
  it.each([
    [
      "Package.swift",
      'products: [.library(name: "Oven", targets: ["Oven"])]',
      ["library-shape Swift package"],
    ],
    [
      "Package.swift",
      'dependencies: [.package(url: "https://github.com/vapor/vapor.git", from: "4.0.0")], targets: [.executableTarget(name: "Till")]',
      ["api-framework Vapor", "application-shape Swift executable"],
    ],
    ["Package.swift", '// .library(name: "Oven")', []],
    ["Oven.podspec", "Pod::Spec.new do |s|\nend", ["library-shape CocoaPods"]],
    [
      "pubspec.yaml",
      'name: till\npublish_to: "none"\nversion: 1.0.0+3\ndependencies:\n  flutter:\n    sdk: flutter\n',
      [
        "application-shape Flutter application",
        "mobile-app Flutter application",
        "unpublished publish_to none",
      ],
    ],
    [
      "pubspec.yaml",
      "name: oven\nversion: 1.0.0\nhomepage: https://bakery.example\ndependencies:\n  flutter:\n    sdk: flutter\nflutter:\n  # channels\n  plugin:\n    platforms:\n",
      ["library-shape Flutter plugin"],
    ],
    [
      "pubspec.yaml",
      "name: oven\nversion: 1.0.0\nrepository: https://bakery.example\n",
      ["library-shape Dart package"],
    ],
    ["pubspec.yaml", "name: shared\npublish_to: none\n", ["unpublished publish_to none"]],
  ])("%s %s", (path, text, expected) => {
    expect(marksOf(mobileShape, path, text)).toEqual(expected);
  });
});

describe("where programs start", () => {
  it.each([
    ["A.java", "@SpringBootApplication\nclass A {}", ["application-shape Spring Boot"]],
    ["A.kt", "fun main() { embeddedServer(Netty) {} }", ["application-shape server that starts"]],
    ["A.scala", "object Main extends BakeryApp {\n}", ["application-shape object that starts"]],
    ["A.scala", "object Main extends IOApp.Simple {", ["application-shape object that starts"]],
    [
      "A.cs",
      "var app = WebApplication.CreateBuilder(args);",
      ["application-shape host that starts"],
    ],
    [
      "A.java",
      "import javafx.application.Application;\nclass Till extends Application {}",
      ["application-shape JavaFX", "desktop-app JavaFX"],
    ],
    ["A.java", "import android.app.Application;\nclass Till extends Application { Stage s; }", []],
    ["A.java", "public static void main(String[] args) {}", []],
    ["A.cc", "QApplication app(argc, argv);", ["application-shape Qt", "desktop-app Qt"]],
    ["A.swift", "@main\nstruct Till: App {\n}", ["application-shape SwiftUI"]],
    ["demo/A.java", "@SpringBootApplication\nclass A {}", []],
    ["src/test/A.java", "@SpringBootApplication\nclass A {}", []],
    ["A.md", "@SpringBootApplication", []],
  ])("%s %s", (path, text, expected) => {
    expect(
      entryMarks(path, text)
        .map(({ mark, text: sign }) => `${mark} ${sign}`)
        .toSorted(),
    ).toEqual(expected);
  });
});

describe("paths", () => {
  const tree = (path: string): readonly string[] =>
    [...treeMarks.readTree([path])].flatMap(([folder, { surface = [] }]) =>
      surface.map(({ mark, text }) => `${folder} ${mark} ${text}`),
    );

  it.each([
    ["app/views/LoafView.scala.html", "app/views view Twirl pages"],
    ["app/org/bakery/views/loaf.scala.html", "app/org/bakery/views view Twirl pages"],
    ["app/views/components/card.scala.html", "app/views ui-component parts of Twirl pages"],
    ["app/views/ErrorTemplate.scala.html", "app/views ui-component parts of Twirl pages"],
    [
      "app/org/bakery/templates/Letter.scala.html",
      "app/org/bakery/templates ui-component Twirl templates",
    ],
    ["src/main/twirl/index.scala.html", "src/main/twirl view Twirl pages"],
    ["src/main/webapp/loaf.xhtml", "src/main/webapp view Facelets pages"],
    ["src/main/webapp/loaf.jsp", "src/main/webapp view JSP pages"],
    ["grails-app/views/loaf/show.gsp", "grails-app/views view Grails pages"],
    ["Till/Views/Loaf/Show.cshtml", "Till/Views view Razor views"],
    ["Till/Views/Shared/_Layout.cshtml", "Till/Views/Shared ui-component parts of Razor pages"],
    ["Till/Pages/Loaf.cshtml", "Till/Pages page Razor pages"],
    ["Till/Components/Pages/Loaf.razor", "Till/Components/Pages page Razor pages"],
    ["Till/Components/Card.razor", "Till/Components ui-component Razor components"],
    ["Till/Loaf.aspx", "Till page Web Forms"],
    ["app/src/main/res/layout/activity_till.xml", "app/src/main/res view Android layouts"],
    ["app/src/main/res/layout/row_loaf.xml", "app/src/main/res ui-component Android layouts"],
    ["Till/Loaf.storyboard", "Till view storyboards"],
    ["Till/MainWindow.xaml", "Till view XAML windows"],
    ["Till/Themes/Generic.xaml", "Till/Themes ui-component styles of XAML"],
    ["till/main.fxml", "till view JavaFX windows"],
    ["till/main.qml", "till view Qt windows"],
    ["fastlane/metadata/android/en-US/title.txt", ". distribution Google Play"],
    ["fastlane/metadata/en-GB/description.txt", ". distribution App Store"],
    ["app/src/main/play/listings/en-GB/title.txt", "app distribution Google Play"],
    ["data/org.bakery.Till.metainfo.xml", "data distribution AppStream"],
    ["installer/till.iss", "installer distribution Windows installer"],
  ])("%s", (path, expected) => {
    expect(tree(path)).toEqual([expected]);
  });

  it.each([
    "Till/LaunchScreen.storyboard",
    "Demo/Till/Assets.xcassets/AppIcon.appiconset/Contents.json",
    "sample_client/src/main/res/layout-land/activity_x.png",
    "examples/Till/Pages/Loaf.cshtml",
  ])("%s is no sign", (path) => {
    expect(tree(path)).toEqual([]);
  });

  it("a page that a generator still fills in is a template's", () => {
    const path = "src/main/g8/app/views/LoafView.scala.html";
    expect(tree(path)).toEqual(["src/main/g8 template generator templates"]);
  });
});
