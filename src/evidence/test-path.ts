const testFolder =
  /(?:^|\/)(?:(?:[\w.]{1,40}[-_.]){0,3}tests|test|specs?|__tests__|__mocks__|e2e|cypress|features|fixtures?|__fixtures__|factories|mocks|testdata|test[-_](?:support|helpers|utils|data)|pacts?|docs?|examples?|samples?)\//i;

const testFile =
  /(?:[._-](?:test|tests|spec|cy|stories|fixture)\.[A-Za-z]{1,5}|_test\.(?:go|rb|py)|(?:Test|Tests|IT|Spec)\.(?:java|kt|cs|scala|groovy|php)|(?:^|\/)(?:test_[^/]{1,120}|conftest)\.py|\.(?:md|rst|adoc))$/;

/**
 * Where a build keeps what it ships: below it folders are packages of the language, which may be called anything
 * (`src/main/java/org/acme/test`, `src/jvmMain/kotlin/spec`).
 */
const shippedSources =
  /(?:^|\/)src\/(?:main|[a-z][A-Za-z0-9]{0,40}Main)\/(?:java|kotlin|scala(?:-[\w.]{1,10})?|groovy|clojure)\//;

/** The path asked about last: what reads one file asks about it several times. */
const asked = { path: "", isTest: false };

/** Tests, fixtures, examples and documentation: what is named there is not used when the component runs. */
export function isTestPath(path: string): boolean {
  if (asked.path !== path) {
    asked.path = path;
    const shipped = shippedSources.exec(path);
    const folders = shipped === null ? path : path.slice(0, shipped.index + shipped[0].length);
    asked.isTest = testFolder.test(folders) || testFile.test(path);
  }
  return asked.isTest;
}
