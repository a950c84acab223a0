import type { DatabaseOptions } from "../commands/db.ts";
import { defineCommand } from "../define-command.ts";
import { addCommonOptions } from "../program-parts.ts";

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
});
