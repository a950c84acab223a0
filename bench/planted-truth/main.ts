import { parseArgs } from "node:util";
import { calibrate, diagramLines, isMet, targets } from "./calibration.ts";
import { powerOf, rateLine, scoreScenario, spreadLines } from "./score.ts";
import { plantedSignals, scenarios } from "./truth.ts";

const usage = `usage: npm run bench -- planted-truth [--organisations 400] [--only calibration]

Error rates of the whole decision over simulated organisations, and whether its chances are right: the targets of the
specification, Brier score, reliability diagram, coverage of the interval of signs, the spread of scores about the truth.`;

const { values } = parseArgs({
  options: {
    organisations: { type: "string", default: "400" },
    only: { type: "string" },
  },
});
const organisations = Number(values.organisations);
const isKnown = values.only === undefined || values.only === "calibration";
if (!Number.isInteger(organisations) || organisations < 1 || !isKnown) {
  console.error(usage);
  process.exit(2);
}

console.log("Targets of the rule");
for (const target of targets(organisations)) {
  const bound = `${target.isAtLeast ? "at least" : "at most"} ${String(target.bound * 100)} %`;
  console.log(`  ${rateLine(target)}  ${bound}: ${isMet(target) ? "met" : "NOT MET"}`);
}
const calibration = calibrate(organisations * 5);
console.log(
  `\nReliability of the chances of ${String(calibration.organisations * 7)} signals, 30 to 90 % of the evidence missing`,
);
for (const line of diagramLines(calibration)) console.log(`  ${line}`);
console.log(
  `  Brier score ${calibration.brier.toFixed(3)} (always the prior: ${calibration.brierOfPrior.toFixed(3)}); the interval of 80 % holds the number of signs in ${(calibration.coverage * 100).toFixed(1)} % of organisations`,
);
if (values.only === undefined) {
  console.log("\nSpread of scores about what was planted, root mean square");
  for (const line of spreadLines(Math.max(10, Math.round(organisations / 10))))
    console.log(`  ${line}`);
  for (const scenario of scenarios) {
    console.log(`\n${scenario}`);
    for (const rate of scoreScenario(scenario, organisations)) console.log(`  ${rateLine(rate)}`);
    if (plantedSignals[scenario].length !== 1) continue;
    for (const rate of powerOf(scenario, organisations)) console.log(`  ${rateLine(rate)}`);
  }
}
