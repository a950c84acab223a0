import type { Job } from "../job.ts";

export const email: Job = {
  id: "email",
  title: "E-mail sending",
  definition: "Sends e-mail and messages to people.",
  countsIn: "production",
  solutions: [
    { packages: ["pkg:npm/nodemailer"], reason: "SMTP" },
    { packages: ["pkg:npm/%40sendgrid/mail", "pkg:npm/sendgrid"], reason: "SendGrid" },
    { packages: ["pkg:npm/postmark"], reason: "Postmark" },
    { packages: ["pkg:npm/mailgun.js", "pkg:npm/mailgun-js"], reason: "Mailgun" },
    {
      packages: ["pkg:npm/%40aws-sdk/client-ses", "pkg:npm/%40aws-sdk/client-sesv2"],
      reason: "Amazon SES",
    },
    { packages: ["pkg:npm/resend"], reason: "Resend" },
    { packages: ["pkg:npm/notifications-node-client"], reason: "Notify" },
    { packages: ["pkg:npm/%40mailchimp/mailchimp_transactional"], reason: "Mailchimp" },
    { packages: ["pkg:gem/mail", "pkg:gem/pony"], reason: "SMTP" },
    { packages: ["pkg:gem/sendgrid-ruby", "pkg:gem/sendgrid-actionmailer"], reason: "SendGrid" },
    { packages: ["pkg:gem/postmark-rails", "pkg:gem/postmark"], reason: "Postmark" },
    { packages: ["pkg:gem/mailgun-ruby"], reason: "Mailgun" },
    {
      packages: [
        "pkg:gem/aws-sdk-ses",
        "pkg:gem/aws-sdk-sesv2",
        "pkg:gem/aws-ses",
        "pkg:gem/aws-actionmailer-ses",
      ],
      reason: "Amazon SES",
    },
    { packages: ["pkg:gem/notifications-ruby-client", "pkg:gem/mail-notify"], reason: "Notify" },
    { packages: ["pkg:gem/sparkpost_rails"], reason: "SparkPost" },
    { packages: ["pkg:gem/MailchimpTransactional", "pkg:gem/mandrill-api"], reason: "Mailchimp" },
    { packages: ["pkg:pypi/sendgrid", "pkg:pypi/django-sendgrid-v5"], reason: "SendGrid" },
    { packages: ["pkg:pypi/django-anymail"], reason: "several services" },
    { packages: ["pkg:pypi/mailgun"], reason: "Mailgun" },
    { packages: ["pkg:pypi/notifications-python-client"], reason: "Notify" },
    { packages: ["pkg:pypi/django-ses"], reason: "Amazon SES" },
    {
      packages: [
        "pkg:pypi/flask-mail",
        "pkg:pypi/fastapi-mail",
        "pkg:pypi/aiosmtplib",
        "pkg:pypi/yagmail",
      ],
      reason: "SMTP",
    },
    { packages: ["pkg:pypi/postmarker"], reason: "Postmark" },
    { packages: ["pkg:pypi/mailjet-rest"], reason: "Mailjet" },
    {
      packages: [
        "pkg:maven/org.springframework.boot/spring-boot-starter-mail",
        "pkg:maven/com.sun.mail/javax.mail",
        "pkg:maven/com.sun.mail/jakarta.mail",
        "pkg:maven/org.eclipse.angus/angus-mail",
      ],
      reason: "SMTP",
    },
    { packages: ["pkg:maven/org.apache.commons/commons-email"], reason: "SMTP, simpler" },
    { packages: ["pkg:maven/org.simplejavamail/simple-java-mail"], reason: "SMTP, simpler" },
    { packages: ["pkg:maven/com.sendgrid/sendgrid-java"], reason: "SendGrid" },
    {
      packages: [
        "pkg:maven/software.amazon.awssdk/ses",
        "pkg:maven/com.amazonaws/aws-java-sdk-ses",
        "pkg:maven/software.amazon.awssdk/sesv2",
      ],
      reason: "Amazon SES",
    },
    { packages: ["pkg:maven/com.mailjet/mailjet-client"], reason: "Mailjet" },
    {
      packages: [
        "pkg:golang/gopkg.in/gomail.v2",
        "pkg:golang/github.com/go-gomail/gomail",
        "pkg:golang/github.com/go-mail/mail",
      ],
      reason: "SMTP",
    },
    { packages: ["pkg:golang/github.com/wneessen/go-mail"], reason: "SMTP" },
    { packages: ["pkg:golang/github.com/jordan-wright/email"], reason: "SMTP" },
    { packages: ["pkg:golang/github.com/sendgrid/sendgrid-go"], reason: "SendGrid" },
    { packages: ["pkg:golang/github.com/mailgun/mailgun-go/v4"], reason: "Mailgun" },
    {
      packages: [
        "pkg:golang/github.com/aws/aws-sdk-go-v2/service/ses",
        "pkg:golang/github.com/aws/aws-sdk-go-v2/service/sesv2",
      ],
      reason: "Amazon SES",
    },
  ],
  absent: {},
};
