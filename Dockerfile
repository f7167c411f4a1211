# Demarche beside a Neo4j of its own; see docs/operate.md.
#   docker build --tag demarche .
#   docker run --read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges --volume demarche-data:/data \
#     --env NEO4J_URI=... --env NEO4J_PASSWORD=... --publish 127.0.0.1:4000:4000 demarche
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN node scripts/build.mjs && npm prune --omit=dev --no-audit --no-fund && rm -f dist/.build.json dist/.tsbuildinfo

FROM node:22-bookworm-slim
ENV NODE_ENV=production \
    DEMARCHE_HOST=0.0.0.0 \
    DEMARCHE_PORT=4000 \
    DEMARCHE_DATA=/data \
    XDG_CACHE_HOME=/data/cache
WORKDIR /app
# Belongs to root: whoever breaks into the process cannot change the program.
COPY --from=build /app/package.json /app/schema.graphql /app/LICENSE /app/NOTICE ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/cypher cypher
COPY --from=build /app/seed seed
COPY --from=build /app/dist dist
# Dumps before an upgrade, and the token of the first start, are all that is written.
RUN install --directory --owner=node --group=node --mode=700 /data
VOLUME /data
USER node
EXPOSE 4000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.DEMARCHE_PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "dist/src/cli/main.js"]
CMD ["serve"]
