/** Text of a file: UTF-8 or UTF-16 with or without byte-order mark. Null: binary. */
export function decodeText(content: Buffer): string | null {
  if (content[0] === 0xff && content[1] === 0xfe) return content.toString("utf16le", 2);
  if (content[0] === 0xfe && content[1] === 0xff) {
    const even = content.subarray(2, content.length - (content.length % 2));
    return Buffer.from(even).swap16().toString("utf16le");
  }
  const start = content[0] === 0xef && content[1] === 0xbb && content[2] === 0xbf ? 3 : 0;
  if (content.subarray(0, 8192).includes(0)) return null;
  return content.toString("utf8", start);
}
