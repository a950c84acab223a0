import { parseArgs } from "node:util";
import { powerOf, rateLine, scoreScenario } from "./score.ts";
import { plantedSignals, scenarios } from "./truth.ts";

/** `node build/bench/planted-truth/main.js [--organisations 400]`: error rates over simulated organisations. */
const { values } = parseArgs({ options: { organisations: { type: "string", default: "400" } } });
const organisations = Number(values.organisations);
if (!Number.isInteger(organisations) || organisations < 1) {
  console.error("--organisations takes a whole number from 1 on");
  process.exit(2);
}
for (const scenario of scenarios) {
  console.log(`\n${scenario}`);
  for (const rate of scoreScenario(scenario, organisations)) console.log(`  ${rateLine(rate)}`);
  if (plantedSignals[scenario].length !== 1) continue;
  for (const rate of powerOf(scenario, organisations)) console.log(`  ${rateLine(rate)}`);
}
