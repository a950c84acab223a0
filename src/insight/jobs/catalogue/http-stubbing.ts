import type { Job } from "../job.ts";

export const httpStubbing: Job = {
  id: "http-stubbing",
  title: "HTTP stubs in tests",
  definition: "Answers a program's outgoing requests while its tests run.",
  countsIn: "any",
  solutions: [
    { packages: ["pkg:npm/nock"], reason: "intercepts Node's requests" },
    {
      packages: ["pkg:npm/msw", "pkg:npm/msw-storybook-addon"],
      reason: "intercepts at the network's edge",
    },
    {
      packages: ["pkg:npm/fetch-mock", "pkg:npm/jest-fetch-mock", "pkg:npm/fetch-mock-jest"],
      reason: "replaces fetch",
    },
    {
      packages: ["pkg:npm/axios-mock-adapter", "pkg:npm/moxios"],
      reason: "replaces Axios' adapter",
    },
    { packages: ["pkg:npm/jasmine-ajax"], reason: "replaces XMLHttpRequest in Jasmine" },
    { packages: ["pkg:npm/%40pollyjs/core"], reason: "records and replays" },
    { packages: ["pkg:npm/mockttp"], reason: "proxy server" },
    { packages: ["pkg:gem/webmock"], reason: "stubs by request" },
    { packages: ["pkg:gem/vcr"], reason: "records and replays" },
    { packages: ["pkg:gem/fakeweb"], reason: "stubs by address, discontinued" },
    { packages: ["pkg:gem/puffing-billy"], reason: "proxy for browsers" },
    { packages: ["pkg:pypi/responses"], reason: "stubs of requests" },
    { packages: ["pkg:pypi/requests-mock"], reason: "stubs of requests" },
    {
      packages: ["pkg:pypi/vcrpy", "pkg:pypi/pytest-vcr", "pkg:pypi/pytest-recording"],
      reason: "records and replays",
    },
    { packages: ["pkg:pypi/httpretty"], reason: "intercepts sockets" },
    { packages: ["pkg:pypi/respx", "pkg:pypi/pytest-httpx"], reason: "stubs of httpx" },
    { packages: ["pkg:pypi/aioresponses"], reason: "stubs of aiohttp" },
    { packages: ["pkg:pypi/betamax"], reason: "records and replays" },
    {
      packages: [
        "pkg:maven/org.wiremock/wiremock",
        "pkg:maven/com.github.tomakehurst/wiremock",
        "pkg:maven/com.github.tomakehurst/wiremock-jre8",
        "pkg:maven/org.wiremock/wiremock-standalone",
      ],
      reason: "WireMock",
    },
    {
      packages: [
        "pkg:maven/org.mock-server/mockserver-netty",
        "pkg:maven/org.mock-server/mockserver-client-java",
      ],
      reason: "MockServer",
    },
    { packages: ["pkg:maven/com.squareup.okhttp3/mockwebserver"], reason: "server of OkHttp" },
    { packages: ["pkg:maven/com.github.dreamhead/moco-core"], reason: "Moco" },
    { packages: ["pkg:golang/github.com/jarcoal/httpmock"], reason: "replaces the transport" },
    {
      packages: ["pkg:golang/gopkg.in/h2non/gock.v1", "pkg:golang/github.com/h2non/gock"],
      reason: "intercepts",
    },
    {
      packages: ["pkg:golang/gopkg.in/dnaeon/go-vcr.v3", "pkg:golang/github.com/dnaeon/go-vcr"],
      reason: "records and replays",
    },
  ],
  absent: {},
};
