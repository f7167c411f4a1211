import { Router } from "express";

const CSS = `:root {
  color-scheme: light dark;
  --ink: light-dark(#1b2330, #e6e9ef);
  --soft: light-dark(#5a6577, #9aa5b8);
  --ground: light-dark(#f6f7f9, #12161d);
  --card: light-dark(#ffffff, #1a202a);
  --line: light-dark(#dfe3ea, #2b3442);
  --accent: light-dark(#1f5f8b, #7cc0ec);
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 17px/1.55 system-ui, sans-serif; }
header { padding: 1rem 1.5rem; border-bottom: 1px solid var(--line); background: var(--card); }
.mark { display: inline-flex; gap: .6rem; align-items: center; font-weight: 650; color: inherit; text-decoration: none; }
main { max-width: 58rem; margin: 0 auto; padding: 2.5rem 1.5rem 4rem; }
h1 { font-size: clamp(1.6rem, 4vw, 2.3rem); line-height: 1.2; margin: 0 0 1rem; text-wrap: balance; }
h2 { font-size: 1.2rem; margin: 0 0 .4rem; }
p { margin: 0 0 1.2rem; max-width: 46rem; }
a { color: var(--accent); text-underline-offset: .2em; }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
ul { list-style: none; margin: 0; padding: 0; }
.links { display: flex; flex-wrap: wrap; gap: .4rem 1.6rem; margin-bottom: 1.6rem; }
.hint { color: var(--soft); font-size: .9rem; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 1.4rem 1.5rem; margin-bottom: 1.2rem; }
.card .links { margin: 0; padding-top: 1rem; border-top: 1px solid var(--line); }
.facts { display: flex; flex-wrap: wrap; gap: .4rem; margin-bottom: 1.2rem; }
.facts li { border: 1px solid var(--line); border-radius: 99px; padding: .1rem .7rem; font-size: .88rem; color: var(--soft); }
`;

const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><g fill="none" stroke="#2f7fb5" stroke-width="2.6" stroke-linecap="round"><path d="M8 9 22 16M8 23l14-7"/></g><circle cx="7" cy="8.5" r="4.5" fill="#d9822b"/><circle cx="7" cy="23.5" r="4.5" fill="#2f7fb5"/><circle cx="24" cy="16" r="5" fill="#2a9d74"/></svg>
`;

/** Serves the style and the icon of the plain pages. */
export function routePageAssets(): Router {
  const router = Router();
  router.get("/page.css", (_request, response) => {
    response.type("css").set("Cache-Control", "public, max-age=3600").send(CSS);
  });
  router.get("/icon.svg", (_request, response) => {
    response.type("svg").set("Cache-Control", "public, max-age=3600").send(ICON);
  });
  return router;
}
