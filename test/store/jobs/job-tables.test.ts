import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { sampleReport } from "#fixtures/sample-report.ts";
import type { ServiceDatabase } from "#ports/database.ts";
import type { JobBoard, NewRepository, RunningJob, WorkerSeat } from "#ports/jobs.ts";
import { openDatabase } from "#store/postgres/open-database.ts";
import { newDatabase, servers, type OwnDatabase } from "../shared-databases.ts";

const open = async (url: string): Promise<ServiceDatabase> => {
  const { signal } = new AbortController();
  const opened = await openDatabase({ dataFolder: "/nowhere", url, make: false, signal });
  if (opened === null) throw new Error("a server was named");
  return opened;
};

const clones: NewRepository = { kind: "folder", address: "/srv/clones", identity: null };
const rail: NewRepository = {
  kind: "address",
  address: "https://forge.example/line/rail.git",
  identity: "forge.example/line/rail",
};
const failure = { code: "no-repositories", message: "Nothing\0there.", next: "Clone some." };
const everything = { organisation: null, state: null, after: null, limit: 100 };

describe.each(servers)("jobs on $name", (server) => {
  let database: OwnDatabase;
  let service: ServiceDatabase;
  let board: JobBoard;
  const seats: WorkerSeat[] = [];
  const sit = async (): Promise<WorkerSeat> => {
    const seat = await board.sitDown();
    seats.push(seat);
    return seat;
  };
  const take = async (seat: WorkerSeat): Promise<RunningJob> => {
    const job = await seat.take();
    if (job === null) throw new Error("there was a job to take");
    return job;
  };
  const kinds = async (id: string): Promise<string[]> =>
    (await board.events(id, null)).map(({ kind }) => kind);
  /** As if the time between two attempts had passed. */
  const wait = () =>
    database.query("update pgboss.job set start_after = now() where state = 'retry'");
  const save = async (job: RunningJob): Promise<string> => {
    const store = await job.assessments(() => ({ repositories: 2 }));
    const report = sampleReport();
    const origin = { folders: [], configurationPath: null, generatedAt: report.generatedAt };
    return store.save({
      place: `organisation:${job.organisation}`,
      report,
      origin,
      reuseKey: null,
    });
  };

  beforeAll(async () => {
    database = await newDatabase(server);
    service = await open(database.url);
    await service.migrate();
    board = await service.jobs();
  });
  afterEach(async () => {
    for (const seat of seats.splice(0)) await seat.leave();
    await database.query(
      "truncate watched_organisation, watched_repository, job_run, job_event, push_delivery, answered_request, assessment cascade",
    );
    await database.query("delete from pgboss.job");
    await database.query("delete from pgboss.schedule");
  });
  afterAll(async () => {
    await service.close();
    await database.drop();
  });

  it("watches each repository once, and says what is watched", async () => {
    const odd = "Bäckerei\0 'x'; drop table job_run --";
    const first = await board.watch(odd, clones);
    expect(await board.watch(odd, clones)).toEqual(first);
    const second = await board.watch(odd, rail);
    expect(second).toMatchObject({ ...rail, organisation: odd, fetchedAt: null });
    expect(second.wantedAt).not.toBeNull();
    expect(await board.repositories(odd)).toEqual([first, second]);
    expect(await board.organisations()).toEqual([
      { name: odd, repositoriesCount: 2, schedule: null },
    ]);
    expect(await board.unwatch("another", second.id)).toBeNull();
    expect(await board.unwatch(odd, second.id)).toEqual(second);
    expect(await board.unwatch(odd, second.id)).toBeNull();
    expect(await board.repositories(odd)).toEqual([first]);
  });

  it("has one job waiting, however often it is asked for", async () => {
    await expect(board.scan("tram")).rejects.toMatchObject({ code: "not-watched" });
    await board.watch("tram", clones);
    const jobs = await Promise.all([1, 2, 3, 4].map(() => board.scan("tram")));
    expect(new Set(jobs.map(({ id }) => id)).size).toBe(1);
    expect(jobs[0]).toMatchObject({ organisation: "tram", state: "waiting", attemptsCount: 0 });
    expect(await kinds(jobs[0]!.id)).toEqual(["asked"]);
    // While it runs a second one waits: it begins after now.
    await take(await sit());
    const next = await board.scan("tram");
    expect(next.id).not.toBe(jobs[0]!.id);
    expect((await board.scan("tram")).id).toBe(next.id);
    expect((await board.jobs(everything)).map(({ id }) => id)).toEqual([next.id, jobs[0]!.id]);
    expect((await board.jobs({ ...everything, after: next.id })).map(({ id }) => id)).toEqual([
      jobs[0]!.id,
    ]);
    expect(await board.jobs({ ...everything, state: "running" })).toHaveLength(1);
    expect(await board.jobs({ ...everything, organisation: "ferry" })).toEqual([]);
    expect(await board.job("'")).toBeNull();
  });

  it("answers a request that comes again as before, and another one with its key not", async () => {
    await board.watch("tram", clones);
    const key = { key: "k1", request: "scan tram" };
    const job = await board.scan("tram", key);
    await save(await take(await sit()));
    expect(await board.scan("tram", key)).toMatchObject({ id: job.id, state: "completed" });
    await expect(board.scan("tram", { ...key, request: "scan ferry" })).rejects.toMatchObject({
      code: "key-used",
    });
    const same = await Promise.all(
      [1, 2].map(() => board.watch("tram", rail, { key: "k2", request: "w" })),
    );
    expect(same[0]).toEqual(same[1]);
  });

  it("gives a job to one worker, and none of its organisation to another", async () => {
    await board.watch("tram", clones);
    await board.watch("ferry", clones);
    const tram = await board.scan("tram");
    const [one, other] = [await sit(), await sit()];
    const taken = await Promise.all([one.take(), other.take()]);
    expect(taken.flatMap((job) => job?.id ?? [])).toEqual([tram.id]);
    await board.scan("tram");
    await board.scan("ferry");
    const free = taken[0] === null ? one : other;
    expect(await free.take()).toMatchObject({ organisation: "ferry", attempt: 1 });
    expect(await (await sit()).take()).toBeNull();
  });

  it("saves the assessment and completes the job together, or neither", async () => {
    await board.watch("tram", clones);
    const { id } = await board.scan("tram");
    const job = await take(await sit());
    const store = await job.assessments(() => ({}));
    const report = sampleReport();
    const origin = { folders: [], configurationPath: null, generatedAt: report.generatedAt };
    const torn = { ...report, evidence: [{ id: 7n }] } as never;
    await expect(
      store.save({ place: "p", report: torn, origin, reuseKey: null }),
    ).rejects.toMatchObject({ code: "database-failed" });
    expect(await board.job(id)).toMatchObject({ state: "running", assessment: null });
    const assessment = await save(job);
    expect(await board.job(id)).toMatchObject({ state: "completed", assessment, problem: null });
    expect((await board.events(id, null)).at(-1)).toMatchObject({
      kind: "completed",
      detail: { assessment, repositories: 2 },
    });
    await expect(save(job)).rejects.toMatchObject({ code: "job-lost" });
    await expect(job.tell("note", {})).rejects.toMatchObject({ code: "job-lost" });
    expect(await database.query("select count(*)::int as n from assessment")).toEqual([{ n: 1 }]);
  });

  it("tries again what failed, later each time, then keeps it with its error for somebody to retry", async () => {
    await board.watch("tram", clones);
    const { id } = await board.scan("tram");
    const seat = await sit();
    await (await take(seat)).fail(failure, false);
    const waiting = await board.job(id);
    expect(waiting).toMatchObject({ state: "waiting-again", attemptsCount: 1, problem: failure });
    expect(await seat.take()).toBeNull();
    const delays: number[] = [];
    for (let attempt = 2; attempt <= 6; attempt++) {
      await wait();
      const job = await take(seat);
      expect(job.attempt).toBe(attempt);
      await job.fail(failure, false);
      const { beginsAfter, state } = (await board.job(id))!;
      if (state !== "failed") delays.push(Date.parse(beginsAfter) - Date.now());
    }
    expect(delays.every((one, at) => one > 8_000 * 2 ** at)).toBe(true);
    expect(await board.job(id)).toMatchObject({ state: "failed", problem: failure });
    expect((await kinds(id)).at(-1)).toBe("failed-for-good");
    await database.query("update pgboss.job set completed_on = now() - interval '50 days'");
    expect(await board.retry(id)).toMatchObject({ id, state: "waiting-again", endedAt: null });
    await expect(board.retry(id)).rejects.toMatchObject({ code: "job-not-failed" });
    await save(await take(seat));
    expect(await board.job(id)).toMatchObject({ state: "completed", attemptsCount: 7 });
    await expect(board.retry("no job")).rejects.toMatchObject({ code: "unknown-job" });
  });

  it("does not try again what would be in vain", async () => {
    await board.watch("tram", clones);
    const { id } = await board.scan("tram");
    await (await take(await sit())).fail(failure, true);
    expect(await board.job(id)).toMatchObject({
      state: "failed",
      attemptsCount: 1,
      problem: failure,
    });
  });

  it("takes a job back from a worker that is gone, which then changes nothing any more", async () => {
    await board.watch("tram", clones);
    const { id } = await board.scan("tram");
    const seat = await sit();
    const job = await take(seat);
    const [held] = await database.query(
      "select pid, pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted and database = (select oid from pg_database where datname = current_database())",
    );
    expect(held).toBeDefined();
    const other = await sit();
    expect(await other.take()).toBeNull();
    expect(await board.job(id)).toMatchObject({ state: "waiting-again", attemptsCount: 1 });
    await wait();
    const again = await take(other);
    expect([again.id, again.attempt]).toEqual([id, 2]);
    await expect(save(job)).rejects.toMatchObject({ code: "job-lost" });
    await expect(job.giveBack()).rejects.toMatchObject({ code: "job-lost" });
    expect(await database.query("select count(*)::int as n from assessment")).toEqual([{ n: 0 }]);
    await save(again);
    expect(await kinds(id)).toEqual([
      "asked",
      "begun",
      "lost",
      "failed-for-now",
      "begun",
      "completed",
    ]);
    await expect.poll(() => seat.lost.aborted, { timeout: 10_000 }).toBe(true);
    await expect(seat.take()).rejects.toMatchObject({ code: "database-failed" });
  });

  it("gives back a job as if it had never been taken", async () => {
    await board.watch("tram", clones);
    const { id } = await board.scan("tram");
    const seat = await sit();
    await (await take(seat)).giveBack();
    expect(await board.job(id)).toMatchObject({
      state: "waiting",
      attemptsCount: 0,
      begunAt: null,
    });
    await (await take(seat)).fail(failure, false);
    await wait();
    await (await take(seat)).giveBack();
    expect(await board.job(id)).toMatchObject({ state: "waiting-again", attemptsCount: 1 });
    expect((await take(seat)).attempt).toBe(2);
  });

  it("acts on a push once, for whoever watches the repository", async () => {
    const { id } = await board.watch("tram", rail);
    await board.watch("ferry", { ...rail, address: "git@forge.example:line/rail.git" });
    await board.watch("bus", clones);
    const seat = await sit();
    await board.scan("tram");
    const job = await take(seat);
    const push = { source: "github", delivery: "d-1", identities: [rail.identity!] } as const;
    const jobs = await board.scanAfterPush(push);
    expect(jobs?.map(({ organisation }) => organisation)).toEqual(["ferry", "tram"]);
    expect(await board.scanAfterPush(push)).toBeNull();
    expect(await board.scanAfterPush({ ...push, source: "gitlab" })).toEqual(jobs);
    expect(await board.scanAfterPush({ ...push, delivery: "d-2", identities: ["x/y/z"] })).toEqual(
      [],
    );
    // What was pushed while it was being fetched is fetched again.
    await job.fetched(id, null);
    const [watched] = await board.repositories("tram");
    expect(watched).toMatchObject({ problem: null, wantedAt: expect.any(String) });
    await save(job);
    const next = await take(seat);
    await next.fetched(next.repositories[0]!.id, "gone\0");
    expect((await board.repositories(next.organisation))[0]).toMatchObject({ problem: "gone\0" });
  });

  it("tells events from any one on", async () => {
    await board.watch("tram", clones);
    const { id } = await board.scan("tram");
    const job = await take(await sit());
    await job.tell("progress", { label: "Reading", done: 1, total: 2 });
    await job.tell("note", { text: "nul\0, half \ud800" });
    const all = await board.events(id, null);
    expect(all.map(({ kind }) => kind)).toEqual(["asked", "begun", "progress", "note"]);
    expect(all.at(-1)?.detail).toEqual({ text: "nul\0, half \ud800" });
    expect(await board.events(id, all[1]!.id)).toEqual(all.slice(2));
    expect(await board.events(id, "nonsense")).toEqual(all);
    expect(await board.events("nonsense", null)).toEqual([]);
  });

  it("scans by a schedule, which goes with the last repository", async () => {
    await expect(board.schedule("tram", "0 3 * * *")).rejects.toMatchObject({
      code: "not-watched",
    });
    const { id } = await board.watch("tram", rail);
    for (const wrong of ["no", "61 * * * *", "0 0 31 2 *"])
      await expect(board.schedule("tram", wrong)).rejects.toMatchObject({ code: "usage" });
    await board.schedule("tram", "* * * * *");
    expect(await board.organisations()).toMatchObject([{ schedule: "* * * * *" }]);
    const failures: unknown[] = [];
    const keeper = await board.lookAfter((error) => failures.push(error));
    await expect.poll(() => board.jobs(everything), { timeout: 20_000 }).toHaveLength(1);
    await keeper.stop();
    expect(failures).toEqual([]);
    await database.query("update watched_repository set wanted_at = null");
    const job = await take(await sit());
    expect(job.repositories).toMatchObject([{ wantedAt: expect.any(String) }]);
    await job.giveBack();
    await board.unwatch("tram", id);
    expect(await database.query("select name from pgboss.schedule")).toEqual([]);
    await expect(board.scan("tram")).rejects.toMatchObject({ code: "not-watched" });
  });
});
