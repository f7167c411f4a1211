import type { RuleInfo } from "./reading-rule.ts";
import type { Rule } from "./rule.ts";
import { actTarget } from "./rules/act-target.ts";
import { brokenCharacters } from "./rules/broken-characters.ts";
import { brokenCsv } from "./rules/broken-csv.ts";
import { cellType } from "./rules/cell-type.ts";
import { controlCharacter } from "./rules/control-character.ts";
import { coverage } from "./rules/coverage.ts";
import { cycle } from "./rules/cycle.ts";
import { dateBasis } from "./rules/date-basis.ts";
import { dateOrder } from "./rules/date-order.ts";
import { delimiter } from "./rules/delimiter.ts";
import { descriptor } from "./rules/descriptor.ts";
import { duplicateColumn } from "./rules/duplicate-column.ts";
import { duplicateRow } from "./rules/duplicate-row.ts";
import { duplicateSlug } from "./rules/duplicate-slug.ts";
import { duplicateStatement } from "./rules/duplicate-statement.ts";
import { edtfDate } from "./rules/edtf-date.ts";
import { emptyCase } from "./rules/empty-case.ts";
import { encoding } from "./rules/encoding.ts";
import { formerId } from "./rules/former-id.ts";
import { identifier } from "./rules/identifier.ts";
import { impliedActor } from "./rules/implied-actor.ts";
import { joint } from "./rules/joint.ts";
import { linkKind } from "./rules/link-kind.ts";
import { missingActor } from "./rules/missing-actor.ts";
import { missingColumn } from "./rules/missing-column.ts";
import { missingFile } from "./rules/missing-file.ts";
import { missingQuote } from "./rules/missing-quote.ts";
import { missingSource } from "./rules/missing-source.ts";
import { oneCase } from "./rules/one-case.ts";
import { orderAgainstDates } from "./rules/order-against-dates.ts";
import { provisionRole } from "./rules/provision-role.ts";
import { quoteLength } from "./rules/quote-length.ts";
import { quoteShare } from "./rules/quote-share.ts";
import { referenceKind } from "./rules/reference-kind.ts";
import { requiredCell } from "./rules/required-cell.ts";
import { retraction } from "./rules/retraction.ts";
import { sameAs } from "./rules/same-as.ts";
import { selfReference } from "./rules/self-reference.ts";
import { statusEvidence } from "./rules/status-evidence.ts";
import { unknownColumn } from "./rules/unknown-column.ts";
import { unknownFile } from "./rules/unknown-file.ts";
import { unknownReference } from "./rules/unknown-reference.ts";
import { valueRange } from "./rules/value-range.ts";
import { valueWithoutUnit } from "./rules/value-without-unit.ts";
import { whitespace } from "./rules/whitespace.ts";

/** The rules about rows and what they refer to, in the order in which they run. */
export const RULES: readonly Rule[] = [
  oneCase,
  unknownReference,
  referenceKind,
  selfReference,
  cycle,
  actTarget,
  missingSource,
  missingActor,
  impliedActor,
  joint,
  statusEvidence,
  missingQuote,
  quoteLength,
  quoteShare,
  dateOrder,
  dateBasis,
  orderAgainstDates,
  retraction,
  valueWithoutUnit,
  valueRange,
  provisionRole,
  linkKind,
  duplicateRow,
  duplicateStatement,
  coverage,
  identifier,
  sameAs,
  formerId,
  whitespace,
  brokenCharacters,
  emptyCase,
];

/** All rules: those about files, lines and cells, which are checked in reading, then those about rows. */
export const ALL_RULES: readonly RuleInfo[] = [
  encoding,
  brokenCsv,
  delimiter,
  duplicateColumn,
  unknownColumn,
  missingColumn,
  requiredCell,
  cellType,
  controlCharacter,
  edtfDate,
  duplicateSlug,
  missingFile,
  unknownFile,
  descriptor,
  ...RULES,
];
