import { saveFile } from "#web/ui/save.ts";

/** Parts of the page that do something, or hold what is not shown. */
const live =
  "script, .skip, .top-tools, .phone-bar, .palette, .drawer-shade, .chart-tools, .table-tools";

/** The page as it stands, without what moves it: to send or to keep beside a decision. Opens without scripts. */
export function freezeView(): void {
  const copy = document.documentElement.cloneNode(true);
  if (!(copy instanceof HTMLElement)) return;
  for (const part of copy.querySelectorAll(live)) part.remove();
  for (const link of copy.querySelectorAll("a")) link.replaceWith(...link.childNodes);
  for (const button of copy.querySelectorAll("button, form, details.put-right")) button.remove();
  const note = document.createElement("p");
  note.className = "note frozen";
  note.textContent = `A view kept on ${new Date().toISOString().slice(0, 10)}: ${globalThis.location.hash}`;
  copy.querySelector("main")?.append(note);
  const html = `<!doctype html>\n${copy.outerHTML}\n`;
  saveFile(`${document.title}.html`, new Blob([html], { type: "text/html" }));
}
