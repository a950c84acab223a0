import type { Job } from "../job.ts";

export const fileUpload: Job = {
  id: "file-upload",
  title: "File upload",
  definition: "Takes files from people and ties them to records.",
  countsIn: "production",
  solutions: [
    { packages: ["pkg:npm/multer", "pkg:npm/multer-s3"], reason: "Express" },
    { packages: ["pkg:npm/formidable"], reason: "streams" },
    { packages: ["pkg:npm/busboy", "pkg:npm/connect-busboy"], reason: "streams" },
    { packages: ["pkg:npm/express-fileupload"], reason: "Express" },
    { packages: ["pkg:npm/%40uppy/core", "pkg:npm/%40uppy/*"], reason: "widget" },
    { packages: ["pkg:npm/tus-js-client", "pkg:npm/%40tus/server"], reason: "resumable" },
    { packages: ["pkg:npm/filepond", "pkg:npm/react-filepond"], reason: "widget" },
    { packages: ["pkg:npm/dropzone", "pkg:npm/react-dropzone"], reason: "widget" },
    {
      packages: [
        "pkg:gem/carrierwave",
        "pkg:gem/carrierwave-mongoid",
        "pkg:gem/carrierwave-i18n",
        "pkg:gem/carrierwave-*",
      ],
      reason: "uploaders as classes",
    },
    { packages: ["pkg:gem/paperclip", "pkg:gem/kt-paperclip"], reason: "attachments of records" },
    { packages: ["pkg:gem/shrine"], reason: "toolkit" },
    { packages: ["pkg:gem/dragonfly"], reason: "processing on demand" },
    { packages: ["pkg:gem/refile"], reason: "Refile, discontinued" },
    {
      packages: ["pkg:gem/active_storage_validations", "pkg:gem/activestorage-validator"],
      reason: "the framework's own attachments",
    },
    { packages: ["pkg:pypi/python-multipart"], reason: "streams" },
    { packages: ["pkg:pypi/django-filer", "pkg:pypi/easy-thumbnails"], reason: "Django" },
    { packages: ["pkg:pypi/flask-uploads", "pkg:pypi/flask-reuploaded"], reason: "Flask" },
    {
      packages: ["pkg:pypi/django-chunked-upload", "pkg:pypi/drf-chunked-upload"],
      reason: "resumable",
    },
    {
      packages: [
        "pkg:maven/commons-fileupload/commons-fileupload",
        "pkg:maven/org.apache.commons/commons-fileupload2-core",
      ],
      reason: "streams",
    },
    { packages: ["pkg:maven/me.desair.tus/tus-java-server"], reason: "resumable" },
    {
      packages: ["pkg:golang/github.com/tus/tusd", "pkg:golang/github.com/tus/tusd/v2"],
      reason: "resumable",
    },
  ],
  absent: {},
};
