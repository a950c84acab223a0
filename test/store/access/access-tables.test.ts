import { afterEach } from "vitest";
import { accessStoreSuite } from "#fixtures/access-store-suite.ts";
import { openDatabase } from "#store/postgres/open-database.ts";
import { newDatabase, servers } from "../shared-databases.ts";

const ending: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0).toReversed()) await end();
});

for (const server of servers)
  accessStoreSuite(`access on ${server.name}`, async () => {
    const own = await newDatabase(server);
    ending.push(() => own.drop());
    const { signal } = new AbortController();
    const wish = { dataFolder: "/nowhere", url: own.url, make: false, signal };
    const database = await openDatabase(wish);
    if (database === null) throw new Error("a server was named");
    ending.push(() => database.close());
    await database.migrate();
    return database.access();
  });
