import { featureIds } from "#insight/classification/feature.ts";
import { weighedClasses } from "#insight/classification/score.ts";
import { wilsonInterval } from "#kernel/stats-summary.ts";
import type { Fact } from "./facts.ts";
import type { JudgedFact } from "./judge-facts.ts";
import { prior } from "./prior.ts";
import type { Results } from "./results.ts";
import { calibrationOf, isClear, isRight, kappaOf, scoreOf } from "./scores.ts";

/** The measured part of the page on classification, in Markdown. */
export function pageLines(facts: readonly Fact[], results: Results): string[] {
  const { leftOut, byPrior } = results;
  const isRoot = ({ path }: Fact): boolean => path === ".";
  const clear = leftOut.filter((one) => isRoot(one) && isClear(one));
  const arguable = leftOut.filter((one) => isRoot(one) && !isClear(one));
  const parts = leftOut.filter((one) => !isRoot(one));
  const organisations = [...new Set(leftOut.map(({ organisation }) => organisation))].sort();
  const of = (some: readonly JudgedFact[], name: string): JudgedFact[] =>
    some.filter(({ organisation }) => organisation === name);
  return [
    ...weightLines(results),
    "",
    "Left out, one organisation after the other (penalty and temperature chosen without it):",
    "",
    "| | right | Wilson 95 % | answered | right when answered | always platform | log loss | utility |",
    "|---|--:|--:|--:|--:|--:|--:|--:|",
    row("**clear labels**", clear),
    row("arguable labels", arguable),
    row("parts of monorepos", parts),
    row("all roots by the prior alone", byPrior.filter(isRoot)),
    ...organisations.map((name) => row(`roots of ${name}`, of(leftOut.filter(isRoot), name))),
    "",
    ...confusionLines(organisations.map((name) => [name, of(leftOut, name)])),
    "",
    "How sure it was, and how often it was right (left out, roots and parts):",
    "",
    "| probability of the likeliest | mean | right | of |",
    "|---|--:|--:|--:|",
    ...calibrationOf(leftOut).map(
      ({ from, to, said, right, all }) =>
        `| ${from.toFixed(2)} to ${Math.min(1, to).toFixed(2)} | ${all === 0 ? "–" : said.toFixed(2)} | ${String(right)} | ${String(all)} |`,
    ),
    "",
    ...mistakeLines(leftOut),
    "",
    ...readerLines(facts, organisations),
  ];
}

function weightLines({ model, isTrained, gain, penalty }: Results): string[] {
  const by = `${gain.mean.toFixed(3)} ± ${gain.standardError.toFixed(3)} nats`;
  const verdict = isTrained
    ? `Trained weights gain ${by} over the prior left out (mean over organisations ± one standard error), so they are shipped; λ = ${String(penalty)}, temperature ${String(model.temperature)}.`
    : `Training gains ${by} over the prior left out (mean over organisations ± one standard error): not enough, so the prior is shipped; temperature ${String(model.temperature)}.`;
  return [
    verdict,
    "",
    "| sign | prior | shipped |",
    "|---|--:|--:|",
    ...featureIds.map(
      (id) => `| \`${id}\` | ${String(prior[id])} | ${String(model.weights[id])} |`,
    ),
  ];
}

function row(name: string, judged: readonly JudgedFact[]): string {
  const { all, right, answered, alwaysPlatform, logLoss, utility } = scoreOf(judged);
  const { low, high } = wilsonInterval(right, Math.max(1, all));
  const percent = (share: number): string => (share * 100).toFixed(1);
  const cells = [
    name,
    `${String(right)} of ${String(all)} (${percent(right / Math.max(1, all))} %)`,
    `${percent(low)} to ${percent(high)} %`,
    `${percent(answered / Math.max(1, all))} %`,
    `${percent(right / Math.max(1, answered))} %`,
    `${String(alwaysPlatform)} of ${String(all)}`,
    logLoss.toFixed(3),
    utility.toFixed(2),
  ];
  return `| ${cells.join(" | ")} |`;
}

function confusionLines(groups: readonly (readonly [string, readonly JudgedFact[]])[]): string[] {
  const answers = [...weighedClasses, "unknown"] as const;
  const lines = groups.flatMap(([name, judged]) =>
    weighedClasses
      .filter((one) => judged.some(({ label }) => label.class === one))
      .map((one) => {
        const counts = answers.map((answer) =>
          String(
            judged.filter(({ label, ...rest }) => label.class === one && rest.answer === answer)
              .length,
          ),
        );
        return `| ${name} | ${one} | ${counts.join(" | ")} |`;
      }),
  );
  return [
    `| organisation | label | ${answers.join(" | ")} |`,
    `|---|---|${answers.map(() => "--:").join("|")}|`,
    ...lines,
  ];
}

function mistakeLines(judged: readonly JudgedFact[]): string[] {
  const wrong = judged.filter((one) => one.label.class !== "either" && !isRight(one));
  if (wrong.length === 0) return ["No label is missed."];
  return [
    "What is missed (probabilities of product, platform, supporting):",
    "",
    ...wrong.map((one) => {
      const odds = weighedClasses.map((each) => one.probabilities[each].toFixed(2)).join(" / ");
      const place = one.path === "." ? one.repository : `${one.repository}, ${one.path}`;
      const by = one.rule === null ? "" : `, rule ${one.rule.id}`;
      return `- ${one.organisation}: ${place}: ${one.answer} (${odds}${by}); label ${one.label.class}, ${one.label.confidence}`;
    }),
  ];
}

function readerLines(facts: readonly Fact[], organisations: readonly string[]): string[] {
  if (facts.every(({ secondLabel }) => secondLabel === null)) return [];
  const line = (name: string, some: readonly Fact[]): string => {
    const { all, same, kappa } = kappaOf(some);
    const either = some.filter(
      ({ label, secondLabel }) => label.class === "either" || secondLabel?.class === "either",
    ).length;
    return `| ${name} | ${String(same)} of ${String(all)} | ${kappa === null ? "–" : kappa.toFixed(2)} | ${String(either)} |`;
  };
  const disputed = facts.filter(
    ({ label, secondLabel }) => secondLabel !== null && label.class !== secondLabel.class,
  );
  return [
    "Two readers, the second blind (READMEs and manifests only): where neither leaves it open, how often they say the same:",
    "",
    "| | same | Cohen’s κ | left open by either |",
    "|---|--:|--:|--:|",
    line("**all**", facts),
    ...organisations.map((name) =>
      line(
        name,
        facts.filter(({ organisation }) => organisation === name),
      ),
    ),
    "",
    "Disputed (first reader, second reader):",
    "",
    ...disputed.map(
      ({ organisation, repository, path, label, secondLabel }) =>
        `- ${organisation}: ${path === "." ? repository : `${repository}, ${path}`}: ${label.class} (${label.confidence}), ${secondLabel?.class ?? ""} (${secondLabel?.confidence ?? ""})`,
    ),
  ];
}
