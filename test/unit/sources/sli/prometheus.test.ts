import { createServer, type RequestListener } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { queryRange } from "#sources/sli/prometheus.ts";
import { processorMilliseconds } from "#fixtures/growth.ts";

const open: { close: () => void }[] = [];
afterEach(() => open.splice(0).forEach((one) => one.close()));

async function serverThat(answers: RequestListener): Promise<string> {
  const server = createServer(answers);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  open.push({
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  });
  const address = server.address();
  return `http://127.0.0.1:${String(typeof address === "object" ? address?.port : 0)}`;
}

const query = { query: "sum(loaves)", from: 0, to: 600, stepSeconds: 300 };
const ask = (
  url: string,
  timeoutMilliseconds = 2_000,
  retries = 0,
  signal = new AbortController().signal,
) => queryRange({ url, timeoutMilliseconds, retries }, query, signal);
const matrix = (...values: readonly [number, string][]) =>
  JSON.stringify({
    status: "success",
    data: { resultType: "matrix", result: [{ metric: {}, values }] },
  });

describe("a range query", () => {
  it("gives samples, and tells those that are no numbers", async () => {
    let body = "";
    const url = await serverThat((request, response) => {
      request.on("data", (chunk: Buffer) => (body += chunk.toString()));
      request.on("end", () => response.end(matrix([0, "1.5"], [300, "NaN"], [600, "2"])));
    });
    expect(await ask(`${url}/`)).toEqual({
      samples: [
        [0, 1.5],
        [300, null],
        [600, 2],
      ],
    });
    expect(body).toBe("query=sum%28loaves%29&start=0&end=600&step=300");
  });

  it.each([
    ["half-answer", 200, matrix([0, "1"]).slice(0, 40)],
    [
      "half-answer",
      200,
      JSON.stringify({
        status: "success",
        warnings: ["store b is away"],
        data: { resultType: "matrix", result: [] },
      }),
    ],
    [
      "half-answer",
      200,
      JSON.stringify({ status: "success", data: { resultType: "vector", result: [] } }),
    ],
    [
      "half-answer",
      200,
      JSON.stringify({
        status: "success",
        isPartial: true,
        data: { resultType: "matrix", result: [] },
      }),
    ],
    [
      "histograms",
      200,
      JSON.stringify({
        status: "success",
        data: { resultType: "matrix", result: [{ metric: {}, histograms: [[0, { count: "1" }]] }] },
      }),
    ],
    ["query-refused", 400, JSON.stringify({ status: "error", error: "parse error" })],
    [
      "many-series",
      200,
      JSON.stringify({ status: "success", data: { resultType: "matrix", result: [{}, {}] } }),
    ],
    ["half-answer", 200, matrix([300, "1"], [0, "1"])],
    ["half-answer", 200, matrix([7, "1"])],
    ["half-answer", 200, matrix([900, "1"])],
    ["server-refuses", 401, "who are you?"],
    ["server-unavailable", 503, "starting up"],
  ])("says %s of status %i", async (code, status, text) => {
    const url = await serverThat((_, response) => response.writeHead(status).end(text));
    expect(await ask(url)).toMatchObject({ code, needs: expect.any(String) });
  });

  it("takes remarks on the query for no warnings of what is missing", async () => {
    const remark = "PromQL info: metric might not be a counter, name does not end in _total";
    const [whole, inPart] = [[remark], [remark, "store b is away"]].map((warnings) =>
      JSON.stringify({ ...JSON.parse(matrix([0, "1"])), warnings, infos: [remark] }),
    );
    const url = await serverThat((request, response) => {
      response.end(request.headers.authorization === undefined ? whole : inPart);
    });
    expect(await ask(url)).toEqual({ samples: [[0, 1]] });
    expect(await ask(url.replace("//", "//oven:key@"))).toMatchObject({
      code: "half-answer",
      reason: expect.stringContaining("store b"),
    });
  });

  it("tries again while the server is busy", async () => {
    let calls = 0;
    const url = await serverThat((_, response) => {
      calls++;
      response.writeHead(calls === 1 ? 503 : 200).end(calls === 1 ? "" : matrix([0, "1"]));
    });
    expect(await ask(url, 2_000, 1)).toEqual({ samples: [[0, 1]] });
    expect(calls).toBe(2);
  });

  it("does not follow to another host, nor to itself", async () => {
    const asked: string[] = [];
    const other = await serverThat((request, response) => {
      asked.push(request.url ?? "");
      response.end(matrix([0, "1"]));
    });
    for (const status of [301, 302, 307, 308]) {
      const url = await serverThat((_, response) =>
        response.writeHead(status, { location: `${other}/api/v1/query_range` }).end(),
      );
      const withSecret = url.replace("http://", "http://baker:crumbs@");
      expect(await ask(withSecret)).toMatchObject({
        code: "server-redirects",
        reason: `${new URL(url).host} sends on to ${new URL(other).host}, which was not followed`,
      });
    }
    const loop = await serverThat((_, response) =>
      response.writeHead(302, { location: "/" }).end(),
    );
    expect(await ask(loop)).toMatchObject({ code: "server-redirects" });
    expect(asked).toEqual([]);
  });

  it("waits once for an answer that trickles, and no longer while a server is busy", async () => {
    let calls = 0;
    const trickling = await serverThat((_, response) => {
      calls++;
      response.writeHead(200);
      const drops = setInterval(() => response.write(" "), 20);
      response.on("close", () => clearInterval(drops));
    });
    expect(await ask(trickling, 200, 2)).toMatchObject({ code: "server-slow" });
    expect(calls).toBe(1);
    const busy = await serverThat((_, response) => response.writeHead(503).end());
    const before = processorMilliseconds();
    expect(await ask(busy, 200, 9)).toMatchObject({ code: "server-slow" });
    expect(processorMilliseconds() - before).toBeLessThan(4_000);
  });

  it("gives up on a server that is slow, torn off or not there", async () => {
    expect(await ask(await serverThat(() => undefined), 100)).toMatchObject({
      code: "server-slow",
    });
    const torn = await serverThat((_, response) => {
      response.writeHead(200, { "content-length": "1000" }).write("{");
      setTimeout(() => response.destroy(), 20);
    });
    expect(await ask(torn)).toMatchObject({ code: "server-unreachable" });
    const secret = await ask("http://baker:crumbs@127.0.0.1:1");
    expect(secret).toMatchObject({ code: "server-unreachable" });
    expect(JSON.stringify(secret)).not.toContain("crumbs");
  });

  it("stops when it is told to", async () => {
    const stop = new AbortController();
    const url = await serverThat(() => stop.abort(new Error("stopped")));
    await expect(ask(url, 2_000, 0, stop.signal)).rejects.toThrow("stopped");
  });
});
