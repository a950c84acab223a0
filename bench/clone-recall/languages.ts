export const languages = {
  javascript: { extensions: [".js", ".mjs", ".jsx"], comment: "//" },
  typescript: { extensions: [".ts", ".tsx"], comment: "//" },
  java: { extensions: [".java"], comment: "//" },
  go: { extensions: [".go"], comment: "//" },
  ruby: { extensions: [".rb"], comment: "#" },
  python: { extensions: [".py"], comment: "#" },
} as const;

export type Language = keyof typeof languages;
