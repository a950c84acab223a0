import type { CollectedFacts } from "../collected-facts.ts";
import { useChart } from "../helm/use-chart.ts";
import { pathTarget } from "../manifest-path.ts";
import type { HclBody } from "./hcl-body.ts";
import { expandNames, templateOf, type HclNames } from "./hcl-names.ts";

/** `helm_release` of Terraform: a chart from a repository, by `oci://…`, or from a folder. What is only known when it runs says nothing. */
export function readHelmRelease(
  facts: CollectedFacts,
  body: HclBody,
  names: HclNames,
  path: string,
): void {
  const text = (name: string): string | null => {
    const template = templateOf(body.attributes.get(name)?.expression ?? "");
    const value = template === null ? null : expandNames(template, names);
    return value === null || value === "" || value.includes("${") ? null : value;
  };
  const written = text("chart");
  const line = body.attributes.get("chart")?.line ?? 1;
  if (written === null) return;
  const version = text("version");
  const hasRepository = body.attributes.has("repository");
  const repository = text("repository");
  if (hasRepository && repository === null) return;
  if (!hasRepository && /^\.{0,2}\//.test(written)) {
    const name = written.slice(written.lastIndexOf("/") + 1);
    if (/\w/.test(name))
      facts.use("helm", name, { scope: "runtime", line, ...pathTarget(path, written) });
    return;
  }
  const slash = repository === null ? written.lastIndexOf("/") : -1;
  const before = written.slice(0, Math.max(0, slash));
  const from = before === "" || before.includes("://") ? before : `@${before}`;
  useChart(facts, path, {
    name: written.slice(slash + 1).replace(/\.tgz$/, ""),
    version,
    repository: repository ?? from,
    line,
  });
}
