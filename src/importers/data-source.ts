import type { ImportRun } from "./importer.ts";

/**
 * Writes the source that stands for the imported files themselves, and gives its slug.
 *
 * @param coverage - COMPLETE where the data claim to hold everything of their kind, so that what is missing was not stated.
 */
export async function writeDataSource(
  { caseSlug, sink, inputs, options }: ImportRun,
  about: { slug: string; title: string; publisher?: string; url?: string; coverage?: "COMPLETE" | "PARTIAL" },
): Promise<string> {
  const { title, publisher = null, url = null, coverage = "PARTIAL" } = about;
  const slug = sink.slugs.claim(about.slug, "source");
  const note = `imported from: ${inputs.map(({ name }) => name).join(", ")}`;
  await sink.write("sources", { slug, title, publisher, url, coverage, kind: "DATASET", note });
  const licence = typeof options.licence === "string" ? options.licence : "As the imported data";
  const caseTitle = typeof options.title === "string" ? options.title : title;
  await sink.write("case", { slug: caseSlug, title: caseTitle, licence, compiledFrom: [slug] });
  return slug;
}
