import { describe, expect, it } from "vitest";
import { isProductionName } from "#evidence/environment-name.ts";

describe("names of production", () => {
  it.each([
    "production",
    "Prod",
    "prd",
    "live",
    "prod-eu-west-1",
    "production/eu",
    "eu-prod",
    "prod2",
    "Production (EU)",
    "shop.live",
  ])("%s is one", (name) => {
    expect(isProductionName(name)).toBe(true);
  });

  it.each([
    "staging",
    "pre-production",
    "preprod",
    "non-prod",
    "prod-test",
    "review/fix-prod",
    "preview/live",
    "products",
    "delivery",
    "customer-a",
    "",
    `prod${"-x".repeat(200)}`,
  ])("%s is none", (name) => {
    expect(isProductionName(name)).toBe(false);
  });
});
