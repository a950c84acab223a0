import { expect, it } from "vitest";
import { isBotAddress, isProgramName } from "#sources/repository/bots.ts";

it("knows the accounts of coding agents, and people who are called like them", () => {
  const agents = [
    "198982749+Copilot@users.noreply.github.com",
    "198982749+copilot-swe-agent[bot]@users.noreply.github.com",
    "209825114+claude[bot]@users.noreply.github.com",
    "158243242+devin-ai-integration[bot]@users.noreply.github.com",
    "noreply@anthropic.com",
    "cursoragent@cursor.com",
    "58790750+bakerymachine@users.noreply.github.com",
  ].map((address) => address.toLowerCase());
  expect(agents.filter((address) => !isBotAddress(address, []))).toEqual([]);
  const people = [
    "ada.copilot@bakery.example",
    "11+claude@users.noreply.github.com",
    "devin@mill.example",
  ];
  expect(people.filter((address) => isBotAddress(address, []))).toEqual([]);
});

it("knows programs that sign with an address of people's, and people who are called like them", () => {
  const programs = [
    "Buildkite on behalf of Acme",
    "Travis CI on behalf of Acme Bakery",
    "Travis on behalf of Acme",
    "Github on behalf of Acme Bakery",
    "GitHub Actions",
    "GitHub Action for Acme",
    "CircleCI",
    "release-bot",
    "Jenkins CI",
    "acme-sync[bot]",
    "Scala Steward",
  ];
  expect(programs.filter((name) => !isProgramName(name))).toEqual([]);
  const people = [
    "Travis",
    "Travis Baker",
    "Ada Jenkins",
    "Ada on behalf of Acme",
    "Bill Kite",
    "",
  ];
  expect(people.filter((name) => isProgramName(name))).toEqual([]);
});
