import type { DateMention } from '../recognize/date'
import type { Figure } from '../recognize/figure'
import type { Span } from '../text/span'
import type { Value } from './value'
import { writeDate } from './writeDate'
import { writeFigure } from './writeFigure'

const shifted = (span: Span, by: number): Span => ({ start: span.start + by, end: span.end + by })

/** A figure as if its own text were the whole passage. */
function standalone(figure: Figure): Figure {
  const by = -figure.start
  return {
    ...figure,
    ...shifted(figure, by),
    amount: shifted(figure.amount, by),
    number: shifted(figure.number, by),
    lastNumber: figure.lastNumber && shifted(figure.lastNumber, by),
    nounSpan: figure.nounSpan && shifted(figure.nounSpan, by),
  }
}

/**
 * Writes a source's value the way a draft wrote its own.
 * @param draftText the passage that `draft` lies in
 * @returns the replacement for the draft value's span, or null where the two are of different kinds
 */
export function writeValue(source: Value, draft: Value, draftText: string): string | null {
  if (source.kind === 'figure') return draft.kind === 'figure' ? figureText(source.figure, draft.figure, draftText) : null
  return draft.kind === 'date' ? dateText(source.date, draft.date, draftText) : null
}

const figureText = (source: Figure, draft: Figure, draftText: string): string =>
  writeFigure(standalone(source), source.text, draft, draftText)

const dateText = (source: DateMention, draft: DateMention, draftText: string): string => writeDate(source, draft, draftText)
