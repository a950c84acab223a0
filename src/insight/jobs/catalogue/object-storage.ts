import type { Job } from "../job.ts";

export const objectStorage: Job = {
  id: "object-storage",
  title: "Object storage client",
  definition: "Keeps files in a store outside the program.",
  countsIn: "production",
  solutions: [
    {
      packages: [
        "pkg:npm/%40aws-sdk/client-s3",
        "pkg:npm/%40aws-sdk/lib-storage",
        "pkg:npm/%40aws-sdk/s3-request-presigner",
      ],
      reason: "Amazon S3",
    },
    { packages: ["pkg:npm/%40google-cloud/storage"], reason: "Google Cloud Storage" },
    { packages: ["pkg:npm/%40azure/storage-blob"], reason: "Azure Blob Storage" },
    { packages: ["pkg:npm/minio"], reason: "MinIO" },
    { packages: ["pkg:npm/cloudinary"], reason: "Cloudinary" },
    { packages: ["pkg:gem/aws-sdk-s3"], reason: "Amazon S3" },
    {
      packages: ["pkg:gem/fog-aws", "pkg:gem/fog", "pkg:gem/fog-core"],
      reason: "one interface, several stores",
    },
    { packages: ["pkg:gem/google-cloud-storage"], reason: "Google Cloud Storage" },
    {
      packages: ["pkg:gem/azure-storage-blob", "pkg:gem/azure-blob"],
      reason: "Azure Blob Storage",
    },
    { packages: ["pkg:gem/cloudinary"], reason: "Cloudinary" },
    { packages: ["pkg:gem/right_aws", "pkg:gem/aws-s3"], reason: "Amazon S3, discontinued" },
    { packages: ["pkg:pypi/django-storages"], reason: "one interface, several stores" },
    {
      packages: ["pkg:pypi/s3fs", "pkg:pypi/s3transfer", "pkg:pypi/aioboto3"],
      reason: "Amazon S3",
    },
    {
      packages: ["pkg:pypi/google-cloud-storage", "pkg:pypi/gcsfs"],
      reason: "Google Cloud Storage",
    },
    { packages: ["pkg:pypi/azure-storage-blob", "pkg:pypi/adlfs"], reason: "Azure Blob Storage" },
    { packages: ["pkg:pypi/minio"], reason: "MinIO" },
    { packages: ["pkg:pypi/smart-open"], reason: "one interface, several stores" },
    { packages: ["pkg:pypi/apache-libcloud"], reason: "one interface, several stores" },
    {
      packages: [
        "pkg:maven/software.amazon.awssdk/s3",
        "pkg:maven/com.amazonaws/aws-java-sdk-s3",
        "pkg:maven/io.awspring.cloud/spring-cloud-aws-starter-s3",
      ],
      reason: "Amazon S3",
    },
    {
      packages: ["pkg:maven/com.google.cloud/google-cloud-storage"],
      reason: "Google Cloud Storage",
    },
    { packages: ["pkg:maven/com.azure/azure-storage-blob"], reason: "Azure Blob Storage" },
    { packages: ["pkg:maven/io.minio/minio"], reason: "MinIO" },
    {
      packages: ["pkg:maven/org.apache.jclouds/jclouds-blobstore"],
      reason: "one interface, several stores",
    },
    {
      packages: [
        "pkg:golang/github.com/aws/aws-sdk-go-v2/service/s3",
        "pkg:golang/github.com/aws/aws-sdk-go-v2/feature/s3/manager",
      ],
      reason: "Amazon S3",
    },
    { packages: ["pkg:golang/cloud.google.com/go/storage"], reason: "Google Cloud Storage" },
    {
      packages: ["pkg:golang/github.com/azure/azure-sdk-for-go/sdk/storage/azblob"],
      reason: "Azure Blob Storage",
    },
    {
      packages: ["pkg:golang/github.com/minio/minio-go", "pkg:golang/github.com/minio/minio-go/v7"],
      reason: "MinIO",
    },
    {
      packages: ["pkg:golang/gocloud.dev", "pkg:golang/github.com/graymeta/stow"],
      reason: "one interface, several stores",
    },
  ],
  absent: {},
};
