import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPublicAddress } from "#sources/git/public-address.ts";
import { parseRemoteAddress } from "#sources/git/remote-address.ts";

describe("addresses of repositories", () => {
  it.each([
    ["https://forge.example/line/Rail.git", "https", null, "forge.example/line/rail"],
    ["https://Forge.Example:8443/line/rail/", "https", 8443, "forge.example/line/rail"],
    ["ssh://git@forge.example/line/rail.git", "ssh", null, "forge.example/line/rail"],
    ["ssh://forge.example:2222/~ada/rail", "ssh", 2222, "forge.example/~ada/rail"],
    ["git@forge.example:line/sub/rail.git", "ssh", null, "forge.example/line/sub/rail"],
    ["git@forge.example:/line/rail", "ssh", null, "forge.example/line/rail"],
  ])("take %s", (text, protocol, port, identity) => {
    expect(parseRemoteAddress(text)).toMatchObject({ url: text, protocol, port, identity });
  });

  it.each([
    "",
    "rail",
    "/srv/clones/rail.git",
    "../rail.git",
    "file:///srv/clones/rail.git",
    "file://forge.example/rail.git",
    "ext::sh -c touch% pwned",
    "ext::https://forge.example/line/rail",
    "fd::17/line",
    "git://forge.example/line/rail.git",
    "http://forge.example/line/rail.git",
    "ftp://forge.example/line/rail.git",
    "git+ssh://git@forge.example/line/rail",
    "-oProxyCommand=touch pwned",
    "--upload-pack=touch pwned",
    "ssh://-oProxyCommand=touch/line/rail",
    "ssh://git@-oProxyCommand.example/line/rail",
    "ssh://-git@forge.example/line/rail",
    "-git@forge.example:line/rail",
    "git@-forge.example:line/rail",
    "git@forge.example:-line/rail",
    "https://forge.example/--upload-pack=x/rail",
    "https://ada:secret@forge.example/line/rail.git",
    "https://ada@forge.example/line/rail.git",
    "ssh://git:secret@forge.example/line/rail.git",
    "https://forge.example/line/rail.git?service=git-upload-pack",
    "https://forge.example/line/rail.git#main",
    "https://forge.example/../rail.git",
    "https://forge.example/line/./rail.git",
    "https://forge.example/line//rail.git",
    "https://forge.example/line%2frail.git",
    "https://forge.example\\@evil.example/rail.git",
    "https://forge.example/line/rail.git\n",
    "https://forge.example/line/rail.git\0",
    "https://forge.example/line/ra il.git",
    "https://forge.example:99999/line/rail.git",
    "https://forge.example:/line/rail.git",
    "https://forge-.example/line/rail.git",
    "https://localhost/line/rail.git",
    "https://127.0.0.1/line/rail.git",
    "https://2130706433/line/rail.git",
    "https://0x7f.0.0.1/line/rail.git",
    "https://0177.1/line/rail.git",
    "https://[::1]/line/rail.git",
    "https://[::ffff:127.0.0.1]/line/rail.git",
    "https://forge.exam\u00adple/line/rail.git",
    "https://fo\u24e1ge.example/line/rail.git",
    "https://forge.example./line/rail.git",
    "git@[::1]:line/rail",
    "git@forge.example:line/$(id)/rail",
    "git@forge.example:'line'",
    `https://forge.example/${"a/".repeat(300)}rail`,
  ])("refuse %j", (text) => {
    expect(parseRemoteAddress(text)).toBeNull();
  });

  it("hold nothing that git, ssh or a shell reads as anything but a name", () => {
    const pieces = fc.constantFrom(
      ...Array.from("https://ssh:git@forge.example/line-.~'\"$(`\\ \n\0%?#&;|<>*[]{}!"),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (letters) => {
        const found = parseRemoteAddress(letters.join(""));
        if (found === null) return;
        expect(found.url).toMatch(/^(?:https:\/\/|ssh:\/\/|[A-Za-z_])[\w.~+:/@-]*$/);
        expect(found.url).not.toMatch(/(?:^|[/:@])-|\/\.\.?(?:\/|$)/);
      }),
    );
  });
});

describe("addresses of the internet", () => {
  it.each(["1.1.1.1", "140.82.121.4", "2606:4700::1111", "2a00:1450::1"])(
    "are public: %s",
    (ip) => {
      expect(isPublicAddress(ip)).toBe(true);
    },
  );

  it.each([
    "0.0.0.0",
    "10.1.2.3",
    "100.64.0.1",
    "127.0.0.1",
    "127.255.255.254",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:7f00:1",
    "::127.0.0.1",
    "64:ff9b::7f00:1",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "fe80::1%eth0",
    "ff02::1",
    "2001:db8::1",
    "2001::1",
    "2002:7f00:1::",
  ])("are not: %s", (ip) => {
    expect(isPublicAddress(ip)).toBe(false);
  });
});
