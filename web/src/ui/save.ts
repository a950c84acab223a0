/** Offers a file to the reader; nothing leaves the page. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name.replaceAll(/[^a-z0-9.-]+/gi, "-").slice(0, 120);
  link.click();
  // Firefox reads the blob after the click returns.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export function saveCsv(name: string, csv: string): void {
  // Excel takes UTF-8 for Latin-1 without a byte-order mark.
  saveFile(`${name}.csv`, new Blob([`\uFEFF${csv}`], { type: "text/csv" }));
}

/** True when the text is on the clipboard. Some browsers give a file:// page no clipboard: then a hidden field is copied. */
export async function copyText(text: string): Promise<boolean> {
  if (globalThis.navigator.clipboard !== undefined) {
    const isCopied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    if (isCopied) return true;
  }
  const field = document.createElement("textarea");
  field.value = text;
  document.body.append(field);
  field.select();
  const isCopied = document.execCommand("copy");
  field.remove();
  return isCopied;
}
