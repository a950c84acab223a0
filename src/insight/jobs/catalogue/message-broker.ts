import type { Job } from "../job.ts";

export const messageBroker: Job = {
  id: "message-broker",
  title: "Message broker client",
  definition: "Sends and receives messages between services through a broker.",
  countsIn: "production",
  solutions: [
    { packages: ["pkg:npm/kafkajs"], reason: "Kafka in JavaScript" },
    {
      packages: ["pkg:npm/node-rdkafka", "pkg:npm/%40confluentinc/kafka-javascript"],
      reason: "Kafka on librdkafka",
    },
    { packages: ["pkg:npm/kafka-node"], reason: "Kafka, discontinued" },
    {
      packages: ["pkg:npm/amqplib", "pkg:npm/amqp-connection-manager", "pkg:npm/rascal"],
      reason: "RabbitMQ",
    },
    {
      packages: [
        "pkg:npm/%40aws-sdk/client-sqs",
        "pkg:npm/sqs-consumer",
        "pkg:npm/sqs-producer",
        "pkg:npm/%40aws-sdk/client-sns",
      ],
      reason: "Amazon SQS and SNS",
    },
    { packages: ["pkg:npm/%40google-cloud/pubsub"], reason: "Google Pub/Sub" },
    { packages: ["pkg:npm/%40azure/service-bus"], reason: "Azure Service Bus" },
    { packages: ["pkg:npm/nats", "pkg:npm/%40nats-io/transport-node"], reason: "NATS" },
    { packages: ["pkg:npm/mqtt"], reason: "MQTT" },
    { packages: ["pkg:npm/stompit", "pkg:npm/%40stomp/stompjs"], reason: "STOMP" },
    { packages: ["pkg:gem/bunny"], reason: "RabbitMQ" },
    { packages: ["pkg:gem/march_hare"], reason: "RabbitMQ on JRuby" },
    { packages: ["pkg:gem/ruby-kafka"], reason: "Kafka in Ruby" },
    {
      packages: ["pkg:gem/rdkafka", "pkg:gem/karafka", "pkg:gem/waterdrop", "pkg:gem/racecar"],
      reason: "Kafka on librdkafka",
    },
    { packages: ["pkg:gem/aws-sdk-sqs", "pkg:gem/aws-sdk-sns"], reason: "Amazon SQS and SNS" },
    { packages: ["pkg:gem/google-cloud-pubsub"], reason: "Google Pub/Sub" },
    { packages: ["pkg:gem/stomp"], reason: "STOMP" },
    { packages: ["pkg:gem/nats-pure"], reason: "NATS" },
    { packages: ["pkg:gem/hutch"], reason: "RabbitMQ by convention" },
    { packages: ["pkg:pypi/kafka-python", "pkg:pypi/kafka-python-ng"], reason: "Kafka in Python" },
    { packages: ["pkg:pypi/confluent-kafka"], reason: "Kafka on librdkafka" },
    {
      packages: ["pkg:pypi/aiokafka", "pkg:pypi/faust-streaming"],
      reason: "Kafka with async functions",
    },
    { packages: ["pkg:pypi/pika"], reason: "RabbitMQ" },
    { packages: ["pkg:pypi/aio-pika"], reason: "RabbitMQ with async functions" },
    { packages: ["pkg:pypi/kombu"], reason: "several brokers" },
    { packages: ["pkg:pypi/google-cloud-pubsub"], reason: "Google Pub/Sub" },
    { packages: ["pkg:pypi/azure-servicebus"], reason: "Azure Service Bus" },
    { packages: ["pkg:pypi/nats-py"], reason: "NATS" },
    { packages: ["pkg:pypi/stomp-py"], reason: "STOMP" },
    { packages: ["pkg:pypi/paho-mqtt"], reason: "MQTT" },
    {
      packages: [
        "pkg:maven/org.apache.kafka/kafka-clients",
        "pkg:maven/org.apache.kafka/kafka-streams",
        "pkg:maven/org.springframework.kafka/spring-kafka",
      ],
      reason: "Kafka",
    },
    {
      packages: [
        "pkg:maven/com.rabbitmq/amqp-client",
        "pkg:maven/org.springframework.boot/spring-boot-starter-amqp",
        "pkg:maven/org.springframework.amqp/spring-rabbit",
      ],
      reason: "RabbitMQ",
    },
    {
      packages: [
        "pkg:maven/org.apache.activemq/activemq-client",
        "pkg:maven/org.springframework.boot/spring-boot-starter-activemq",
      ],
      reason: "ActiveMQ",
    },
    {
      packages: [
        "pkg:maven/software.amazon.awssdk/sqs",
        "pkg:maven/com.amazonaws/aws-java-sdk-sqs",
        "pkg:maven/io.awspring.cloud/spring-cloud-aws-starter-sqs",
      ],
      reason: "Amazon SQS",
    },
    { packages: ["pkg:maven/com.google.cloud/google-cloud-pubsub"], reason: "Google Pub/Sub" },
    { packages: ["pkg:maven/com.azure/azure-messaging-servicebus"], reason: "Azure Service Bus" },
    { packages: ["pkg:maven/org.apache.pulsar/pulsar-client"], reason: "Pulsar" },
    { packages: ["pkg:maven/io.nats/jnats"], reason: "NATS" },
    { packages: ["pkg:golang/github.com/segmentio/kafka-go"], reason: "Kafka in Go" },
    {
      packages: ["pkg:golang/github.com/ibm/sarama", "pkg:golang/github.com/shopify/sarama"],
      reason: "Kafka in Go",
    },
    {
      packages: [
        "pkg:golang/github.com/confluentinc/confluent-kafka-go",
        "pkg:golang/github.com/confluentinc/confluent-kafka-go/v2",
      ],
      reason: "Kafka on librdkafka",
    },
    { packages: ["pkg:golang/github.com/twmb/franz-go"], reason: "Kafka in Go" },
    {
      packages: [
        "pkg:golang/github.com/rabbitmq/amqp091-go",
        "pkg:golang/github.com/streadway/amqp",
      ],
      reason: "RabbitMQ",
    },
    { packages: ["pkg:golang/github.com/nats-io/nats.go"], reason: "NATS" },
    {
      packages: [
        "pkg:golang/cloud.google.com/go/pubsub",
        "pkg:golang/cloud.google.com/go/pubsub/v2",
      ],
      reason: "Google Pub/Sub",
    },
    { packages: ["pkg:golang/github.com/aws/aws-sdk-go-v2/service/sqs"], reason: "Amazon SQS" },
    { packages: ["pkg:golang/github.com/eclipse/paho.mqtt.golang"], reason: "MQTT" },
    { packages: ["pkg:golang/github.com/threedotslabs/watermill"], reason: "several brokers" },
  ],
  absent: {},
};
