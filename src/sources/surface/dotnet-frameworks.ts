import type { SurfaceMark } from "#evidence/surface-mark.ts";
import type { MarkCounter } from "./marks.ts";

type Row = readonly [mark: SurfaceMark["mark"], name: string, package_: RegExp];

/** mark, name as people say it, packages of NuGet. */
const rows: readonly Row[] = [
  ["web-framework", "Umbraco", /^Umbraco\.Cms(?:\.Web\.\w+)?$|^UmbracoCms(?:\.Web)?$/i],
  [
    "web-framework",
    "Sitecore",
    /^Sitecore\.(?:Kernel|Mvc|AspNet\.RenderingEngine)(?:\.NoReferences)?$/i,
  ],
  ["web-framework", "Orchard Core", /^OrchardCore\.Application\.Cms\.\w+(?:\.Targets)?$/i],
  ["web-framework", "Optimizely", /^EPiServer\.CMS(?:\.AspNetCore\.\w+|\.UI)?$/i],
  [
    "web-framework",
    "Kentico",
    /^Kentico\.Xperience\.WebApp$|^Kentico\.Xperience\.AspNetCore\.WebApp$/i,
  ],
  ["web-framework", "nopCommerce", /^Nop\.Web(?:\.Framework)?$/i],
  ["web-framework", "ASP.NET MVC", /^Microsoft\.AspNet\.(?:Mvc|WebPages|Razor)$/i],
  [
    "web-framework",
    "Blazor",
    /^Microsoft\.AspNetCore\.Components\.WebAssembly(?:\.Server)?$|^MudBlazor$|^Radzen\.Blazor$|^Blazorise$/i,
  ],
  [
    "web-framework",
    "Razor pages",
    /^Microsoft\.AspNetCore\.Mvc\.(?:RazorPages|Razor\.RuntimeCompilation|ViewFeatures)$/i,
  ],
  ["web-framework", "Giraffe views", /^(?:Giraffe\.(?:ViewEngine|Razor)|Falco\.Markup|Bolero)$/i],
  ["api-framework", "ASP.NET Web API", /^Microsoft\.AspNet\.WebApi(?:\.\w+)?$/i],
  [
    "api-framework",
    "OpenAPI description",
    /^(?:Swashbuckle\.AspNetCore(?:\.SwaggerGen)?|NSwag\.AspNetCore|Microsoft\.AspNetCore\.OpenApi|FastEndpoints(?:\.Swagger)?|Scalar\.AspNetCore)$/i,
  ],
  ["api-framework", "gRPC", /^(?:Grpc\.AspNetCore(?:\.Server)?|protobuf-net\.Grpc\.AspNetCore)$/i],
  [
    "api-framework",
    "GraphQL",
    /^(?:HotChocolate\.AspNetCore|GraphQL\.Server\.All|GraphQL\.Server\.Transports\.AspNetCore)$/i,
  ],
  ["api-framework", "OData", /^Microsoft\.AspNetCore\.OData$/i],
  ["api-framework", "Carter", /^(?:Carter|Nancy|ServiceStack|Giraffe|Saturn|Suave|Falco)$/i],
  [
    "api-framework",
    "Azure Functions",
    /^Microsoft\.(?:Azure\.Functions\.Worker|NET\.Sdk\.Functions)$/i,
  ],
  [
    "api-framework",
    "AWS Lambda",
    /^Amazon\.Lambda\.(?:AspNetCoreServer(?:\.Hosting)?|RuntimeSupport|Core)$/i,
  ],
  [
    "cli",
    "command line",
    /^(?:System\.CommandLine|CommandLineParser|McMaster\.Extensions\.CommandLineUtils|Spectre\.Console\.Cli|Cocona|Argu)$/i,
  ],
];
const desktops: readonly (readonly [name: string, package_: RegExp])[] = [
  ["Avalonia", /^Avalonia\.Desktop$|^Avalonia$/i],
  ["Windows App SDK", /^Microsoft\.WindowsAppSDK$/i],
  ["GTK", /^(?:GtkSharp|GirCore\.Gtk-[34]\.0|GirCore\.Adw-1)$/i],
  ["Eto", /^Eto\.Platform\.\w+$/i],
  ["Uno", /^Uno\.WinUI(?:\.Skia\.\w+)?$/i],
  ["Photino", /^Photino\.(?:NET|Blazor)$/i],
];

export function addDotnetFramework(counter: MarkCounter, packageName: string): void {
  const row = rows.find(([, , name]) => name.test(packageName));
  if (row !== undefined) counter.add(row[0], row[1]);
}

/** The kit with which a program draws its windows; null where the package is none. */
export function desktopKit(packageName: string): string | null {
  return desktops.find(([, name]) => name.test(packageName))?.[0] ?? null;
}
