const testFolder =
  /(?:^|\/)(?:(?:[\w.]{1,40}[-_.]){0,3}tests|test|specs?|__tests__|__mocks__|e2e|cypress|features|fixtures?|__fixtures__|factories|mocks|testdata|test[-_](?:support|helpers|utils|data)|pacts?|docs?|examples?|samples?)\//i;

const testFile =
  /(?:[._-](?:test|tests|spec|cy|stories|fixture)\.[A-Za-z]{1,5}|_test\.(?:go|rb|py)|(?:Test|Tests|IT|Spec)\.(?:java|kt|cs|scala|groovy|php)|(?:^|\/)(?:test_[^/]{1,120}|conftest)\.py|\.(?:md|rst|adoc))$/;

/** The path asked about last: what reads one file asks about it several times. */
const asked = { path: "", isTest: false };

/** Tests, fixtures, examples and documentation: what is named there is not used when the component runs. */
export function isTestPath(path: string): boolean {
  if (asked.path !== path) {
    asked.path = path;
    asked.isTest = testFolder.test(path) || testFile.test(path);
  }
  return asked.isTest;
}
