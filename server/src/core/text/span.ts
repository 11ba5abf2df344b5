/** A stretch of text: UTF-16 code units, `start` included, `end` not. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Whether two spans share at least one code unit. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** The text under a span. */
export const textOf = (text: string, span: Span): string => text.slice(span.start, span.end)
