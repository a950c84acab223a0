/** A file by which people get or install a program, and the way. */
export const distributionPaths: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\/)(?:Formula|HomebrewFormula)\/(?:[a-z0-9]\/)?[\w@.+-]{1,100}\.rb$/, "Homebrew"],
  [/(?:^|\/)Casks\/(?:[a-z0-9]\/|font\/[\w-]{1,60}\/)?[\w@.+-]{1,100}\.rb$/, "Homebrew"],
  [/(?:^|\/)(?:snap\/)?snapcraft\.ya?ml$/, "Snap Store"],
  [/(?:^|\/)tools\/chocolatey(?:B|b)?(?:I|i)nstall\.ps1$/i, "Chocolatey"],
  [/(?:^|\/)(?:winget|manifests\/[a-z0-9])\/.{1,300}\.installer\.ya?ml$/, "winget"],
  [/^bucket\/[\w.+-]{1,100}\.json$/, "Scoop"],
  [/(?:^|\/)(?:scoop|packaging\/scoop)\/[\w.+-]{1,100}\.json$/, "Scoop"],
  [
    /^(?:org|com|io|net|dev|app|me|de|fr|uk)(?:\.[\w-]{1,60}){2,5}\.(?:ya?ml|json)$|\.flatpak\.(?:ya?ml|json)$/,
    "Flatpak",
  ],
  [/(?:^|\/)[\w.-]{1,120}\.(?:metainfo|appdata)\.xml(?:\.in)?$/, "software centre"],
  [/(?:^|\/)(?:debian|deb|DEBIAN)\/control(?:\.in)?$/, "Debian package"],
  [/(?:^|\/)[\w.+-]{1,100}\.spec(?:\.in)?$/, "RPM package"],
  [/(?:^|\/)PKGBUILD$/, "Arch user repository"],
  [/(?:^|\/)APKBUILD$/, "Alpine package"],
  [/(?:^|\/)\.?nfpm[\w.-]{0,40}\.ya?ml$/, "Linux packages"],
  [/(?:^|\/)(?:AppImageBuilder\.ya?ml|AppRun|[\w-]{1,60}\.AppImage)$/, "AppImage"],
  [/(?:^|\/)[\w. -]{1,100}\.(?:iss|wxs|nsi)$/, "Windows installer"],
  [
    /^(?:packaging|package|pkg|release|dist)\/(?:[\w.-]{1,80}\/){0,4}(?:systemd[\w.-]{0,40}|[\w@.-]{1,80}\.service)$/,
    "service of an operating system",
  ],
  [
    /^packaging\/(?:[\w.-]{1,80}\/){0,4}(?:(?:pre|post)[-_]?(?:inst|install|rm|remove)(?:\.sh)?|(?:un)?install-service\.(?:ps1|sh))$/,
    "installer files",
  ],
  [/^(?:scripts\/)?install\.(?:sh|ps1)$/, "install script"],
  [/^[\w-]{1,60}\.reference\.ya?ml$/, "reference configuration"],
  [/(?:^|\/)(?:\.krew|krew|plugins\/krew)\.ya?ml$/, "krew"],
];

const worth =
  /Formula\/|Casks\/|snapcraft\.|chocolatey|\.installer\.ya?ml$|^bucket\/|scoop\/|^(?:org|com|io|net|dev|app|me|de|fr|uk)\.|\.flatpak\.|\.(?:metainfo|appdata)\.xml|\/control(?:\.in)?$|\.spec(?:\.in)?$|[PA]KBUILD$|PKGBUILD$|nfpm|AppImage|AppRun$|\.(?:iss|wxs|nsi)$|^(?:packaging|package|pkg|release|dist)\/|install\.(?:sh|ps1)$|\.reference\.ya?ml$|krew\.ya?ml$/;

/** A formula of the operating system's packages is a list of Python's builder, too. */
const pyinstaller = /\.spec$/;

/** How people get the program that lies in this repository, as this path says; null where it says nothing. */
export function distributionOf(path: string, isPython: boolean): string | null {
  if (!worth.test(path)) return null;
  if (pyinstaller.test(path) && isPython) return "PyInstaller";
  return distributionPaths.find(([sign]) => sign.test(path))?.[1] ?? null;
}
