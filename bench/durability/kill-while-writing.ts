import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import pg from "pg";
import type { ServiceDatabase } from "#ports/database.ts";
import { packageFolder } from "#kernel/package-folder.ts";
import { report as reportSchema, type Report } from "#sections/report.ts";
import { startEmbedded, type EmbeddedServer } from "#store/postgres/embedded/embedded-server.ts";
import { packagedInstallation, thisMachine } from "#store/postgres/embedded/installation.ts";
import { placesOf, type DatabasePlaces } from "#store/postgres/embedded/places.ts";
import { serversIn } from "#store/postgres/embedded/processes.ts";
import { openDatabase } from "#store/postgres/open-database.ts";

/** What is killed: who writes, the first process of the database, all of its processes, or who writes and all of those. */
export const victims = ["writer", "postmaster", "database", "both"] as const;
export type Victim = (typeof victims)[number];

export interface KillPlan {
  /** Absolute; anybody may go through it. */
  readonly home: string;
  readonly reportPath: string;
  readonly kills: number;
  /** From 0 to 1, each time another. */
  readonly random: () => number;
  /** Whether to end with those that were killed so far. */
  readonly isEnough: () => boolean;
  readonly tell: (line: string) => void;
}

export interface Survived {
  readonly killedCounts: Readonly<Record<Victim, number>>;
  readonly acknowledgedCount: number;
  /** Written, and killed before anybody was told so. */
  readonly untoldCount: number;
  /** Acknowledged, and not there, or other than it was written. */
  readonly lost: readonly string[];
  /** There in part. */
  readonly halves: readonly string[];
  /** From the start of a server to its first answer, ms. */
  readonly restartsMs: readonly number[];
}

/** Kills again and again while assessments are saved, and reads after each time what was acknowledged. */
export async function killWhileWriting(plan: KillPlan): Promise<Survived> {
  const run = new Run(plan, await placesOf(plan.home));
  try {
    await run.begin();
    for (let nth = 0; nth < plan.kills && !plan.isEnough(); nth++) await run.round(nth);
    return await run.survived();
  } finally {
    await run.end();
  }
}

interface Acknowledged {
  readonly id: string;
  readonly name: string;
}

/** Somebody who writes, and what it has said so far. */
class Writer {
  readonly child: ChildProcess;
  private readonly lines: AsyncIterator<string>;
  readonly said: Acknowledged[] = [];
  private isOver = false;

  constructor(reportPath: string, prefix: string) {
    const script = join(packageFolder, "bench", "durability", "writer.mjs");
    this.child = spawn(process.execPath, [script, reportPath, prefix], {
      cwd: packageFolder,
      stdio: ["pipe", "pipe", "inherit"],
    });
    const { stdin, stdout } = this.child;
    if (stdin === null || stdout === null) throw new Error("its streams are pipes");
    stdin.on("error", () => undefined); // it was killed
    this.lines = createInterface({ input: stdout })[Symbol.asyncIterator]();
  }

  /** Reads on until it has said one of these words, which it gives; null where it says no more. */
  async until(...words: readonly string[]): Promise<string | null> {
    while (!this.isOver) {
      const { done, value } = await this.lines.next();
      if (done === true) this.isOver = true;
      else {
        const [word = "", id = "", name = ""] = value.split(" ");
        if (word === "saved") this.said.push({ id, name });
        if (words.includes(word)) return word;
      }
    }
    return null;
  }

  connect(url: string): void {
    this.child.stdin?.write(`${url}\n`);
  }

  async kill(): Promise<void> {
    const { child } = this;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  }
}

class Run {
  private readonly plan: KillPlan;
  private readonly places: DatabasePlaces;
  private readonly report: Report;
  private server: EmbeddedServer | null = null;
  private writer: Writer | null = null;
  private writerCount = 0;
  private saveMs = 500;
  /** What was looked at already: ids grow. */
  private seenId = 0;
  private shape: { readonly sections: number; readonly items: number } | null = null;
  private readonly acknowledged: Acknowledged[] = [];
  private readonly lost = new Set<string>();
  private readonly halves = new Set<string>();
  private readonly restartsMs: number[] = [];
  private readonly killedCounts = { writer: 0, postmaster: 0, database: 0, both: 0 };

  constructor(plan: KillPlan, places: DatabasePlaces) {
    this.plan = plan;
    this.places = places;
    this.report = reportSchema.parse(JSON.parse(readFileSync(plan.reportPath, "utf8")));
  }

  async begin(): Promise<void> {
    await this.startServer();
    const database = await this.open();
    await database.migrate();
    await database.close();
    this.writer = this.newWriter();
  }

