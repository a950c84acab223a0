import type { Job } from "../job.ts";

export const searchEngine: Job = {
  id: "search-engine",
  title: "Search engine client",
  definition: "Finds documents by words: which engine a program talks to.",
  countsIn: "production",
  solutions: [
    {
      packages: ["pkg:npm/%40elastic/elasticsearch", "pkg:npm/elasticsearch"],
      reason: "Elasticsearch",
    },
    { packages: ["pkg:npm/%40opensearch-project/opensearch"], reason: "OpenSearch" },
    { packages: ["pkg:npm/algoliasearch", "pkg:npm/react-instantsearch"], reason: "Algolia" },
    { packages: ["pkg:npm/meilisearch"], reason: "Meilisearch" },
    { packages: ["pkg:npm/typesense"], reason: "Typesense" },
    { packages: ["pkg:npm/lunr", "pkg:npm/elasticlunr"], reason: "index in the browser" },
    {
      packages: ["pkg:npm/fuse.js", "pkg:npm/minisearch", "pkg:npm/flexsearch"],
      reason: "index in memory",
    },
    { packages: ["pkg:npm/solr-client"], reason: "Solr" },
    {
      packages: [
        "pkg:gem/elasticsearch",
        "pkg:gem/elasticsearch-model",
        "pkg:gem/elasticsearch-rails",
        "pkg:gem/searchkick",
        "pkg:gem/chewy",
        "pkg:gem/tire",
      ],
      reason: "Elasticsearch",
    },
    { packages: ["pkg:gem/opensearch-ruby"], reason: "OpenSearch" },
    {
      packages: [
        "pkg:gem/rsolr",
        "pkg:gem/sunspot",
        "pkg:gem/sunspot_rails",
        "pkg:gem/sunspot_solr",
      ],
      reason: "Solr",
    },
    {
      packages: ["pkg:gem/algoliasearch", "pkg:gem/algoliasearch-rails", "pkg:gem/algolia"],
      reason: "Algolia",
    },
    { packages: ["pkg:gem/meilisearch", "pkg:gem/meilisearch-rails"], reason: "Meilisearch" },
    { packages: ["pkg:gem/typesense"], reason: "Typesense" },
    { packages: ["pkg:gem/pg_search", "pkg:gem/textacular"], reason: "full text of PostgreSQL" },
    { packages: ["pkg:gem/thinking-sphinx"], reason: "Sphinx" },
    {
      packages: [
        "pkg:gem/google-cloud-discovery_engine",
        "pkg:gem/google-cloud-discovery_engine-v1",
      ],
      reason: "Vertex AI Search",
    },
    {
      packages: [
        "pkg:pypi/elasticsearch",
        "pkg:pypi/elasticsearch-dsl",
        "pkg:pypi/django-elasticsearch-dsl",
      ],
      reason: "Elasticsearch",
    },
    { packages: ["pkg:pypi/opensearch-py"], reason: "OpenSearch" },
    { packages: ["pkg:pypi/pysolr"], reason: "Solr" },
    { packages: ["pkg:pypi/algoliasearch"], reason: "Algolia" },
    {
      packages: ["pkg:pypi/meilisearch", "pkg:pypi/meilisearch-python-sdk"],
      reason: "Meilisearch",
    },
    { packages: ["pkg:pypi/whoosh"], reason: "index in files" },
    { packages: ["pkg:pypi/typesense"], reason: "Typesense" },
    { packages: ["pkg:pypi/google-cloud-discoveryengine"], reason: "Vertex AI Search" },
    {
      packages: [
        "pkg:maven/co.elastic.clients/elasticsearch-java",
        "pkg:maven/org.elasticsearch.client/elasticsearch-rest-high-level-client",
        "pkg:maven/org.elasticsearch.client/elasticsearch-rest-client",
        "pkg:maven/org.springframework.boot/spring-boot-starter-data-elasticsearch",
      ],
      reason: "Elasticsearch",
    },
    {
      packages: [
        "pkg:maven/org.opensearch.client/opensearch-java",
        "pkg:maven/org.opensearch.client/opensearch-rest-high-level-client",
      ],
      reason: "OpenSearch",
    },
    { packages: ["pkg:maven/org.apache.solr/solr-solrj"], reason: "Solr" },
    { packages: ["pkg:maven/org.apache.lucene/lucene-core"], reason: "index in files" },
    {
      packages: ["pkg:maven/com.algolia/algoliasearch", "pkg:maven/com.algolia/algoliasearch-core"],
      reason: "Algolia",
    },
    {
      packages: [
        "pkg:golang/github.com/elastic/go-elasticsearch",
        "pkg:golang/github.com/elastic/go-elasticsearch/v7",
        "pkg:golang/github.com/elastic/go-elasticsearch/v8",
        "pkg:golang/github.com/olivere/elastic",
        "pkg:golang/github.com/olivere/elastic/v7",
      ],
      reason: "Elasticsearch",
    },
    {
      packages: [
        "pkg:golang/github.com/opensearch-project/opensearch-go",
        "pkg:golang/github.com/opensearch-project/opensearch-go/v2",
      ],
      reason: "OpenSearch",
    },
    {
      packages: [
        "pkg:golang/github.com/blevesearch/bleve",
        "pkg:golang/github.com/blevesearch/bleve/v2",
      ],
      reason: "index in files",
    },
    { packages: ["pkg:golang/github.com/algolia/algoliasearch-client-go/v3"], reason: "Algolia" },
    { packages: ["pkg:golang/github.com/meilisearch/meilisearch-go"], reason: "Meilisearch" },
    { packages: ["pkg:golang/github.com/typesense/typesense-go"], reason: "Typesense" },
  ],
  absent: {},
};
