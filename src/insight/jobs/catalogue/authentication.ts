import type { Job } from "../job.ts";

export const authentication: Job = {
  id: "authentication",
  title: "Authentication and single sign-on",
  definition: "Finds out who is using a program, with passwords or another system's sign-in.",
  countsIn: "production",
  solutions: [
    {
      packages: [
        "pkg:npm/passport",
        "pkg:npm/passport-local",
        "pkg:npm/passport-jwt",
        "pkg:npm/passport-saml",
        "pkg:npm/passport-google-oauth20",
        "pkg:npm/passport-*",
        "pkg:npm/%40nestjs/passport",
      ],
      reason: "Passport",
    },
    { packages: ["pkg:npm/next-auth", "pkg:npm/%40auth/core"], reason: "Auth.js" },
    { packages: ["pkg:npm/openid-client"], reason: "OpenID Connect" },
    {
      packages: [
        "pkg:npm/express-openid-connect",
        "pkg:npm/%40auth0/nextjs-auth0",
        "pkg:npm/%40auth0/auth0-react",
        "pkg:npm/%40auth0/*",
        "pkg:npm/auth0",
      ],
      reason: "Auth0",
    },
    { packages: ["pkg:npm/keycloak-js", "pkg:npm/keycloak-connect"], reason: "Keycloak" },
    {
      packages: ["pkg:npm/oidc-client-ts", "pkg:npm/oidc-client", "pkg:npm/react-oidc-context"],
      reason: "OpenID Connect in the browser",
    },
    {
      packages: [
        "pkg:npm/%40azure/msal-browser",
        "pkg:npm/%40azure/msal-node",
        "pkg:npm/%40azure/msal-react",
      ],
      reason: "Microsoft Entra",
    },
    { packages: ["pkg:npm/%40okta/okta-auth-js", "pkg:npm/%40okta/okta-react"], reason: "Okta" },
    { packages: ["pkg:npm/lucia", "pkg:npm/better-auth"], reason: "sessions in the application" },
    { packages: ["pkg:npm/firebase-admin"], reason: "Firebase" },
    {
      packages: [
        "pkg:gem/devise",
        "pkg:gem/devise_invitable",
        "pkg:gem/devise-encryptable",
        "pkg:gem/devise-jwt",
        "pkg:gem/devise-two-factor",
        "pkg:gem/devise_token_auth",
        "pkg:gem/warden",
      ],
      reason: "Devise",
    },
    { packages: ["pkg:gem/omniauth", "pkg:gem/omniauth-*"], reason: "OmniAuth" },
    { packages: ["pkg:gem/sorcery"], reason: "Sorcery" },
    { packages: ["pkg:gem/authlogic"], reason: "Authlogic" },
    { packages: ["pkg:gem/clearance"], reason: "Clearance" },
    { packages: ["pkg:gem/rodauth", "pkg:gem/rodauth-rails"], reason: "Rodauth" },
    { packages: ["pkg:gem/ruby-saml"], reason: "SAML" },
    { packages: ["pkg:gem/openid_connect"], reason: "OpenID Connect" },
    { packages: ["pkg:gem/oauth2", "pkg:gem/warden-oauth2"], reason: "OAuth client" },
    { packages: ["pkg:pypi/django-allauth"], reason: "Django" },
    { packages: ["pkg:pypi/authlib"], reason: "OAuth and OpenID Connect" },
    {
      packages: [
        "pkg:pypi/social-auth-app-django",
        "pkg:pypi/python-social-auth",
        "pkg:pypi/social-auth-core",
      ],
      reason: "Python Social Auth",
    },
    {
      packages: ["pkg:pypi/flask-login", "pkg:pypi/flask-security", "pkg:pypi/flask-security-too"],
      reason: "Flask",
    },
    { packages: ["pkg:pypi/mozilla-django-oidc"], reason: "OpenID Connect for Django" },
    { packages: ["pkg:pypi/msal", "pkg:pypi/django-auth-adfs"], reason: "Microsoft Entra" },
    {
      packages: [
        "pkg:pypi/djangorestframework-simplejwt",
        "pkg:pypi/djangorestframework-jwt",
        "pkg:pypi/flask-jwt-extended",
      ],
      reason: "tokens",
    },
    {
      packages: [
        "pkg:pypi/requests-oauthlib",
        "pkg:pypi/oauthlib",
        "pkg:pypi/django-oauth-toolkit",
      ],
      reason: "OAuth",
    },
    {
      packages: ["pkg:pypi/python3-saml", "pkg:pypi/pysaml2", "pkg:pypi/djangosaml2"],
      reason: "SAML",
    },
    { packages: ["pkg:pypi/fastapi-users"], reason: "FastAPI" },
    {
      packages: [
        "pkg:maven/org.springframework.boot/spring-boot-starter-security",
        "pkg:maven/org.springframework.security/spring-security-core",
        "pkg:maven/org.springframework.boot/spring-boot-starter-oauth2-client",
        "pkg:maven/org.springframework.boot/spring-boot-starter-oauth2-resource-server",
      ],
      reason: "Spring Security",
    },
    {
      packages: [
        "pkg:maven/org.apache.shiro/shiro-core",
        "pkg:maven/org.apache.shiro/shiro-spring",
      ],
      reason: "Shiro",
    },
    {
      packages: [
        "pkg:maven/org.keycloak/keycloak-spring-boot-starter",
        "pkg:maven/org.keycloak/keycloak-core",
        "pkg:maven/org.keycloak/keycloak-admin-client",
      ],
      reason: "Keycloak",
    },
    {
      packages: ["pkg:maven/org.pac4j/pac4j-core", "pkg:maven/org.pac4j/pac4j-oidc"],
      reason: "pac4j",
    },
    { packages: ["pkg:maven/com.auth0/mvc-auth-commons"], reason: "Auth0" },
    { packages: ["pkg:maven/io.quarkus/quarkus-oidc"], reason: "Quarkus" },
    { packages: ["pkg:maven/com.nimbusds/oauth2-oidc-sdk"], reason: "OpenID Connect" },
    { packages: ["pkg:maven/com.okta.spring/okta-spring-boot-starter"], reason: "Okta" },
    {
      packages: [
        "pkg:golang/github.com/coreos/go-oidc",
        "pkg:golang/github.com/coreos/go-oidc/v3",
        "pkg:golang/golang.org/x/oauth2",
      ],
      reason: "OpenID Connect",
    },
    { packages: ["pkg:golang/github.com/markbates/goth"], reason: "many providers" },
    {
      packages: ["pkg:golang/github.com/zitadel/oidc/v3", "pkg:golang/github.com/zitadel/oidc/v2"],
      reason: "OpenID Connect",
    },
    {
      packages: [
        "pkg:golang/github.com/volatiletech/authboss/v3",
        "pkg:golang/github.com/aarondl/authboss/v3",
      ],
      reason: "sessions in the application",
    },
    { packages: ["pkg:golang/github.com/crewjam/saml"], reason: "SAML" },
  ],
  absent: {},
};
