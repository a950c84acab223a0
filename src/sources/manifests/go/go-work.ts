const use =
  /^\s{0,40}(?:use\s{1,20})?(\.{1,2}(?:\/[^\s()"]{0,200})?|"[^"\n]{1,200}")\s{0,40}(?:\/\/.{0,500})?$/;
const mostMembers = 1_000;

/** `use ./vendor-portal` and the lines of `use ( … )`: https://go.dev/ref/mod#workspaces */
export const goWork = {
  matches: (path: string): boolean => /(?:^|\/)go\.work$/.test(path),
  members(text: string): string[] {
    const members: string[] = [];
    for (const line of text.split("\n")) {
      const member = line.length > 1_000 ? undefined : use.exec(line)?.[1];
      if (member !== undefined && members.length < mostMembers)
        members.push(member.replaceAll('"', ""));
    }
    return members;
  },
};
