/** Files in which a release sets its number, and declarations in a language of code: what a package is called and needs. */
const setNumber =
  /(?:^|\/)_{0,2}version_{0,2}\.(?:rb|py|go|rs|[cm]?[jt]s|php|java|kt|cs|swift|ex|sbt|scala|h|hpp)$|(?:^|\/)AssemblyInfo\.(?:cs|vb|fs)$/i;
const declaring =
  /(?:^|\/)(?:Gemfile|Rakefile|setup\.py|mix\.exs|Podfile|Package\.swift)$|\.(?:gemspec|podspec|gradle|sbt)$|\.gradle\.kts$/;

/** Says whether a file of code is changed to release or to take a version: done again soon, that is no work done again. */
export function isReleaseFile(path: string): boolean {
  return setNumber.test(path) || declaring.test(path);
}
