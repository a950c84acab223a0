import type { DatabaseOptions, ForgetOptions, RestoreOptions } from "../commands/db.ts";
import { defineCommand } from "../define-command.ts";
import { addCommonOptions, examples } from "../program-parts.ts";

export const command = defineCommand("keep", (program, session) => {
  const db = program
    .command("db")
    .summary("look after the database that a team shares")
    .description(
      "DATABASE_URL names a PostgreSQL server (15 or later). Without it Fulcrum runs a PostgreSQL of its own in the data folder. Assessments from the command line need none.",
    );
  const add = (name: string, summary: string): typeof db =>
    addCommonOptions(
      db
        .command(name)
        .description(summary)
        .option("--data <folder>", "where Fulcrum's own database lies", ".fulcrum"),
    );
  add("status", "which one it is, and whether it is up to date").action(
    async (options: DatabaseOptions) => {
      const { runDatabaseStatus } = await import("../commands/db.ts");
      await runDatabaseStatus(session, options);
    },
  );
  add("migrate", "make it where there is none, and bring it up to date").action(
    async (options: DatabaseOptions) => {
      const { runDatabaseMigrate } = await import("../commands/db.ts");
      await runDatabaseMigrate(session, options);
    },
  );
  const backup = add("backup <file>", "write all that it holds at one moment into one file");
  examples(backup, [["fulcrum db backup fulcrum.backup", "while others work with it"]]);
  backup.action(async (file: string, options: DatabaseOptions) => {
    const { runDatabaseBackup } = await import("../commands/db.ts");
    await runDatabaseBackup(session, file, options);
  });
  const restore = add(
    "restore <file>",
    "put such a file, or - for standard input, into an empty one",
  ).option("--replace", "remove what it holds before");
  examples(restore, [
    ["fulcrum db restore fulcrum.backup --data elsewhere", "into another folder"],
    ["DATABASE_URL=… fulcrum db restore fulcrum.backup", "into a server's"],
  ]);
  restore.action(async (file: string, options: RestoreOptions) => {
    const { runDatabaseRestore } = await import("../commands/db.ts");
    await runDatabaseRestore(session, file, options);
  });
  const move = add(
    "move <url>",
    "copy it to the empty database of a server, and see that nothing is missing",
  ).option("--replace", "remove what that one holds before");
  examples(move, [["fulcrum db move postgres://fulcrum@host/fulcrum", "password in PGPASSWORD"]]);
  move.action(async (url: string, options: RestoreOptions) => {
    const { runDatabaseMove } = await import("../commands/db.ts");
    await runDatabaseMove(session, url, options);
  });
  const keep = add("keep [count]", "how many assessments of each place it keeps: say, or set it");
  keep.action(async (count: string | undefined, options: DatabaseOptions) => {
    const { runDatabaseKeep } = await import("../commands/db.ts");
    await runDatabaseKeep(session, count, options);
  });
  const forget = add("forget <organisation>", "remove all assessments of an organisation")
    .option("--repository <id>", "only those that know of this repository")
    .option("--export <file>", "write what goes into a file first, as lines of JSON");
  examples(forget, [
    ["fulcrum db forget Meridian --export meridian.ndjson", "and keep a copy of your own"],
    ["fulcrum db forget Meridian --repository repository:github.com/meridian/shop", "of one"],
  ]);
  forget.action(async (organisation: string, options: ForgetOptions) => {
    const { runDatabaseForget } = await import("../commands/db.ts");
    await runDatabaseForget(session, organisation, options);
  });
});
