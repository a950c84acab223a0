const roles =
  /^[\s*_>|-]{0,8}(?:deciders?|decision[- ]makers?|authors?|written by|reviewers?|reviewed by|approvers?|approved by|consulted|informed|contributors?|maintainers?|participants?|attendees|contacts?|drivers?|sponsors?|assignees?|stakeholders?|signed off by)[*_]{0,3}\s{0,4}[:|]/i;

/** A line that lists who wrote, decided or answers for a page: names of people, which nothing here asks for. */
export function listsPeople(line: string): boolean {
  return roles.test(line);
}
