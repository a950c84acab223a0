import { expect, test } from "vitest";
import { documents } from "#sources/documents/documents.ts";
import { withoutPersonsIn } from "#sources/repository/kept-facts.ts";

test("nothing that is kept of a document holds a person, whichever of its fields tells it", () => {
  const text = [
    "# Oven of @zz-title",
    "",
    "Baked by @zz-first and zz-mail@bakery.example for all shops.",
    "",
    "## Help from @zz-heading",
    "",
    "Version 2 will be removed by @zz-promise in 2027.",
    "",
    "- **oven-image**: the image of @zz-part.",
  ].join("\n");
  const kept = withoutPersonsIn(documents.read({ path: "README.md", text }), text);
  expect(kept.document?.description).toMatch(/^Baked by /);
  expect(JSON.stringify(kept)).not.toContain("zz-");
});
