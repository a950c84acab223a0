import { describe, expect, it } from "vitest";
import type { FileFacts } from "#evidence/facts.ts";
import type { FileSource } from "#evidence/source.ts";
import { ansibleSource } from "#sources/manifests/configuration-management/ansible.ts";
import { chefSource } from "#sources/manifests/configuration-management/chef.ts";
import { puppetSource } from "#sources/manifests/configuration-management/puppet.ts";

const read = (source: FileSource, path: string, lines: readonly string[]): FileFacts =>
  source.read({ path, text: lines.join("\n") });
const usesOf = ({ dependencies = [] }: FileFacts) =>
  dependencies.map(({ purl, constraint, line }) => [purl, constraint, line]);
const offersOf = ({ packages = [] }: FileFacts) =>
  packages.map(({ purl, version }) => [purl, version]);

describe("Ansible", () => {
  it("takes a collection from the git address in its source, with the version behind a comma", () => {
    const facts = read(ansibleSource, "collections/requirements.yml", [
      "collections:",
      "  - name: railway.lamp",
      "    source: git+https://github.com/railway/collection-lamp.git,1.3.0",
      "  - name: railway.gate",
      "    source: https://galaxy.railway.example",
      "    version: 2.0.0",
    ]);
    expect(usesOf(facts)).toEqual([
      ["pkg:github/railway/collection-lamp", "1.3.0", 2],
      ["pkg:generic/railway.gate?type=ansible-collection", "2.0.0", 4],
    ]);
  });

  it("takes roles and collections from Galaxy, from git and by the short form", () => {
    const facts = read(ansibleSource, "deploy/requirements.yml", [
      "roles:",
      "  - src: Railway.lamp",
      "    version: 1.2.0",
      "  - src: git+https://github.com/railway/ansible-role-points.git",
      "    version: v2",
      "  - name: signals",
      "    src: https://github.com/railway/signals",
      "    scm: git",
      "  - git+git@github.com:railway/gates.git,v3",
      "collections:",
      "  - railway.yard",
      "  - name: railway.track",
      "    version: '>=1.0.0'",
      "  - name: https://github.com/railway/rails.git",
      "    type: git",
      "    version: v4",
    ]);
    expect(usesOf(facts)).toEqual([
      ["pkg:generic/railway.lamp?type=ansible-role", "1.2.0", 2],
      ["pkg:github/railway/ansible-role-points", "v2", 4],
      ["pkg:github/railway/signals", null, 6],
      ["pkg:github/railway/gates", "v3", 9],
      ["pkg:generic/railway.yard?type=ansible-collection", null, 11],
      ["pkg:generic/railway.track?type=ansible-collection", ">=1.0.0", 12],
      ["pkg:github/railway/rails", "v4", 14],
    ]);
  });

  it("reads the old list of roles with what it includes, and no chart's requirements", () => {
    const facts = read(ansibleSource, "requirements.yml", [
      "- src: railway.lamp",
      "- include: more.yml",
    ]);
    expect(usesOf(facts)).toHaveLength(1);
    expect(facts.includes).toEqual([{ path: "more.yml", reader: "ansible" }]);
    expect(read(ansibleSource, "requirements.yaml", ["dependencies:", "  - name: a"])).toEqual({});
  });

  it("offers roles and collections, with what they depend on", () => {
    const role = read(ansibleSource, "meta/main.yml", [
      "galaxy_info:",
      "  role_name: lamp",
      "  namespace: railway",
      "dependencies:",
      "  - role: railway.points",
      "  - beside",
    ]);
    expect(role.packages).toMatchObject([
      {
        purl: "pkg:generic/railway.lamp?type=ansible-role",
        alsoKnownAs: ["pkg:github/-owner-/-repository-"],
      },
    ]);
    expect(usesOf(role)).toEqual([["pkg:generic/railway.points?type=ansible-role", null, 5]]);
    const collection = read(ansibleSource, "galaxy.yml", [
      "namespace: railway",
      "name: track",
      "version: 2.1.0",
      "dependencies: { railway.yard: '>=1.0.0', other.thing: '*' }",
    ]);
    expect(offersOf(collection)[0]).toEqual([
      "pkg:generic/railway.track?type=ansible-collection",
      "2.1.0",
    ]);
    expect(usesOf(collection)).toEqual([
      ["pkg:generic/railway.yard?type=ansible-collection", ">=1.0.0", 4],
      ["pkg:generic/other.thing?type=ansible-collection", null, 4],
    ]);
  });
});

