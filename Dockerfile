# syntax=docker/dockerfile:1
FROM node:22-bookworm-slim AS build
WORKDIR /src
COPY package.json package-lock.json ./
COPY sdk/package.json sdk/
COPY web/package.json web/
RUN npm ci
COPY . .
RUN npm run build && node scripts/sample.mjs

FROM node:22-bookworm-slim AS dependencies
WORKDIR /opt/fulcrum
COPY package.json package-lock.json ./
COPY sdk/package.json sdk/
COPY web/package.json web/
# What runs needs none of the tools that the screens are built with.
RUN npm ci --omit=dev --workspaces=false --ignore-scripts

FROM node:22-bookworm-slim
# git reads repositories, ssh fetches them, tini hands signals on and reaps what git leaves.
RUN apt-get update \
  && apt-get install --yes --no-install-recommends ca-certificates git openssh-client tini \
  && rm -rf /var/lib/apt/lists/* \
  && groupadd --gid 10001 fulcrum \
  && useradd --uid 10001 --gid 10001 --home-dir /data --no-create-home --shell /usr/sbin/nologin fulcrum \
  && install --directory --owner 10001 --group 10001 --mode 0700 /data
COPY --from=dependencies /opt/fulcrum /opt/fulcrum
COPY --from=build /src/dist /opt/fulcrum/dist
COPY --from=build /src/docs /opt/fulcrum/docs
COPY LICENSE README.md THIRD-PARTY.md /opt/fulcrum/
ENV NODE_ENV=production HOME=/data
USER 10001:10001
WORKDIR /data
VOLUME /data
EXPOSE 4711
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4711/healthz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["tini", "--", "node", "/opt/fulcrum/dist/bundle/main.js"]
CMD ["serve", "--host", "0.0.0.0", "--data", "/data"]
