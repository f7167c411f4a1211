import type { AnswerNotes as Notes, PageNotes } from "../../../../src/questions/filters.ts";
import { texts } from "../texts.ts";

interface AnswerNotesProps {
  readonly notes: Notes;
  /** Where the answer is a page of more. */
  readonly page?: { readonly shown: number; readonly pageInfo: PageNotes };
}

/** Says what an answer left out, whether there is more, and why it is empty. */
export function AnswerNotes({ notes: { leftOut, emptyBecause }, page }: AnswerNotesProps) {
  const counted = leftOut.filter(({ count }) => count > 0);
  return (
    <>
      {emptyBecause ? <p class="notice">{texts.emptyBecause[emptyBecause]}</p> : null}
      {page?.pageInfo.hasNextPage ? (
        <p class="notice">{texts.firstOf(page.shown, page.pageInfo.totalCount)}</p>
      ) : null}
      {counted.length === 0 ? null : (
        <p class="soft small">
          {texts.leftOut} {counted.map(({ reason, count }) => texts.leftOutReason(reason, count)).join(", ")}.
        </p>
      )}
    </>
  );
}
