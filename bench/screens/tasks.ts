import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { launched } from "./chromium.ts";

const usage = `usage: npm run bench -- screens/tasks demo/report.html

Ten tasks of readers on the report of the demo, each from its first page, at 1,440 and 390 px: how many actions each takes (a
click, a choice, a word typed, a key), and whether what was asked for then stands on the screen, in sight.`;

/** What a reader does; every call is one action. */
class Reader {
  actions = 0;
  readonly page: Page;
  readonly isPhone: boolean;
  constructor(page: Page, isPhone: boolean) {
    this.page = page;
    this.isPhone = isPhone;
  }
  async search(words: string): Promise<void> {
    if (this.isPhone) await this.press("Search");
    else await this.key("Control+k");
    await this.page.getByRole("dialog", { name: "Search" }).waitFor();
    await this.page.keyboard.type(words);
    this.actions += 1;
    await this.page.getByRole("option").first().waitFor();
    await this.key("Enter");
  }
  async key(name: string): Promise<void> {
    await this.page.keyboard.press(name);
    this.actions += 1;
  }
  async press(name: string): Promise<void> {
    await this.page
      .getByRole("button", { name, exact: true })
      .filter({ visible: true })
      .first()
      .click();
    this.actions += 1;
  }
  async follow(name: string | RegExp): Promise<void> {
    const exact = typeof name === "string";
    await this.page.getByRole("link", { name, exact }).filter({ visible: true }).first().click();
    this.actions += 1;
  }
  async tab(name: RegExp): Promise<void> {
    await this.page.getByRole("tab", { name }).click();
    this.actions += 1;
  }
  async choose(label: string, option: string): Promise<void> {
    await this.page.getByLabel(label).first().selectOption({ label: option });
    this.actions += 1;
  }
}

interface Task {
  readonly asks: string;
  readonly walk: (reader: Reader) => Promise<void>;
  /** Texts that stand on the screen when it is answered. */
  readonly answer: readonly RegExp[];
}

const tasks: readonly Task[] = [
  {
    asks: "who uses telemetry, and since when",
    walk: async (reader) => {
      await reader.search("meridian telemetry");
      await reader.tab(/^Users/);
    },
    answer: [/Who uses it, and who did/, /\d{1,2} [A-Z][a-z]{2} 20\d\d/],
  },
  {
    asks: "which teams are behind on service-kit, and by how much",
    walk: async (reader) => {
      await reader.search("meridian service-kit");
      await reader.tab(/^Versions/);
    },
    answer: [/Which versions are in use/, /Behind it, by team/, /major behind|majors behind/],
  },
  {
    asks: "what changed since last month",
    walk: (reader) => reader.choose("Looking back", "30 days"),
    answer: [/What happened in the last 30 days/],
  },
  {
    asks: "what should be decided this week, and on what evidence",
    walk: (reader) => reader.follow(/^All \d+ proposals$/),
    answer: [/person-hours a year/, /First step/, /Against/],
  },
  {
    asks: "print the board paper",
    walk: async (reader) => {
      await reader.search("board paper");
      await reader.page.evaluate("globalThis.print = () => void (globalThis.wasPrinted = true)");
      await reader.press("Print on A4");
      if ((await reader.page.evaluate("globalThis.wasPrinted")) !== true)
        throw new Error("nothing was printed");
    },
    answer: [/asked|decision/i],
  },
  {
    asks: "compare two capabilities",
    walk: (reader) => reader.search("compare telemetry with service-kit"),
    answer: [/2 side by side/],
  },
  {
    asks: "find the copied code of my team",
    walk: async (reader) => {
      await reader.search("duplication");
      await reader.choose("Team", "ticketing");
    },
    answer: [/Only ticketing/],
  },
  {
    asks: "what is missing in the data, and what it would bring",
    walk: (reader) => reader.follow("Data"),
    answer: [/would/i],
  },
  {
    asks: "how sure the verdict is, and why",
    walk: (reader) => reader.search("A product manager?"),
    answer: [/%/, /sign/i],
  },
  {
    asks: "everything about one team",
    walk: (reader) => reader.search("ticketing"),
    answer: [/Builds on/, /Components/, /Commit to production/],
  },
];

const most = 5;

async function counted(browser: Browser, path: string, task: Task, width: number): Promise<string> {
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 844 : 900 },
    hasTouch: width < 600,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(pathToFileURL(resolve(path)).href);
  await page.locator("h1").waitFor();
  const reader = new Reader(page, width < 600);
  try {
    await task.walk(reader);
    for (const text of task.answer)
      await page.locator("main").getByText(text).filter({ visible: true }).first().waitFor();
  } catch (thrown) {
    process.exitCode = 1;
    return `not answered: ${thrown instanceof Error ? (thrown.message.split("\n")[0] ?? "") : String(thrown)}`;
  } finally {
    await context.close();
  }
  if (reader.actions > most) process.exitCode = 1;
  return String(reader.actions);
}

const [path] = process.argv.slice(2);
if (path === undefined || !existsSync(path)) {
  console.error(usage);
  process.exitCode = 2;
} else {
  const browser = await launched();
  for (const task of tasks) {
    const wide = await counted(browser, path, task, 1440);
    const narrow = await counted(browser, path, task, 390);
    console.log(`${task.asks.padEnd(58)} ${wide} actions at 1,440 px, ${narrow} at 390`);
  }
  await browser.close();
}
