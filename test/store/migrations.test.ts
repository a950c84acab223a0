import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ServiceDatabase } from "#ports/database.ts";
import { migrations } from "#store/postgres/migrations/index.ts";
import { openDatabase } from "#store/postgres/open-database.ts";
import { newDatabase, servers, type OwnDatabase } from "./shared-databases.ts";

const names = Object.keys(migrations);
const opened: ServiceDatabase[] = [];
const open = async (url: string): Promise<ServiceDatabase> => {
  const { signal } = new AbortController();
  const one = await openDatabase({ dataFolder: "/nowhere", url, make: false, signal });
  if (one === null) throw new Error("a server was named");
  opened.push(one);
  return one;
};

describe.each(servers)("migrations on $name", (server) => {
  let database: OwnDatabase;
  beforeEach(async () => {
    database = await newDatabase(server);
  });
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close();
    await database.drop();
  });

  it("are applied once, by whoever comes first, and say how far it is", async () => {
    const [one, other] = [await open(database.url), await open(database.url)];
    const about = { applied: [], pending: names, server: expect.stringContaining("PostgreSQL 1") };
    expect(await one.state()).toMatchObject(about);
    await expect(one.assessments()).rejects.toMatchObject({
      code: "database-version",
      next: expect.stringContaining("fulcrum db migrate"),
    });
    const applied = await Promise.all([one.migrate(), other.migrate()]);
    expect(applied.flat()).toEqual(names);
    expect(await other.state()).toMatchObject({ applied: names, pending: [] });
    expect(await one.migrate()).toEqual([]);
    await expect(one.assessments()).resolves.toBeDefined();
  });

  it("of a later version are left as they are", async () => {
    const one = await open(database.url);
    await one.migrate();
    await database.query("insert into migration values ('9999-later', now()::text)");
    for (const asking of [() => one.state(), () => one.migrate(), () => one.assessments()])
      await expect(asking()).rejects.toMatchObject({
        code: "database-version",
        message: expect.stringContaining("9999-later"),
      });
  });

  it("sort every text by code points, whatever the locale of the server", async () => {
    await (await open(database.url)).migrate();
    const odd = await database.query(`
      select relname || '.' || attname as name
      from pg_attribute join pg_class on pg_class.oid = attrelid
        left join pg_collation on pg_collation.oid = attcollation
      where relnamespace = current_schema()::regnamespace and relkind = 'r' and attnum > 0
        and relname not like 'migration%' and attcollation <> 0 and collname <> 'C'`);
    expect(odd).toEqual([]);
  });

  it("need a database in UTF-8", async () => {
    const name = "latin_bread";
    await database.query(`create database ${name} encoding 'LATIN1' locale 'C' template template0`);
    const url = database.url.replace(/\/test_\w+\?/, `/${name}?`);
    await expect(open(url)).rejects.toMatchObject({
      code: "database-failed",
      message: expect.stringContaining("LATIN1"),
    });
    await database.query(`drop database ${name}`);
  });

  it("are asked for in vain where nobody is let in, and no password is repeated", async () => {
    const wrong = database.url.replace(/:[^:@/]+@/, ":s3cret@");
    const failure = open(wrong);
    await expect(failure).rejects.toMatchObject({
      code: "database-failed",
      next: expect.stringContaining("DATABASE_URL"),
    });
    await expect(failure).rejects.not.toThrow("s3cret");
    await expect(open("postgres://baker:s3cret@127.0.0.1:9/bread")).rejects.toMatchObject({
      code: "database-failed",
      message: expect.stringContaining("ECONNREFUSED"),
    });
  });
});
