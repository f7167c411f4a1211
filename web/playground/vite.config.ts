import { defineConfig } from "vite";

/** The playground: one page with its editor and workers, all from our own host. */
export default defineConfig({
  base: "/playground/",
  build: {
    outDir: "../../dist/playground",
    emptyOutDir: true,
    target: "es2022",
    sourcemap: false,
    chunkSizeWarningLimit: 8_000,
    rolldownOptions: {
      // GraphiQL's parts carry React's "use client", which means nothing in a browser.
      onLog: (level, log, handle) => {
        if (log.code !== "MODULE_LEVEL_DIRECTIVE") handle(level, log);
      },
    },
  },
  worker: { format: "es" },
});
