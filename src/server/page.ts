/** A part of a plain page. */
export type PagePart =
  | { readonly heading: string }
  | { readonly text: string }
  | { readonly links: readonly PageLink[] }
  | { readonly card: PageCard };

export interface PageLink {
  readonly to: string;
  readonly text: string;
  readonly hint?: string;
}

export interface PageCard {
  readonly title: string;
  readonly text: string;
  readonly facts: readonly string[];
  readonly links: readonly PageLink[];
}

/** Renders a plain page that needs no script; every text is escaped. */
export function renderPage({
  title,
  body,
}: {
  readonly title: string;
  readonly body: readonly PagePart[];
}): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)} · Demarche</title>
<link rel="stylesheet" href="/page.css">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
</head>
<body>
<header><a class="mark" href="/"><img src="/icon.svg" alt="" width="28" height="28">Demarche</a></header>
<main>
${body.map(renderPart).join("\n")}
</main>
</body>
</html>
`;
}

function renderPart(part: PagePart): string {
  if ("heading" in part) return `<h1>${escapeHtml(part.heading)}</h1>`;
  if ("text" in part) return `<p>${escapeHtml(part.text)}</p>`;
  if ("links" in part) return renderLinks(part.links);
  return renderCard(part.card);
}

function renderCard({ title, text, facts, links }: PageCard): string {
  const items = facts.map((fact) => `<li>${escapeHtml(fact)}</li>`).join("");
  return `<section class="card"><h2>${escapeHtml(title)}</h2><p>${escapeHtml(text)}</p><ul class="facts">${items}</ul>${renderLinks(links)}</section>`;
}

function renderLinks(links: readonly PageLink[]): string {
  return `<ul class="links">${links.map(renderLink).join("")}</ul>`;
}

function renderLink({ to, text, hint }: PageLink): string {
  const after = hint === undefined ? "" : ` <span class="hint">${escapeHtml(hint)}</span>`;
  return `<li><a href="${escapeHtml(to)}">${escapeHtml(text)}</a>${after}</li>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
