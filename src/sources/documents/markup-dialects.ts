export type Markup = "markdown" | "restructuredtext" | "asciidoc";

/** What tells the lines of one markup language apart. `opens` answers the mark that will close a code block. */
export interface Dialect {
  heading(line: string, next: string): string | null;
  opens(line: string): string | null;
  closes(line: string, fence: string): boolean;
  /** Code is told by its indentation: the lines around it are prose. */
  readonly hasIndentedCode: boolean;
  /** Lines that are neither prose nor heading: directives, comments, badges, underlines, lists of links. */
  isMarkup(line: string): boolean;
  /** Group 1: the target of a link. Global. */
  readonly link: RegExp;
}

const markdown: Dialect = {
  heading: (line, next) => {
    const marked = /^ {0,3}#{1,6}\s+(\S.{0,300})/.exec(line)?.[1];
    if (marked !== undefined) return marked.replace(/\s#{1,6}\s*$/, "");
    const isText = /^ {0,3}[^\s#>\-=*+|]/.test(line);
    return isText && /^ {0,3}(?:={2,200}|-{2,200})\s*$/.test(next)
      ? line.trim().slice(0, 300)
      : null;
  },
  opens: (line) => /^ {0,3}(`{3,20}|~{3,20})/.exec(line)?.[1] ?? null,
  closes: (line, fence) => line.trimStart().startsWith(fence),
  hasIndentedCode: false,
  isMarkup: (line) =>
    /^ {0,3}(?:={2,200}|-{2,200})\s*$|^\s*(?:\[!\[|!\[|<|\||---|\[[^\]]{1,100}\]:|[^[\]]{0,60}\]\([^()]{1,300}\)\])/.test(
      line,
    ),
  link: /\]\(\s*<?([^()\s<>]{1,300})/g,
};

const underline = /^(?:={3,200}|-{3,200}|~{3,200}|\^{3,200}|#{3,200}|\*{3,200})\s*$/;

const restructuredText: Dialect = {
  heading: (line, next) =>
    line.trim() !== "" && !underline.test(line) && underline.test(next)
      ? line.trim().slice(0, 300)
      : null,
  opens: (line) =>
    /^\s{0,20}\.\. (?:code|code-block|sourcecode)::|[^:\s]\s?::\s*$/.test(line) ? "dedent" : null,
  closes: (line) => /^\S/.test(line),
  hasIndentedCode: true,
  isMarkup: (line) => underline.test(line) || /^\s*(?:\.\.\s|:\w{1,40}:|\|)/.test(line),
  link: /`[^`<]{0,200}<([^<>`\s]{1,300})>`__?/g,
};

const asciidoc: Dialect = {
  heading: (line) => /^={1,6}\s+(\S.{0,300})/.exec(line)?.[1] ?? null,
  opens: (line) => /^(-{4,80}|\.{4,80})\s*$/.exec(line)?.[1] ?? null,
  closes: (line, fence) => line.trimEnd() === fence,
  hasIndentedCode: false,
  isMarkup: (line) => /^(?::[\w-]{1,60}:|\[|\/\/|image::|include::|toc::)/.test(line),
  link: /(?:link|xref):([^\s[\]]{1,300})\[/g,
};

export const dialects: Readonly<Record<Markup, Dialect>> = {
  markdown,
  restructuredtext: restructuredText,
  asciidoc,
};
