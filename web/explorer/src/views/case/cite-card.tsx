import type { CaseAnswer, CaseSource } from "../../../../../src/questions/cases.ts";
import { nameAuthors } from "../../models/source-names.ts";
import { CopyButton } from "../../parts/copy-button.tsx";
import { texts } from "../../texts.ts";

type About = CaseAnswer["cases"][number];

/** How the case is cited, and under which licence its tables may be used. */
export function CiteCard({ about }: { readonly about: About }) {
  const citation = texts.case.citation({
    title: about.title,
    documents: about.compiledFrom.map(nameDocument),
    licence: about.licence,
    version: window.demarchePublished?.version ?? "",
  });
  return (
    <section class="card">
      <h2>{texts.case.cite}</h2>
      <p class="small">{citation}</p>
      <p>
        <CopyButton says={texts.case.copy} write={() => citation} />
      </p>
      <p class="soft small">{texts.licence(about.licence)}</p>
    </section>
  );
}

function nameDocument({ author, publisher, title, date }: CaseSource): string {
  const who = [...new Set([nameAuthors(author ?? []), publisher])].filter(Boolean).join(", ");
  return [who, title && `“${title}”`, date].filter(Boolean).join(", ");
}
