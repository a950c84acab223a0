import type { CollectedFacts } from "../collected-facts.ts";
import { offerImage } from "../docker/image-reference.ts";
import { imagesOfScript } from "../docker/script-images.ts";
import type { YamlView } from "../yaml-view.ts";
import { expandExpressions, type Names } from "./expressions.ts";

/** Images that a step builds to be pushed, with the values of every row of the job's matrix. */
export function readPublishedImages(
  facts: CollectedFacts,
  step: YamlView,
  rows: readonly Names[],
): void {
  const written = imagesOf(step);
  for (const { image, line } of written)
    for (const names of rows) offerImage(facts, expandExpressions(image, names), line);
}

interface WrittenImage {
  readonly image: string;
  readonly line: number;
}

function imagesOf(step: YamlView): WrittenImage[] {
  const action = step.textAt("uses") ?? "";
  const inputs = step.get("with");
  if (action.startsWith("docker/build-push-action@")) return builtImages(inputs);
  if (action.startsWith("docker/metadata-action@")) return listed(inputs?.get("images") ?? null);
  const run = step.get("run");
  const script = run?.text ?? null;
  if (run === null || script === null) return [];
  return imagesOfScript(script).map((image) => ({ image, line: run.line }));
}

function builtImages(inputs: YamlView | null): WrittenImage[] {
  const outputs = inputs?.get("outputs") ?? null;
  const named = listed(outputs, "\n").flatMap(({ image: output, line }) => {
    const options = output.split(",");
    const isPushed = options.includes("push=true") || options.includes("type=registry");
    const name = options.find((option) => option.startsWith("name="));
    return isPushed && name !== undefined ? [{ image: name.slice("name=".length), line }] : [];
  });
  if (named.length > 0) return named;
  // Without `push` the image stays on the runner.
  const push = inputs?.textAt("push") ?? "false";
  return push === "false" ? [] : listed(inputs?.get("tags") ?? null);
}

/** One entry a line or comma; `name=` and options such as `,enable=…` are metadata-action's long form. */
function listed(view: YamlView | null, separator: "\n" | "," = ","): WrittenImage[] {
  const lines = (view?.itemsOrSelf() ?? []).flatMap(({ text, line }) =>
    (text ?? "").split(separator === "," ? /[\n,]/ : "\n").map((entry) => ({ entry, line })),
  );
  return lines
    .map(({ entry, line }) => ({ image: entry.trim().replace(/^name=(?=[^,]*$)/, ""), line }))
    .filter(({ image }) => image !== "" && !image.startsWith("#") && !image.startsWith("enable="));
}
