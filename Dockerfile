# Everything that is needed to build, with the packages in a layer of their own: they change less often than the product.
FROM node:22-bookworm-slim AS build
WORKDIR /kindling
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev
COPY app ./app
COPY components ./components
COPY db ./db
COPY lib ./lib
COPY public ./public
COPY next.config.ts postcss.config.mjs tsconfig.json proxy.ts instrumentation.ts instrumentation.node.ts ./
# By the product's own builder, whose stamp tells the start that nothing is left to build.
RUN node -e "import('./lib/operate/start/build.mjs').then(({ build }) => build())"

FROM node:22-bookworm-slim
ENV NODE_ENV=production
# Inside a container the address of the machine is the container's own; who reaches it is the network's affair.
ENV HOST=0.0.0.0
ENV PORT=3000
ENV DATA_DIR=/var/lib/kindling-data
WORKDIR /kindling
COPY --from=build --chown=node:node /kindling ./
# Made here, so that a new volume is the user's and not root's.
RUN mkdir -p /var/lib/kindling-data && chown node:node /var/lib/kindling-data
USER node
VOLUME /var/lib/kindling-data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://localhost:${process.env.PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Without the demo: an empty database gets a founding code, printed in the log.
CMD ["node", "lib/operate/up.mjs", "--empty"]
