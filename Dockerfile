# The site without a database of its own: compose.yaml puts a Postgres beside it. Without
# DATABASE_URL it starts the embedded one and keeps its data in /data.
FROM node:24-bookworm-slim

ENV NEXT_TELEMETRY_DISABLED=1
WORKDIR /app
RUN chown node:node /app && mkdir /data && chown node:node /data
USER node

COPY --chown=node:node package.json package-lock.json .npmrc ./
RUN npm ci
COPY --chown=node:node . .
# Settings that stand in pages (SITE_NAME and the like) can be given at build; when they differ at
# the start, the site is built anew there. CI: without the 220 MB that make a next build faster.
RUN CI=1 npm run build

ENV DATA_DIR=/data
VOLUME /data
EXPOSE 3000
HEALTHCHECK --start-period=60s --interval=15s --timeout=5s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/readyz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "scripts/run.mjs", "start"]