  /** Kills once, at any moment of some assessments that are saved. */
  async round(nth: number): Promise<void> {
    const victim = victims[Math.floor(this.plan.random() * victims.length)] ?? "both";
    const server = this.running();
    const { writer } = this;
    if (writer === null) throw new Error("somebody writes first");
    writer.connect(this.url());
    if ((await writer.until("ready", "lost")) !== "ready") throw new Error("nobody writes");
    const from = writer.said.length;
    const reading = writer.until("lost");
    const windowMs = this.plan.random() * this.saveMs * 3;
    await pause(windowMs);
    const servers =
      victim === "writer" ? [] : victim === "postmaster" ? [server.pid] : await this.processes();
    const writerDies = victim === "writer" || victim === "both";
    if (writerDies && this.plan.random() < 0.5) await writer.kill();
    for (const pid of servers) killNow(pid);
    if (writerDies) await writer.kill();
    // Until all that it said before was read.
    await reading;
    this.killedCounts[victim]++;
    // It starts while the rest is looked at.
    if (writerDies) this.writer = this.newWriter();
    if (servers.length > 0) {
      await server.ended;
      await server.stop();
      await this.startServer();
    }
    const told = writer.said.slice(from);
    // About as long as one takes by now, so that some rounds acknowledge none, and some a few.
    this.saveMs = (this.saveMs + (windowMs + this.saveMs / 2) / (told.length + 0.5)) / 2;
    this.acknowledged.push(...told);
    const began = Date.now();
    await this.look(told);
    this.plan.tell(
      `${String(nth + 1)} ${victim}: ${String(told.length)} acknowledged, looked at in ${String(Date.now() - began)} ms`,
    );
  }

  /** Looks once more, at everything. */
  async survived(): Promise<Survived> {
    await this.writer?.kill();
    this.seenId = 0;
    const there = await this.wholeIds();
    for (const { id, name } of this.acknowledged) if (!there.has(id)) this.lost.add(name);
    const acknowledgedCount = this.acknowledged.length;
    return {
      killedCounts: this.killedCounts,
      acknowledgedCount,
      untoldCount: there.size - (acknowledgedCount - this.lost.size),
      lost: [...this.lost],
      halves: [...this.halves],
      restartsMs: this.restartsMs,
    };
  }

  async end(): Promise<void> {
    await this.writer?.kill();
    await this.server?.stop();
  }

  private running(): EmbeddedServer {
    if (this.server === null) throw new Error("a server is started first");
    return this.server;
  }

  private processes(): Promise<number[]> {
    return serversIn(this.places.data);
  }

  private async startServer(): Promise<void> {
    const began = Date.now();
    const installation = await packagedInstallation(thisMachine());
    this.server = await startEmbedded(this.places, installation, new AbortController().signal);
    this.restartsMs.push(Date.now() - began);
  }

  private newWriter(): Writer {
    return new Writer(this.plan.reportPath, `writer-${String(++this.writerCount)}`);
  }

  private url(): string {
    const { host, user, password, database } = this.running().connection;
    return `postgres://${user}:${password}@/${database}?host=${encodeURIComponent(host)}`;
  }

  private async open(): Promise<ServiceDatabase> {
    const { signal } = new AbortController();
    const wish = { dataFolder: this.plan.home, url: this.url(), make: false, signal };
    const database = await openDatabase(wish);
    if (database === null) throw new Error("a server was named");
    return database;
  }

  /** Reads each that was acknowledged, in full, and counts the rows of all that are new. */
  private async look(told: readonly Acknowledged[]): Promise<void> {
    const database = await this.open();
    try {
      const store = await database.assessments();
      for (const { id, name } of told) {
        const expected = {
          ...this.report,
          organisation: { ...this.report.organisation, name },
        };
        const found = await store.report(id).catch(() => null);
        const current = await store.current(name);
        if (current?.id !== id || !isDeepStrictEqual(found, expected)) this.lost.add(name);
      }
    } finally {
      await database.close();
    }
    await this.wholeIds();
  }

  /** Ids of what came since it was asked last, all of whose rows are there; what is there in part is noted. */
  private async wholeIds(): Promise<Set<string>> {
    const rows = await this.counts();
    for (const { id, sections, items } of rows) {
      this.shape ??= { sections, items };
      if (sections !== this.shape.sections || items !== this.shape.items) this.halves.add(id);
      this.seenId = Math.max(this.seenId, Number(id));
    }
    return new Set(rows.map(({ id }) => id).filter((id) => !this.halves.has(id)));
  }

  private async counts(): Promise<{ id: string; sections: number; items: number }[]> {
    const client = new pg.Client(this.running().connection);
    await client.connect();
    try {
      const { rows } = await client.query<{ id: string; sections: number; items: number }>(
        `select id::text,
           (select count(*)::int from assessment_section where assessment_id = id) as sections,
           (select count(*)::int from assessment_item where assessment_id = id) as items
         from assessment where id > $1 order by id`,
        [this.seenId],
      );
      return rows;
    } finally {
      await client.end();
    }
  }
}

function killNow(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended by itself, because another one of them did.
  }
}
