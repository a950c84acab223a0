import type { CollectedFacts } from "../collected-facts.ts";
import { offerImage, useImage } from "../docker/image-reference.ts";
import type { XmlElement } from "../xml-element.ts";
import type { MavenProperties } from "./maven-properties.ts";

/** What a plugin of Maven builds images from, and the name that it gives them: Jib, Spring Boot, docker-maven-plugin of Fabric8. */
export function readMavenImages(
  facts: CollectedFacts,
  properties: MavenProperties,
  plugin: XmlElement,
): void {
  const parts = [plugin, ...(plugin.child("executions")?.all("execution") ?? [])].flatMap(
    (part) => part.child("configuration") ?? [],
  );
  const said = (element: XmlElement | null | undefined, then: typeof use): void => {
    const text = properties.resolve(element?.text ?? null);
    if (element != null && text !== null && text !== "" && !text.includes("${"))
      then(facts, text, element.line);
  };
  for (const part of parts)
    switch (plugin.textOf("artifactId") ?? "") {
      case "jib-maven-plugin":
        said(part.child("from")?.child("image"), use);
        said(part.child("to")?.child("image"), offer);
        break;
      case "spring-boot-maven-plugin":
        said(part.child("image")?.child("builder"), use);
        said(part.child("image")?.child("runImage"), use);
        said(part.child("image")?.child("name"), offer);
        break;
      case "docker-maven-plugin":
        for (const image of part.child("images")?.all("image") ?? []) {
          said(image.child("build")?.child("from"), use);
          if (image.child("build") !== null) said(image.child("name"), offer);
        }
        break;
      default: // builds no images
    }
}

function use(facts: CollectedFacts, image: string, line: number): void {
  // Jib takes images of the machine's own Docker, and files, by a scheme.
  if (!/^(?:docker|tar):\/\//.test(image))
    useImage(facts, image.replace(/^registry:\/\//, ""), { scope: "build", line });
}

/** A name without a path stays on the machine that builds it. */
function offer(facts: CollectedFacts, image: string, line: number): void {
  if (image.includes("/")) offerImage(facts, image, line);
}
