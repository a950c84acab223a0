import { describe, expect, it } from "vitest";
import { readRequests } from "#sources/requests/read-requests.ts";

const created_at = "2026-03-02T12:00:00Z";
const noon = Date.parse(created_at) / 1000;
const list = (records: unknown, name = "r.json") => readRequests(name, JSON.stringify(records));
const ids = (read: ReturnType<typeof readRequests>) => read.requests.map((one) => one.id);

describe("lists of forges", () => {
  it("hold pull requests that are no requests, told once with their number", () => {
    const read = list([
      { number: 1, title: "Quieter whistles", created_at, closed_at: null },
      { number: 2, title: "Add", created_at, pull_request: { url: "https://x.example/2" } },
      { number: 3, title: "Gitea's", created_at, pull_request: null },
      { number: 4, title: "By address", created_at, html_url: "https://x.example/rail/pull/4" },
      { iid: 5, title: "GitLab's", created_at, source_branch: "a", target_branch: "main" },
      { iid: 6, title: "GitLab's", created_at, web_url: "https://x/rail/-/merge_requests/6" },
      { number: 7, title: "GraphQL", createdAt: created_at, __typename: "PullRequest" },
      { number: 8, title: "gh", createdAt: created_at, headRefName: "a" },
    ]);
    expect(ids(read)).toEqual(["1", "3"]);
    expect(read.refused).toEqual([
      expect.objectContaining({ text: expect.stringContaining("6 of its records") }),
    ]);
    const csv =
      "id,title,created_at,pull_request\n1,a,2026-03-02,\n2,b,2026-03-02,https://x/2\n3,c,2026-03-02,false\n";
    expect(ids(readRequests("r.csv", csv))).toEqual(["1", "3"]);
  });

  it("may be pages, one behind the other", () => {
    const page = (...numbers: readonly number[]) =>
      JSON.stringify(numbers.map((number) => ({ number, title: "Doors", created_at })));
    const read = readRequests("r.json", `${page(1, 2)}\n\n${page(3)}`);
    expect(read.requests.map(({ id, where }) => [id, where.line])).toEqual([
      ["1", 1],
      ["2", 1],
      ["3", 3],
    ]);
  });

  it("lie as deep as an answer wraps them, in edges, or page by page", () => {
    const asked = (number: number) => ({ number, title: "Doors", createdAt: created_at });
    const answers: unknown[] = [
      { data: { repository: { name: "rail", discussions: { nodes: [asked(1), asked(2)] } } } },
      {
        data: { search: { edges: [{ node: asked(1) }, { cursor: "c", node: asked(2) }] } },
      },
      { data: { team: { issues: { pageInfo: { next: {} }, nodes: [asked(1), asked(2)] } } } },
      { pagelen: 2, values: [asked(1), asked(2)] },
      [[asked(1)], [asked(2)]],
      [{ issues: [asked(1)] }, { issues: [asked(2)] }],
    ];
    for (const answer of answers) expect(ids(list(answer))).toEqual(["1", "2"]);
    // What a request holds is not asked for by itself.
    const map = { one: { id: "a", title: "Doors", created_at, items: [asked(3)] } };
    expect(ids(list(map))).toEqual(["a"]);
    const whole = [{ id: "b", title: "Doors", created_at, tasks: [asked(4)] }];
    expect(ids(list(whole))).toEqual(["b"]);
  });

  it("say in words of their own when something was asked and when it ended", () => {
    const end = "2026-03-04T12:00:00Z";
    const later = noon + 2 * 86_400;
    const ms = (text: string) => String(Date.parse(text));
    const records: readonly Readonly<Record<string, unknown>>[] = [
      { id: 1, name: "ClickUp", date_created: ms(created_at), date_closed: ms(end) },
      { id: 2, subject: "Redmine", created_on: created_at, closed_on: end },
      { id: 3, fields: { Title: "Airtable" }, createdTime: created_at, Closed: end },
      { id: 4, name: "Asana", created_at, completed: true, completed_at: end },
      { id: 5, subject: "Freshdesk", created_at, stats: { resolved_at: end } },
      { id: 6, summary: "Bugzilla", creation_time: created_at, cf_last_resolved: end },
      { "Ticket ID": 7, "Ticket subject": "Explore", "Ticket created - Timestamp": created_at },
      {
        issueKey: "H-8",
        summary: "Desk",
        createdDate: { iso8601: created_at },
        currentStatus: { status: "Waiting" },
      },
      { id: 9, name: "Trello's", created_at, closed: false },
    ];
    const read = list(records);
    expect(read.refused).toEqual([]);
    expect(read.requests.map(({ id, openedAt, closedAt }) => [id, openedAt, closedAt])).toEqual([
      ...[1, 2, 3, 4, 5, 6].map((id) => [String(id), noon, later]),
      ["7", noon, null],
      ["H-8", noon, null],
      ["9", noon, null],
    ]);
    const undated = list([{ id: 1, title: "Doors", created_at, completed: true }]);
    expect(undated.refused).toMatchObject([{ text: expect.stringContaining("1 of its records") }]);
    const closed = { name: "Ferme", is_closed: true };
    expect(list([{ id: 1, subject: "Portes", created_at, status: closed }]).refused).toHaveLength(
      1,
    );
  });

  it("are told by their place where none of them has an id", () => {
    const csv =
      'Name,Created time,Tags\nDoors,"March 2, 2026 12:00 PM",feature\nBells,"March 2, 2026 12:00 PM",\n';
    expect(ids(readRequests("r.csv", csv))).toEqual(["r.csv:2", "r.csv:3"]);
    const some = readRequests("r.csv", "id,title,created\n1,a,2026-03-02\n,b,2026-03-02\n");
    expect(ids(some)).toEqual(["1"]);
    expect(some.refused).toMatchObject([{ text: "the request has no id" }]);
  });

  it("name no person as a team or by an id", () => {
    const rows = [
      { id: 1, requester: "Ada Crust" },
      { id: 2, requested_by: { display_value: "Rye, Ben" } },
      { id: 3, fields: { requester: { displayName: "Ada Crust" } } },
      { id: 4, requester: "Team Rails" },
      { id: 5, requested_by: "@rail/tracks" },
      { id: 6, team: "Signals", requester: "Ada Crust" },
      { id: "ada@rail.example" },
    ].map((one) => ({ title: "Doors", created_at, ...one }));
    expect(list(rows).requests.map(({ id, team }) => [id, team])).toEqual([
      ["1", null],
      ["2", null],
      ["3", null],
      ["4", "Team Rails"],
      ["5", "@rail/tracks"],
      ["6", "Signals"],
      ["r.json:1", null],
    ]);
  });

  it("tell issues of the same number in two repositories apart", () => {
    const issue = (repository: string) => ({
      number: 1,
      title: "Doors",
      createdAt: created_at,
      url: `https://x.example/${repository}/issues/1`,
    });
    expect(list([issue("tram"), issue("bus")]).requests).toHaveLength(2);
  });

  it("Jira: API and CSV, with repeated columns and months in words", () => {
    const fields = {
      summary: "Signals per team",
      issuetype: { name: "Story" },
      created: "2026-03-02T13:00:00.000+0100",
      resolutiondate: null,
      labels: ["platform"],
      components: [{ name: "signals" }],
    };
    const answer = { names: { x: { a: 1 } }, total: 1, issues: [{ key: "RAIL-1", fields }] };
    expect(list(answer).requests).toMatchObject([
      { id: "RAIL-1", kind: "feature", about: "signals", openedAt: noon, closedAt: null },
    ]);
    const csv =
      "Summary,Issue key,Issue id,Issue Type,Created,Resolved,Labels,Labels\nPoints,RAIL-2,1000,Task,02/Mar/26 12:00 PM,,slow,ci\n";
    expect(readRequests("r.csv", csv)).toMatchObject({
      requests: [{ id: "RAIL-2", kind: "tooling", openedAt: noon }],
      refused: [],
    });
  });

  it("Linear, GitLab, Azure Boards, ServiceNow", () => {
    const linear = {
      data: {
        issues: {
          nodes: [
            {
              identifier: "RAIL-3",
              title: "Tickets",
              createdAt: created_at,
              canceledAt: created_at,
              labels: { nodes: [{ name: "Feature" }] },
            },
          ],
        },
      },
    };
    expect(list(linear).requests).toMatchObject([{ kind: "feature", closedAt: noon }]);
    const gitlab =
      "Title,Issue ID,URL,State,Created At (UTC),Closed At (UTC),Labels\nFares,4,https://x/rail/-/issues/4,Closed,2026-03-02 12:00:00,2026-03-02 12:00:00,feature\n";
    expect(readRequests("r.csv", gitlab).requests).toMatchObject([
      { id: "https://x/rail/-/issues/4", openedAt: noon, closedAt: noon },
    ]);
    const azure = {
      value: [
        {
          id: 5,
          fields: {
            "System.Title": "Maps",
            "System.WorkItemType": "Feature",
            "System.CreatedDate": created_at,
          },
        },
      ],
    };
    expect(list(azure).requests).toMatchObject([{ id: "5", kind: "feature", openedAt: noon }]);
    const ticket = {
      number: { display_value: "RITM7", value: "RITM7" },
      short_description: "A key",
      opened_at: "2026-03-02 12:00:00",
      closed_at: "2026-03-02 13:00:00",
      state: "In Progress",
    };
    expect(list({ result: [ticket] }).requests).toMatchObject([
      { id: "RITM7", openedAt: noon, closedAt: null },
    ]);
  });

  it("Asana, Aha, Canny, Zendesk and Trello, as they export", () => {
    const titles = (read: ReturnType<typeof readRequests>) =>
      read.requests.map(({ id, title, openedAt, closedAt }) => [id, title, openedAt, closedAt]);
    const day = Date.parse("2026-03-02") / 1000;
    expect(
      titles(
        readRequests(
          "asana.csv",
          "Task ID,Created At,Completed At,Name,Tags\n120,2026-03-02,2026-03-03,Quieter doors,feature\n",
        ),
      ),
    ).toEqual([["120", "Quieter doors", day, day + 86_400]]);
    const aha = readRequests(
      "aha.csv",
      "Idea reference,Idea name,Idea status,Created date\nA-I-1,Quieter doors,Shipped,2026-03-02\nA-I-2,Bells,Shipped,2026-03-02\nA-I-3,Rails,New,2026-03-02\n",
    );
    expect(titles(aha)[0]).toEqual(["A-I-1", "Quieter doors", day, null]);
    expect(aha.refused).toMatchObject([
      { where: { line: 2 }, text: expect.stringContaining("2 of its records are done") },
    ]);
    const canny = "Post ID,Title,Created Date,Votes\n7,Quieter doors,2026-03-02,4\n";
    expect(ids(readRequests("canny.csv", canny))).toEqual(["7"]);
    const tickets = [{ id: 9, subject: "Quieter doors", created_at, status: "open" }];
    expect(ids(list({ tickets }))).toEqual(["9"]);
    const second = Math.floor(noon).toString(16);
    const cards = [{ id: `${second}0123456789abcdef`, name: "Quieter doors", idList: "l1" }];
    expect(list({ name: "Wishes", lists: [], cards }).requests).toMatchObject([
      { title: "Quieter doors", openedAt: noon },
    ]);
    expect(list([{ id: "0123456789abcdef01234567", name: "no card" }]).requests).toEqual([]);
  });

  it("refuse a day that may be two, with its line", () => {
    const read = readRequests("r.csv", "id,title,created\n1,a,2026-03-02\n2,b,03/04/2026\n");
    expect(ids(read)).toEqual(["1"]);
    expect(read.refused).toMatchObject([
      { where: { line: 3 }, text: expect.stringContaining("two ways") },
    ]);
  });
});
