import { parseJson } from "#kernel/json-text.ts";
import { entriesOf, field, textOf } from "../untrusted-value.ts";
import type { MarkCounter } from "./marks.ts";

/** Composer types by what takes the package in; the words after the last column are part of the type. */
const hosts: readonly (readonly [RegExp, string])[] = [
  [/^drupal-(?:custom-)?(?:module|theme|profile|drush|library|recipe|core)/, "Drupal"],
  [/^wordpress-(?:plugin|theme|muplugin|dropin)$/, "WordPress"],
  [/^silverstripe-(?:module|vendormodule|theme|recipe)$/, "Silverstripe"],
  [/^typo3-cms-(?:extension|framework)$/, "TYPO3"],
  [/^(?:neos|flow|typo3-flow)-/, "Neos"],
  [/^magento2-/, "Magento"],
  [/^symfony-(?:bundle|bridge|mailer-bridge|notifier-bridge)$/, "Symfony"],
  [/^(?:laravel|october|statamic|winter)-/, "Laravel"],
  [/^cakephp-plugin$/, "CakePHP"],
  [/^yii2?-extension$/, "Yii"],
  [/^(?:craft-(?:plugin|module))$/, "Craft CMS"],
  [/^contao-(?:bundle|module)$/, "Contao"],
  [/^shopware-/, "Shopware"],
  [/^prestashop-/, "PrestaShop"],
  [/^(?:oxideshop|sylius|bagisto)-/, "shop system"],
  [/^pimcore-bundle$/, "Pimcore"],
  [/^moodle-/, "Moodle"],
  [/^(?:matomo|piwik)-plugin$/, "Matomo"],
  [/^mediawiki-/, "MediaWiki"],
  [/^(?:kirby|grav|concrete5?|concretecms|bolt)-/, "content management"],
  [/^(?:civicrm|joomla|phpbb|opencart|whmcs|roundcube|elgg|dokuwiki)-/, "its host"],
];
const tools: readonly (readonly [RegExp, string])[] = [
  [/^phpcodesniffer-standard$/, "PHP_CodeSniffer"],
  [/^phpstan-extension$/, "PHPStan"],
  [/^rector-extension$/, "Rector"],
  [/^psalm-plugin$/, "Psalm"],
];
const libraries = new Set(["library", "composer-plugin", "metapackage", "php-ext", "php-ext-zend"]);
/** A whole site or application requires these; what extends them names them, too, but with a type. */
const wholes: readonly (readonly [string, RegExp])[] = [
  ["Laravel", /^laravel\/(?:framework|lumen-framework)$/],
  ["Symfony", /^symfony\/framework-bundle$/],
  ["Drupal", /^drupal\/core(?:-recommended)?$/],
  ["WordPress", /^(?:roots\/wordpress|johnpbloch\/wordpress|roots\/bedrock-autoloader)$/],
  ["Silverstripe", /^silverstripe\/(?:recipe-cms|recipe-core|framework)$/],
  ["TYPO3", /^typo3\/(?:cms-core|minimal)$/],
  ["Magento", /^magento\/(?:product-(?:community|enterprise)-edition|magento-cloud-metapackage)$/],
  ["Slim", /^slim\/slim$/],
];

/** What Composer's `type` says, and without one what it requires; `abandoned` with what took its place. */
export function composerShapes(text: string, counter: MarkCounter): void {
  let root: unknown;
  try {
    root = parseJson(text);
  } catch {
    // The reader of dependencies reports it.
    return;
  }
  const abandoned = field(root, "abandoned");
  if (abandoned === true) counter.add("successor", "none named");
  else if (typeof abandoned === "string" && abandoned.trim() !== "")
    counter.add("successor", abandoned.trim());
  const type = textOf(field(root, "type"), 100)?.toLowerCase() ?? null;
  const required = entriesOf(field(root, "require")).map(([name]) => name.toLowerCase());
  const whole = wholes.find(([, name]) => required.some((each) => name.test(each)))?.[0];
  const host = hosts.find(([known]) => known.test(type ?? ""))?.[1];
  const tool = tools.find(([known]) => known.test(type ?? ""))?.[1];
  if (tool !== undefined) counter.add("tool-configuration", tool);
  if (host !== undefined || tool !== undefined) {
    counter.add("library-shape", `Composer ${type ?? ""}`);
    return;
  }
  if (type === "project") {
    counter.add("application-shape", whole ?? "Composer project");
    return;
  }
  const extendsLaravel = field(root, "extra", "laravel", "providers") !== undefined;
  const hasName = textOf(field(root, "name")) !== null;
  const isAutoloaded = field(root, "autoload") !== undefined;
  if (type !== null && !libraries.has(type)) {
    counter.add("library-shape", `Composer ${type}`);
  } else if (extendsLaravel) counter.add("library-shape", "Laravel package");
  else if (type !== null && hasName) counter.add("library-shape", `Composer ${type}`);
  else if (whole !== undefined) counter.add("application-shape", whole);
  else if (hasName && isAutoloaded) counter.add("library-shape", "Composer package");
}
