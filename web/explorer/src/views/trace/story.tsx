import type { SourceRef, Statement } from "../../../../../src/questions/statement.ts";
import type { TraceGroup } from "../../../../../src/questions/trace.ts";
import { type Footnotes, footnotes } from "../../models/footnotes.ts";
import { inOrderOfTime } from "../../models/in-order-of-time.ts";
import { nameSource } from "../../models/source-names.ts";
import type { Navigation } from "../../navigation.ts";
import { SourceLink } from "../../parts/evidence.tsx";
import { StatementCard } from "../../parts/statement-card.tsx";
import { texts } from "../../texts.ts";

interface StoryProps {
  readonly groups: readonly TraceGroup[];
  readonly isInTime: boolean;
  readonly navigation: Navigation;
}

/** The statements of a story, by act or in order of time, with numbered sources at the end. */
export function Story({ groups, isInTime, navigation }: StoryProps) {
  const chapters = isInTime ? chaptersOfTime(groups) : groups;
  const notes = footnotes(chapters.flatMap(({ statements }) => statements));
  return (
    <>
      {chapters.map(({ title, statements }) => (
        <section key={title} aria-label={title}>
          <h2>
            {title} <span class="soft small">{statements.length}</span>
          </h2>
          {statements.map((statement) => (
            <StatementCard
              key={statement.id}
              statement={statement}
              navigation={navigation}
              evidence={<NotedEvidence statement={statement} notes={notes} />}
            />
          ))}
        </section>
      ))}
      <NoteList notes={notes} navigation={navigation} />
    </>
  );
}

type Chapter = Pick<TraceGroup, "title" | "statements">;

function chaptersOfTime(groups: readonly TraceGroup[]): readonly Chapter[] {
  const { dated, undated } = inOrderOfTime(groups.flatMap(({ statements }) => statements));
  return [
    { title: texts.trace.story, statements: dated },
    { title: texts.timeline.undated, statements: undated },
  ].filter(({ statements }) => statements.length > 0);
}

interface NotedEvidenceProps {
  readonly statement: Statement;
  readonly notes: Footnotes<SourceRef>;
}

/** What a statement rests on, as numbers of the sources below. */
function NotedEvidence({ statement: { cites, foundIn, isUncited }, notes }: NotedEvidenceProps) {
  const { trace } = texts;
  const parts: readonly (readonly [string, readonly SourceRef[]])[] = [
    [texts.readIn, foundIn.map(({ source }) => source)],
    [trace.citing, cites.filter(({ scope }) => scope === "SENTENCE").map(({ source }) => source)],
    [trace.paragraphCites, cites.filter(({ scope }) => scope === "PARAGRAPH").map(({ source }) => source)],
  ];
  return (
    <p class="soft small">
      {isUncited ? `${trace.noCitation} · ` : ""}
      {parts
        .filter(([, sources]) => sources.length > 0)
        .map(([word, sources], index) => (
          <span key={word}>
            {index === 0 ? "" : " · "}
            {word}{" "}
            {sources.map((source) => (
              <NoteLink key={source.id} number={notes.numberOf(source)} source={source} />
            ))}
          </span>
        ))}
    </p>
  );
}

function NoteLink({ number, source }: { readonly number: number; readonly source: SourceRef }) {
  return (
    <button
      type="button"
      class="plain note-link"
      aria-label={texts.trace.footnote(number)}
      title={nameSource(source)}
      onClick={() => document.getElementById(noteId(number))?.focus()}
    >
      [{number}]
    </button>
  );
}

function NoteList({
  notes,
  navigation,
}: {
  readonly notes: Footnotes<SourceRef>;
  readonly navigation: Navigation;
}) {
  if (notes.sources.length === 0) return null;
  return (
    <section>
      <h2>{texts.trace.footnotes}</h2>
      <ol class="notes small">
        {notes.sources.map((source) => (
          <li key={source.id} id={noteId(notes.numberOf(source))} tabIndex={-1}>
            <SourceLink source={source} says={nameSource(source)} navigation={navigation} />
            {source.listed === false ? <span class="soft"> {texts.unlisted}</span> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

function noteId(number: number): string {
  return `note-${number}`;
}
