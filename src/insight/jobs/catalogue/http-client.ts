import type { Job } from "../job.ts";

export const httpClient: Job = {
  id: "http-client",
  title: "HTTP client",
  definition: "Sends HTTP requests from one program to another.",
  countsIn: "production",
  solutions: [
    {
      packages: ["pkg:npm/axios", "pkg:npm/axios-retry"],
      reason: "promise-based client for browsers and Node",
    },
    { packages: ["pkg:npm/got"], reason: "client for Node with retries and streams" },
    {
      packages: [
        "pkg:npm/node-fetch",
        "pkg:npm/cross-fetch",
        "pkg:npm/isomorphic-fetch",
        "pkg:npm/whatwg-fetch",
        "pkg:npm/unfetch",
      ],
      reason: "the fetch interface where the platform lacks it",
    },
    { packages: ["pkg:npm/undici"], reason: "HTTP/1.1 client of the Node project" },
    {
      packages: ["pkg:npm/request", "pkg:npm/request-promise", "pkg:npm/request-promise-native"],
      reason: "callback client, deprecated since 2020",
    },
    { packages: ["pkg:npm/superagent"], reason: "chained client for browsers and Node" },
    { packages: ["pkg:npm/ky"], reason: "small client on top of fetch" },
    { packages: ["pkg:npm/needle"], reason: "small streaming client for Node" },
    { packages: ["pkg:npm/bent"], reason: "functional client for Node and browsers" },
    {
      packages: [
        "pkg:gem/faraday",
        "pkg:gem/faraday-retry",
        "pkg:gem/faraday_middleware",
        "pkg:gem/faraday-http-cache",
        "pkg:gem/faraday-net_http",
      ],
      reason: "client with middleware and exchangeable adapters",
    },
    { packages: ["pkg:gem/httparty"], reason: "class-level client" },
    { packages: ["pkg:gem/rest-client"], reason: "resource-oriented client" },
    { packages: ["pkg:gem/http"], reason: "chained client" },
    { packages: ["pkg:gem/excon"], reason: "persistent client" },
    { packages: ["pkg:gem/typhoeus", "pkg:gem/ethon"], reason: "parallel client on libcurl" },
    { packages: ["pkg:gem/httpclient"], reason: "thread-safe client after LWP" },
    { packages: ["pkg:gem/curb"], reason: "bindings of libcurl" },
    { packages: ["pkg:gem/patron"], reason: "client on libcurl" },
    { packages: ["pkg:gem/httpx"], reason: "HTTP/2 client" },
    {
      packages: ["pkg:pypi/requests", "pkg:pypi/requests-toolbelt", "pkg:pypi/requests-cache"],
      reason: "blocking client, the usual choice",
    },
    { packages: ["pkg:pypi/httpx"], reason: "blocking and asynchronous client" },
    { packages: ["pkg:pypi/aiohttp"], reason: "asynchronous client; its server is used less" },
    { packages: ["pkg:pypi/urllib3"], reason: "connection pooling client" },
    { packages: ["pkg:pypi/httplib2"], reason: "caching client" },
    { packages: ["pkg:pypi/pycurl"], reason: "bindings of libcurl" },
    {
      packages: [
        "pkg:maven/org.apache.httpcomponents/httpclient",
        "pkg:maven/org.apache.httpcomponents/fluent-hc",
        "pkg:maven/org.apache.httpcomponents.client5/httpclient5",
        "pkg:maven/commons-httpclient/commons-httpclient",
      ],
      reason: "Apache HttpClient in its three generations",
    },
    {
      packages: [
        "pkg:maven/com.squareup.okhttp3/okhttp",
        "pkg:maven/com.squareup.okhttp/okhttp",
        "pkg:maven/com.squareup.okhttp3/logging-interceptor",
      ],
      reason: "client of Square",
    },
    {
      packages: [
        "pkg:maven/com.squareup.retrofit2/retrofit",
        "pkg:maven/com.squareup.retrofit/retrofit",
      ],
      reason: "declarative client on OkHttp",
    },
    {
      packages: [
        "pkg:maven/io.github.openfeign/feign-core",
        "pkg:maven/org.springframework.cloud/spring-cloud-starter-openfeign",
        "pkg:maven/com.netflix.feign/feign-core",
      ],
      reason: "declarative client",
    },
    {
      packages: [
        "pkg:maven/org.asynchttpclient/async-http-client",
        "pkg:maven/com.ning/async-http-client",
      ],
      reason: "asynchronous client on Netty",
    },
    {
      packages: ["pkg:maven/com.google.http-client/google-http-client"],
      reason: "client under Google's API libraries",
    },
    {
      packages: ["pkg:maven/com.konghq/unirest-java", "pkg:maven/com.mashape.unirest/unirest-java"],
      reason: "chained client",
    },
    {
      packages: ["pkg:maven/org.glassfish.jersey.core/jersey-client"],
      reason: "client of the Jakarta REST interface",
    },
    {
      packages: [
        "pkg:golang/github.com/go-resty/resty",
        "pkg:golang/github.com/go-resty/resty/v2",
        "pkg:golang/resty.dev/v3",
      ],
      reason: "chained client with retries",
    },
    {
      packages: ["pkg:golang/github.com/hashicorp/go-retryablehttp"],
      reason: "net/http with retries",
    },
    {
      packages: ["pkg:golang/github.com/valyala/fasthttp"],
      reason: "client and server without net/http",
    },
    { packages: ["pkg:golang/github.com/parnurzeal/gorequest"], reason: "chained client" },
    {
      packages: ["pkg:golang/github.com/imroc/req", "pkg:golang/github.com/imroc/req/v3"],
      reason: "chained client with debugging",
    },
    { packages: ["pkg:golang/github.com/dghubble/sling"], reason: "request builder" },
    { packages: ["pkg:golang/github.com/levigross/grequests"], reason: "after Python's requests" },
    {
      packages: ["pkg:golang/github.com/gojek/heimdall", "pkg:golang/github.com/gojek/heimdall/v7"],
      reason: "client with circuit breaker",
    },
  ],
  absent: {},
};
