import { describe, expect, it } from "vitest";
import { databaseFailure } from "#store/postgres/database-failure.ts";
import { serverAddress } from "#store/postgres/database-url.ts";

describe("DATABASE_URL", () => {
  it.each([
    ["postgres://baker:s3cret@db.example:5433/bread", "The database bread on db.example:5433"],
    [
      "postgresql://db.example/r%C3%BCckblick?sslmode=verify-full",
      "The database rückblick on db.example",
    ],
    [
      "postgres://baker:s3cret@/bread?host=%2Frun%2Fpostgresql",
      "The database bread on /run/postgresql",
    ],
  ])("names a database, without who opens it: %s", (url, where) => {
    expect(serverAddress(url)).toEqual({ url, where });
  });

  it.each([
    "mysql://baker:s3cret@db/bread",
    "s3cret",
    "postgres://baker:s3cret@db",
    "postgres://baker:s3cret@db/%E0%A4%A",
  ])("is refused where it is none, and not repeated: %s", (url) => {
    expect(() => serverAddress(url)).toThrow(expect.objectContaining({ code: "usage" }));
    expect(() => serverAddress(url)).not.toThrow("s3cret");
  });
});

describe("what a driver throws", () => {
  it.each([
    ["ECONNREFUSED", "Start the server"],
    ["28P01", "password"],
    ["53100", "Free some room"],
    ["XX001", "restore a backup"],
    ["99999", "server's log"],
  ])("says what to do: %s", (code, next) => {
    const error = Object.assign(new Error("no"), { code });
    for (const thrown of [error, new AggregateError([error], "")])
      expect(databaseFailure("The database bread on db", thrown)).toMatchObject({
        code: "database-failed",
        message: "The database bread on db does not answer as it should: no.",
        next: expect.stringContaining(next),
      });
  });
});