describe("Puppet", () => {
  it("takes modules from the Forge and from git, in every spelling", () => {
    const facts = read(puppetSource, "Puppetfile", [
      "forge 'https://forgeapi.puppet.com'",
      "mod 'railway/lamp', '1.2.0' # the old one",
      "mod 'railway-track', :latest",
      "mod 'points',",
      "  :git => 'https://github.com/railway/puppet-points.git',",
      "  :tag => 'v2.0.0'",
      "mod 'gates', git: 'git@github.com:railway/gates.git', ref: 'abc1234'",
      "mod 'own', :local => true",
      "# mod 'none', '1.0.0'",
    ]);
    expect(usesOf(facts)).toEqual([
      ["pkg:generic/railway-lamp?type=puppet-module", "1.2.0", 2],
      ["pkg:generic/railway-track?type=puppet-module", null, 3],
      ["pkg:github/railway/puppet-points", "v2.0.0", 4],
      ["pkg:github/railway/gates", "abc1234", 7],
    ]);
  });

  it("offers a module with its dependencies, and no other tool's metadata", () => {
    const facts = read(puppetSource, "metadata.json", [
      "{",
      '  "name": "railway/lamp", "version": "1.2.0",',
      '  "dependencies": [{ "name": "railway-points", "version_requirement": ">= 1.0.0" }],',
      '  "operatingsystem_support": []',
      "}",
    ]);
    expect(offersOf(facts)).toEqual([["pkg:generic/railway-lamp?type=puppet-module", "1.2.0"]]);
    expect(usesOf(facts)).toEqual([
      ["pkg:generic/railway-points?type=puppet-module", ">= 1.0.0", 3],
    ]);
    expect(read(puppetSource, "metadata.json", ['{ "name": "extension" }'])).toEqual({});
    const plain = ['{ "name": "railway-bell", "version": "1", "dependencies": [{ "name":'];
    plain.push(' "railway/lamp", "version_requirement": ">= 1" }] }');
    expect(usesOf(read(puppetSource, "metadata.json", plain))).toEqual([
      ["pkg:generic/railway-lamp?type=puppet-module", ">= 1", 1],
    ]);
  });
});

it("reads Chef's cookbooks and what they depend on", () => {
  const berksfile = read(chefSource, "Berksfile", [
    "source 'https://supermarket.chef.io'",
    "cookbook 'lamp', '~> 1.0'",
    'cookbook "points", git: "https://github.com/railway/points-cookbook.git", tag: "v2"',
    "cookbook 'gates', github: 'railway/gates'",
    "cookbook 'own', path: './cookbooks/own'",
  ]);
  expect(usesOf(berksfile)).toEqual([
    ["pkg:generic/lamp?type=chef-cookbook", "~> 1.0", 2],
    ["pkg:github/railway/points-cookbook", "v2", 3],
    ["pkg:github/railway/gates", null, 4],
    ["pkg:generic/own?type=chef-cookbook", null, 5],
  ]);
  expect(berksfile.dependencies?.[3]?.localPath).toBe("cookbooks/own");
  const metadata = read(chefSource, "metadata.rb", [
    "name 'lamp'",
    "version '1.4.0'",
    "depends 'points', '>= 2.0'",
  ]);
  expect(offersOf(metadata)).toEqual([["pkg:generic/lamp?type=chef-cookbook", "1.4.0"]]);
  expect(usesOf(metadata)).toEqual([["pkg:generic/points?type=chef-cookbook", ">= 2.0", 3]]);
});
