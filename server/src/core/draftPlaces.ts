import type { Draft } from './service'
import { overlaps, type Span } from './text/span'

/** Whether an offset lies in a span, its end included: a caret right after a word is still at it. */
export const holds = ({ start, end }: Span, offset: number): boolean => start <= offset && offset <= end

/** Index of the block at an offset, its end included; -1 between blocks. */
export const blockAt = ({ blocks }: Draft, offset: number): number => blocks.findIndex(({ span }) => holds(span, offset))

/** Whether directives take a span of the draft out of judgement. */
export const isIgnored = (ignored: readonly Span[], span: Span): boolean => ignored.some(each => overlaps(each, span))

/** Order in the text. */
export const byPlace = (a: { readonly span: Span }, b: { readonly span: Span }): number => a.span.start - b.span.start
