/** Functions that stand for the root of the repository, or for a folder above: by Terragrunt's custom, its root. */
const rootFunctions =
  /^\$\{\s{0,20}(?:get_repo_root\(\)|get_path_to_repo_root\(\)|get_parent_terragrunt_dir\([^)]{0,100}\)|dirname\(\s{0,20}find_in_parent_folders\([^)]{0,100}\)\s{0,20}\)|path_relative_from_include\([^)]{0,100}\))\s{0,20}\}\/?/;
const ownFolder =
  /^\$\{\s{0,20}(?:get_terragrunt_dir\(\)|get_original_terragrunt_dir\(\)|path\.module)\s{0,20}\}\/?/;

/** A `source` that begins with one of Terragrunt's functions as a path: from the root of the repository, or from the file. */
export function withoutFunctions(source: string): {
  readonly source: string;
  readonly isFromRoot: boolean;
} {
  if (rootFunctions.test(source))
    return { source: `./${source.replace(rootFunctions, "")}`, isFromRoot: true };
  if (ownFolder.test(source))
    return { source: `./${source.replace(ownFolder, "")}`, isFromRoot: false };
  return { source, isFromRoot: false };
}
