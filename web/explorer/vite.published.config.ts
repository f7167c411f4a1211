import { defineConfig, type Plugin } from "vite";

/** What a published page may load: files of its own folder, nothing from a host. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** A page opened from a disk may load no modules, so all of the program is one plain script after the contents. */
const asPlainScript: Plugin = {
  name: "plain-script",
  transformIndexHtml: {
    order: "post",
    handler: (html) =>
      html
        .replace(
          /<script type="module"[^>]*src="([^"]+)"[^>]*><\/script>/,
          '<script defer src="./contents.js"></script>\n    <script defer src="$1"></script>',
        )
        .replace(/ crossorigin/g, "")
        .replace(
          '<meta charset="utf-8" />',
          `<meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="${POLICY}" />`,
        ),
  },
};

export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  plugins: [asPlainScript],
  build: {
    outDir: "../../dist/published",
    emptyOutDir: true,
    target: "es2022",
    modulePreload: false,
    cssCodeSplit: false,
    rolldownOptions: {
      output: { format: "iife", codeSplitting: false },
      // a plain script has none; nothing asks for it once all is one file
      transform: { define: { "import.meta": "{}" } },
    },
  },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
});
