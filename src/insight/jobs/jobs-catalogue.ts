import { acceptanceTests } from "./catalogue/acceptance-tests.ts";
import { apiClientGeneration } from "./catalogue/api-client-generation.ts";
import { apiDocumentation } from "./catalogue/api-documentation.ts";
import { appServer } from "./catalogue/app-server.ts";
import { authentication } from "./catalogue/authentication.ts";
import { authorisation } from "./catalogue/authorisation.ts";
import { backgroundJobs } from "./catalogue/background-jobs.ts";
import { baseImage } from "./catalogue/base-image.ts";
import { browserTesting } from "./catalogue/browser-testing.ts";
import { bundler } from "./catalogue/bundler.ts";
import { cacheStore } from "./catalogue/cache-store.ts";
import { charts } from "./catalogue/charts.ts";
import { codeCoverage } from "./catalogue/code-coverage.ts";
import { commandLine } from "./catalogue/command-line.ts";
import { configuration } from "./catalogue/configuration.ts";
import { contractTesting } from "./catalogue/contract-testing.ts";
import { cssFramework } from "./catalogue/css-framework.ts";
import { cssPreprocessor } from "./catalogue/css-preprocessor.ts";
import { dates } from "./catalogue/dates.ts";
import { debugging } from "./catalogue/debugging.ts";
import { dependencyAudit } from "./catalogue/dependency-audit.ts";
import { dependencyInjection } from "./catalogue/dependency-injection.ts";
import { deployAction } from "./catalogue/deploy-action.ts";
import { documentDatabase } from "./catalogue/document-database.ts";
import { email } from "./catalogue/email.ts";
import { errorTracking } from "./catalogue/error-tracking.ts";
import { fakeData } from "./catalogue/fake-data.ts";
import { featureFlags } from "./catalogue/feature-flags.ts";
import { fileUpload } from "./catalogue/file-upload.ts";
import { formatter } from "./catalogue/formatter.ts";
import { graphqlServer } from "./catalogue/graphql-server.ts";
import { htmlParsing } from "./catalogue/html-parsing.ts";
import { htmlSanitizing } from "./catalogue/html-sanitizing.ts";
import { httpClient } from "./catalogue/http-client.ts";
import { httpStubbing } from "./catalogue/http-stubbing.ts";
import { imageBuildAction } from "./catalogue/image-build-action.ts";
import { imageProcessing } from "./catalogue/image-processing.ts";
import { inputValidation } from "./catalogue/input-validation.ts";
import { internationalisation } from "./catalogue/internationalisation.ts";
import { javascriptMinifier } from "./catalogue/javascript-minifier.ts";
import { jsonParsing } from "./catalogue/json-parsing.ts";
import { jsonSchema } from "./catalogue/json-schema.ts";
import { linter } from "./catalogue/linter.ts";
import { logging } from "./catalogue/logging.ts";
import { maps } from "./catalogue/maps.ts";
import { markdown } from "./catalogue/markdown.ts";
import { messageBroker } from "./catalogue/message-broker.ts";
import { metrics } from "./catalogue/metrics.ts";
import { mocking } from "./catalogue/mocking.ts";
import { money } from "./catalogue/money.ts";
import { objectStorage } from "./catalogue/object-storage.ts";
import { orm } from "./catalogue/orm.ts";
import { pagesAction } from "./catalogue/pages-action.ts";
import { pagination } from "./catalogue/pagination.ts";
import { pdfGeneration } from "./catalogue/pdf-generation.ts";
import { rateLimiting } from "./catalogue/rate-limiting.ts";
import { relationalDatabase } from "./catalogue/relational-database.ts";
import { resilience } from "./catalogue/resilience.ts";
import { scheduling } from "./catalogue/scheduling.ts";
import { schemaMigrations } from "./catalogue/schema-migrations.ts";
import { searchEngine } from "./catalogue/search-engine.ts";
import { selectWidget } from "./catalogue/select-widget.ts";
import { serviceDiscovery } from "./catalogue/service-discovery.ts";
import { stateMachine } from "./catalogue/state-machine.ts";
import { stateManagement } from "./catalogue/state-management.ts";
import { staticSecurity } from "./catalogue/static-security.ts";
import { stylesheetLinter } from "./catalogue/stylesheet-linter.ts";
import { templateEngine } from "./catalogue/template-engine.ts";
import { testClock } from "./catalogue/test-clock.ts";
import { testData } from "./catalogue/test-data.ts";
import { testRunner } from "./catalogue/test-runner.ts";
import { tracing } from "./catalogue/tracing.ts";
import { typeChecker } from "./catalogue/type-checker.ts";
import { uiComponents } from "./catalogue/ui-components.ts";
import { uiFramework } from "./catalogue/ui-framework.ts";
import { webFramework } from "./catalogue/web-framework.ts";
import type { Job } from "./job.ts";

/** Every job, by id. A new one is a file in `catalogue/` and a line here. */
export const jobsCatalogue: readonly Job[] = [
  acceptanceTests,
  apiClientGeneration,
  apiDocumentation,
  appServer,
  authentication,
  authorisation,
  backgroundJobs,
  baseImage,
  browserTesting,
  bundler,
  cacheStore,
  charts,
  codeCoverage,
  commandLine,
  configuration,
  contractTesting,
  cssFramework,
  cssPreprocessor,
  dates,
  debugging,
  dependencyAudit,
  dependencyInjection,
  deployAction,
  documentDatabase,
  email,
  errorTracking,
  fakeData,
  featureFlags,
  fileUpload,
  formatter,
  graphqlServer,
  htmlParsing,
  htmlSanitizing,
  httpClient,
  httpStubbing,
  imageBuildAction,
  imageProcessing,
  inputValidation,
  internationalisation,
  javascriptMinifier,
  jsonParsing,
  jsonSchema,
  linter,
  logging,
  maps,
  markdown,
  messageBroker,
  metrics,
  mocking,
  money,
  objectStorage,
  orm,
  pagesAction,
  pagination,
  pdfGeneration,
  rateLimiting,
  relationalDatabase,
  resilience,
  scheduling,
  schemaMigrations,
  searchEngine,
  selectWidget,
  serviceDiscovery,
  stateMachine,
  stateManagement,
  staticSecurity,
  stylesheetLinter,
  templateEngine,
  testClock,
  testData,
  testRunner,
  tracing,
  typeChecker,
  uiComponents,
  uiFramework,
  webFramework,
];
