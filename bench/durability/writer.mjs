import { readFileSync, writeSync } from "node:fs";
import { createInterface } from "node:readline";

/**
 * Saves one assessment after the other, and writes a line when each is acknowledged: `saved ID NAME`. It is killed at any moment.
 * Each line that it reads is the address of the database from now on; when that is lost it writes `lost`, and waits for the next.
 * `node bench/durability/writer.mjs REPORT.json PREFIX`, on what was built.
 */
const [reportPath, prefix] = process.argv.slice(2);
const { openDatabase } = await import("#store/postgres/open-database.ts");
const report = JSON.parse(readFileSync(reportPath, "utf8"));
const { signal } = new AbortController();
let count = 0;

// In one piece, before anything else happens.
const say = (line) => writeSync(1, `${line}\n`);

async function saveOn(url) {
  const database = await openDatabase({ dataFolder: "/nowhere", url, make: false, signal });
  try {
    const store = await database.assessments();
    say("ready");
    for (;;) {
      const name = `${prefix}-${String(++count)}`;
      const organisation = { ...report.organisation, name };
      const origin = { folders: [`/${name}`], configurationPath: null, generatedAt: name };
      const saved = { place: name, report: { ...report, organisation }, origin, reuseKey: name };
      say(`saved ${await store.save(saved)} ${name}`);
    }
  } finally {
    await database.close();
  }
}

for await (const url of createInterface({ input: process.stdin })) {
  try {
    await saveOn(url);
  } catch (error) {
    if (error.code !== "database-failed") throw error;
    say("lost");
  }
}
