import { defineConfig } from "vite";

export default defineConfig({
  root: import.meta.dirname,
  // relative addresses, so that a published folder opens from anywhere, also from a disk
  base: "./",
  build: { outDir: "../../dist/web", emptyOutDir: true, target: "es2022", modulePreload: false },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
});
