const innermost = /\{([^{}]{1,600})\}/g;
const pair =
  /(?:^|,)\s{0,20}(?:"([^"]{1,200})"|'([^']{1,200})'|([\w.$/@-]{1,200}))\s{0,8}:\s{0,8}("[^"]{0,300}"|'[^']{0,300}'|[^,]{1,400})/g;
const mostMaps = 100;

/** The innermost maps of YAML's flow style (`[{name: till, newTag: v1}]`): key → value as written. */
export function flowMaps(text: string): Map<string, string>[] {
  const maps: Map<string, string>[] = [];
  for (const match of text.matchAll(innermost)) {
    const map = new Map<string, string>();
    for (const [, double, single, plain, value = ""] of (match[1] ?? "").matchAll(pair))
      map.set(double ?? single ?? plain ?? "", value.trim());
    if (map.size > 0) maps.push(map);
    if (maps.length >= mostMaps) break;
  }
  return maps;
}
