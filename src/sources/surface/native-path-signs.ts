import type { PathSign } from "./path-sign.ts";

/** Folders of parts of pages, and of what stands around all of them: no page of their own. */
const parts =
  "(?:components?|partials?|fragments?|layouts?|includes?|helpers?|macros?|tags?|templates|[Ss]hared|EditorTemplates|DisplayTemplates|Partials|Components|Layouts?)";
/** What stands around all pages, and what only tells of an error. */
const around = "[^/]{0,80}(?:[Ll]ayout|[Tt]emplate|[Ee]rror|[Nn]ot_?[Ff]ound|main)[^/]{0,60}";
const inTwirl = "(?:^|/)(app/(?:.{0,300}/)?views|twirl)/";
const inWebapp = "(?:^|/)(src/main/webapp|WebContent|webapp|web|META-INF/resources)/.{0,600}";
/** Not inside an application that only shows a library. */
const notShown =
  "^(?!(?:.{0,400}/)?(?:[\\w-]{0,40}[-_])?(?:[Dd]emos?|[Ss]andbox|[Pp]layground|[Ss]howcase|[Ss]amples?|[Ee]xamples?)(?:[-_A-Z][\\w.-]{0,40})?/)";

/** `endings`: of paths that the pattern fits, lower-case, separated by blanks. */
function sign(mark: PathSign["mark"], text: string, endings: string, path: string): PathSign {
  return { mark, text, path: new RegExp(path), endings: new Set(endings.split(" ")) };
}

/** Signs of server-rendered pages on the JVM and .NET: the narrower ones stand first, as in all such lists. */
export const jvmPathSigns: readonly PathSign[] = [
  // Play and Twirl: https://www.playframework.com/documentation/latest/ScalaTemplates.
  sign(
    "ui-component",
    "parts of Twirl pages",
    "html",
    `${inTwirl}(?:.{0,300}/)?${parts}/.{0,300}\\.scala\\.html$`,
  ),
  sign(
    "ui-component",
    "parts of Twirl pages",
    "html",
    `${inTwirl}(?:.{0,300}/)?${around}\\.scala\\.html$`,
  ),
  sign("view", "Twirl pages", "html", `${inTwirl}.{0,500}\\.scala\\.html$`),
  sign("ui-component", "Twirl templates", "html", "(?:^|/)()[^/]{1,200}\\.scala\\.html$"),
  sign("view", "Facelets pages", "xhtml", `${inWebapp}\\.xhtml$`),
  sign("view", "JSP pages", "jsp jspx", `${inWebapp}\\.jspx?$`),
  sign("ui-component", "parts of JSP pages", "jspf tag tagx", `${inWebapp}\\.(?:jspf|tagx?)$`),
  sign(
    "view",
    "Grails pages",
    "gsp",
    `(?:^|/)(grails-app/views)/(?!layouts/|error|notFound).{0,500}\\.gsp$`,
  ),
  sign(
    "view",
    "JTE pages",
    "jte kte",
    `(?:^|/)(src/main/(?:jte|kte))/(?!(?:.{0,300}/)?${parts}/).{0,500}\\.[jk]te$`,
  ),
  sign(
    "view",
    "Velocity pages",
    "vm",
    "(?:^|/)(src/main/(?:resources/templates|webapp))/.{0,600}\\.vm$",
  ),
  sign("view", "Wicket pages", "html", "(?:^|/)(src/main/java)/.{1,600}Page\\.html$"),
  sign("view", "AEM components", "html", "(?:^|/)(jcr_root/apps)/.{1,600}\\.html$"),
  // ASP.NET: https://learn.microsoft.com/aspnet/core/mvc/views, /razor-pages, /blazor.
  sign(
    "ui-component",
    "parts of Razor pages",
    "cshtml vbhtml razor",
    "(?:^|/)()(?:_[^/]{1,100}|Error|NotFound|App|Routes)\\.(?:cshtml|vbhtml|razor)$",
  ),
  sign(
    "ui-component",
    "parts of Razor pages",
    "cshtml vbhtml",
    `(?:^|/)(Views|Pages|Areas)/(?:.{0,300}/)?${parts}/.{0,300}\\.(?:cshtml|vbhtml)$`,
  ),
  sign(
    "page",
    "Razor pages",
    "cshtml vbhtml razor",
    "(?:^|/)(Pages)/.{0,500}\\.(?:cshtml|vbhtml|razor)$",
  ),
  sign("view", "Razor views", "cshtml vbhtml", "(?:^|/)(Views)/.{0,500}\\.(?:cshtml|vbhtml)$"),
  sign("ui-component", "Razor components", "razor", "(?:^|/)()[^/]{1,200}\\.razor$"),
  sign("page", "Web Forms", "aspx", "(?:^|/)()[^/]{1,200}\\.aspx$"),
  sign(
    "ui-component",
    "Web Forms controls",
    "ascx master",
    "(?:^|/)()[^/]{1,200}\\.(?:ascx|master)$",
  ),
];

