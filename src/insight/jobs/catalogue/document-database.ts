import type { Job } from "../job.ts";

export const documentDatabase: Job = {
  id: "document-database",
  title: "Document database",
  definition: "Keeps documents or items without tables: which database, seen from its driver.",
  countsIn: "production",
  solutions: [
    {
      packages: ["pkg:npm/mongodb", "pkg:npm/mongoose", "pkg:npm/%40typegoose/typegoose"],
      reason: "MongoDB",
    },
    {
      packages: [
        "pkg:npm/%40aws-sdk/client-dynamodb",
        "pkg:npm/%40aws-sdk/lib-dynamodb",
        "pkg:npm/dynamoose",
      ],
      reason: "DynamoDB",
    },
    { packages: ["pkg:npm/%40google-cloud/firestore"], reason: "Firestore" },
    { packages: ["pkg:npm/%40azure/cosmos"], reason: "Cosmos DB" },
    { packages: ["pkg:npm/nano", "pkg:npm/pouchdb"], reason: "CouchDB" },
    { packages: ["pkg:npm/couchbase"], reason: "Couchbase" },
    { packages: ["pkg:npm/cassandra-driver"], reason: "Cassandra" },
    { packages: ["pkg:gem/mongoid", "pkg:gem/mongo", "pkg:gem/mongo_mapper"], reason: "MongoDB" },
    {
      packages: ["pkg:gem/aws-sdk-dynamodb", "pkg:gem/dynamoid", "pkg:gem/aws-record"],
      reason: "DynamoDB",
    },
    { packages: ["pkg:gem/google-cloud-firestore"], reason: "Firestore" },
    { packages: ["pkg:gem/couchrest", "pkg:gem/couchrest_model"], reason: "CouchDB" },
    { packages: ["pkg:gem/couchbase"], reason: "Couchbase" },
    { packages: ["pkg:gem/cassandra-driver"], reason: "Cassandra" },
    {
      packages: [
        "pkg:pypi/pymongo",
        "pkg:pypi/motor",
        "pkg:pypi/mongoengine",
        "pkg:pypi/beanie",
        "pkg:pypi/flask-pymongo",
      ],
      reason: "MongoDB",
    },
    { packages: ["pkg:pypi/pynamodb"], reason: "DynamoDB" },
    { packages: ["pkg:pypi/google-cloud-firestore"], reason: "Firestore" },
    { packages: ["pkg:pypi/azure-cosmos"], reason: "Cosmos DB" },
    { packages: ["pkg:pypi/couchdb"], reason: "CouchDB" },
    { packages: ["pkg:pypi/couchbase"], reason: "Couchbase" },
    { packages: ["pkg:pypi/cassandra-driver"], reason: "Cassandra" },
    {
      packages: [
        "pkg:maven/org.mongodb/mongodb-driver-sync",
        "pkg:maven/org.mongodb/mongo-java-driver",
        "pkg:maven/org.mongodb/mongodb-driver-reactivestreams",
        "pkg:maven/org.springframework.boot/spring-boot-starter-data-mongodb",
      ],
      reason: "MongoDB",
    },
    {
      packages: [
        "pkg:maven/software.amazon.awssdk/dynamodb",
        "pkg:maven/software.amazon.awssdk/dynamodb-enhanced",
        "pkg:maven/com.amazonaws/aws-java-sdk-dynamodb",
      ],
      reason: "DynamoDB",
    },
    { packages: ["pkg:maven/com.google.cloud/google-cloud-firestore"], reason: "Firestore" },
    { packages: ["pkg:maven/com.azure/azure-cosmos"], reason: "Cosmos DB" },
    { packages: ["pkg:maven/com.couchbase.client/java-client"], reason: "Couchbase" },
    {
      packages: [
        "pkg:maven/com.datastax.oss/java-driver-core",
        "pkg:maven/com.datastax.cassandra/cassandra-driver-core",
        "pkg:maven/org.springframework.boot/spring-boot-starter-data-cassandra",
      ],
      reason: "Cassandra",
    },
    {
      packages: [
        "pkg:golang/go.mongodb.org/mongo-driver",
        "pkg:golang/go.mongodb.org/mongo-driver/v2",
        "pkg:golang/gopkg.in/mgo.v2",
        "pkg:golang/github.com/globalsign/mgo",
      ],
      reason: "MongoDB",
    },
    {
      packages: [
        "pkg:golang/github.com/aws/aws-sdk-go-v2/service/dynamodb",
        "pkg:golang/github.com/guregu/dynamo",
      ],
      reason: "DynamoDB",
    },
    { packages: ["pkg:golang/cloud.google.com/go/firestore"], reason: "Firestore" },
    {
      packages: ["pkg:golang/github.com/couchbase/gocb", "pkg:golang/github.com/couchbase/gocb/v2"],
      reason: "Couchbase",
    },
    { packages: ["pkg:golang/github.com/gocql/gocql"], reason: "Cassandra" },
  ],
  absent: {},
};
