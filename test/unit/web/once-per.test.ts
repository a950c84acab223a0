import { expect, it } from "vitest";
import { oncePer } from "#web/api/once-per.ts";

it("computes once for each subject, also where the answer is nothing", () => {
  const asked: object[] = [];
  const answer = oncePer((subject: { readonly name: string }) => {
    asked.push(subject);
    return subject.name === "rye" ? undefined : subject.name;
  });
  const [rye, oat] = [{ name: "rye" }, { name: "oat" }];
  expect([answer(rye), answer(oat), answer(rye), answer(oat)]).toEqual([
    undefined,
    "oat",
    undefined,
    "oat",
  ]);
  expect(asked).toEqual([rye, oat]);
  expect(answer({ name: "oat" })).toBe("oat");
  expect(asked).toHaveLength(3);
});