/** Signs of programs for phones and desktops, of stores and installers. */
export const nativePathSigns: readonly PathSign[] = [
  sign(
    "mobile-app",
    "icon of an application",
    "json",
    `${notShown}(.{0,500})/[^/]{1,100}\\.xcassets/AppIcon[^/]{0,60}\\.appiconset/Contents\\.json$`,
  ),
  sign(
    "view",
    "Android layouts",
    "xml",
    `${notShown}((?:.{0,400}/)?src/(?!androidTest|test)\\w{1,40}/res)/layout[\\w-]{0,40}/(?:activity|fragment|dialog|screen)_[^/]{1,200}\\.xml$`,
  ),
  sign(
    "ui-component",
    "Android layouts",
    "xml",
    "(?:^|/)(src/(?!androidTest|test)\\w{1,40}/res)/layout[\\w-]{0,40}/[^/]{1,200}\\.xml$",
  ),
  sign(
    "view",
    "storyboards",
    "storyboard xib",
    "(?:^|/)()(?!LaunchScreen)[^/]{1,200}\\.(?:storyboard|xib)$",
  ),
  sign("view", "JavaFX windows", "fxml", "(?:^|/)()[^/]{1,200}\\.fxml$"),
  sign(
    "ui-component",
    "styles of XAML",
    "xaml axaml",
    "(?:^|/)((?:.{0,300}/)?(?:Themes?|Styles?|Resources|Controls|Converters))/.{0,300}\\.a?xaml$",
  ),
  sign(
    "view",
    "XAML windows",
    "xaml axaml",
    "(?:^|/)()[^/]{1,200}(?:Page|View|Window|Screen|Dialog)\\.a?xaml$",
  ),
  sign("ui-component", "XAML", "xaml axaml", "(?:^|/)()[^/]{1,200}\\.a?xaml$"),
  sign("view", "Qt windows", "qml ui", "(?:^|/)()[^/]{1,200}\\.(?:qml|ui)$"),
  sign("view", "GTK windows", "glade blp", "(?:^|/)()[^/]{1,200}\\.(?:glade|blp)$"),
  sign(
    "distribution",
    "Google Play",
    "txt",
    "(?:^|/)()(?:src/\\w{1,40}/play/(?:listings/[\\w-]{2,12}/title|default-language)|fastlane/metadata/android/[\\w-]{2,12}/(?:full_description|title)|metadata/android/[\\w-]{2,12}/full_description)\\.txt$",
  ),
  sign(
    "distribution",
    "App Store",
    "txt",
    "(?:^|/)()fastlane/metadata/(?!android/)[\\w-]{2,12}/(?:description|keywords|name|subtitle)\\.txt$",
  ),
  sign("distribution", "F-Droid", "yml yaml", "(?:^|/)()\\.fdroid\\.ya?ml$"),
  sign(
    "distribution",
    "AppStream",
    "xml in",
    "(?:^|/)()[^/]{1,120}\\.(?:appdata|metainfo)\\.xml(?:\\.in)?$",
  ),
  sign("distribution", "Snap Store", "yml yaml", "(?:^|/)()snapcraft\\.ya?ml$"),
  sign(
    "distribution",
    "Windows installer",
    "iss wxs nsi appxmanifest",
    "(?:^|/)()[^/]{1,120}\\.(?:iss|wxs|nsi|appxmanifest)$",
  ),
];
