import type { CollectedFacts } from "../collected-facts.ts";
import type { XmlElement } from "../xml-element.ts";
import type { ProjectValues } from "./project-values.ts";

/** Stand for what shared files may say of every project's package; the model's linking knows where to look. */
const packageId = "${package-id}";
const packageVersion = "${package-version}";

/** The package that a project makes: named by `PackageId`, else by the assembly, else by its file. */
export function offerPackage(
  facts: CollectedFacts,
  root: XmlElement,
  values: ProjectValues,
  isTest: boolean,
): void {
  const name = values.literal("packageid");
  const isProgram = /^(?:exe|winexe)$/i.test(values.literal("outputtype") ?? "");
  const isWeb = /^Microsoft\.NET\.Sdk\.(?:Web|Worker|BlazorWebAssembly)/i.test(
    root.attribute("Sdk") ?? "",
  );
  const packable = values.literal("ispackable")?.toLowerCase();
  const packsTool = values.literal("packastool")?.toLowerCase() === "true";
  facts.offer("nuget", name ?? packageId, {
    kind: packsTool ? "tooling" : "library",
    version: values.literal("packageversion") ?? values.literal("version") ?? packageVersion,
    description: values.literal("description"),
    // SDK projects can be packed unless they say otherwise or are programs; older ones need a package id.
    isPrivate:
      packable === "false" ||
      (packable !== "true" &&
        !packsTool &&
        !values.has("packageid") &&
        (isTest || isProgram || isWeb || root.attribute("Sdk") === null)),
    line: root.line,
  });
}
