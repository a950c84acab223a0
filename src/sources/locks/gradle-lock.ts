import { lineReader } from "./line-grammar.ts";

/** `org.acme:rails:1.2.0=compileClasspath,runtimeClasspath`; one file for each configuration has no `=`. */
const module = /^([^\s:=#]+):([^\s:=]+):([^\s:=]+)(?:=[^\s]*)?$/;

/** gradle.lockfile and the older `gradle/dependency-locks/*.lockfile`. Lines of any other shape say nothing. */
export const gradleLock = lineReader("Gradle lock file", {
  initial: "",
  depth: 1,
  readLine: (line, context, sink) => {
    const [, namespace, name, version] = module.exec(line) ?? [];
    if (namespace !== undefined && name !== undefined)
      sink.add("maven", name, version, { parts: { namespace } });
    return context;
  },
  sortKey: (line) => line,
});
