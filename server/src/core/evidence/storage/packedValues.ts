import type { DateMention } from '../../recognize/date'
import type { Figure } from '../../recognize/figure'
import type { Span } from '../../text/span'
import type { ArticleValue } from '../articleAnalysis'
import { pack, unpack, type Packable } from './packing'

// An article has dozens of figures and dates, and a keystroke may unpack several articles. As lists of what their fields hold they are read
// sooner than as objects, which are put together field by field, and V8 takes them for what recognisers make. Spans lie flat among them: a
// list for each would take longer than the rest. `Required` tells where a field that may be left out is not packed.

const spanOf = (start: number | null, end: number | null): Span | null => (start === null || end === null ? null : { start, end })

const listOfFigure = (figure: Figure) =>
  [
    figure.start,
    figure.end,
    figure.text,
    figure.dimension,
    figure.low,
    figure.high,
    figure.second,
    figure.unit,
    figure.bound,
    figure.vague,
    figure.step,
    figure.roundStep,
    figure.noun,
    figure.series,
    figure.per,
    figure.isLapse,
    figure.weak,
    figure.amount.start,
    figure.amount.end,
    figure.number.start,
    figure.number.end,
    figure.lastNumber && figure.lastNumber.start,
    figure.lastNumber && figure.lastNumber.end,
    figure.nounSpan && figure.nounSpan.start,
    figure.nounSpan && figure.nounSpan.end,
  ] as const

type PackedFigure = ReturnType<typeof listOfFigure>

const figureOf = (list: PackedFigure): Required<Figure> => ({
  start: list[0],
  end: list[1],
  text: list[2],
  dimension: list[3],
  low: list[4],
  high: list[5],
  second: list[6],
  unit: list[7],
  bound: list[8],
  vague: list[9],
  step: list[10],
  roundStep: list[11],
  amount: { start: list[17], end: list[18] },
  number: { start: list[19], end: list[20] },
  lastNumber: spanOf(list[21], list[22]),
  noun: list[12],
  nounSpan: spanOf(list[23], list[24]),
  series: list[13],
  per: list[14],
  isLapse: list[15],
  weak: list[16],
})

const listOfDate = (date: DateMention) =>
  [
    date.start,
    date.end,
    date.text,
    date.timex,
    date.granularity,
    date.days && date.days.first,
    date.days && date.days.last,
    date.written,
    date.writtenLast,
    date.relative,
    date.relation,
  ] as const

type PackedDate = ReturnType<typeof listOfDate>

const dateOf = (list: PackedDate): Required<DateMention> => ({
  start: list[0],
  end: list[1],
  text: list[2],
  timex: list[3],
  granularity: list[4],
  days: list[5] === null || list[6] === null ? null : { first: list[5], last: list[6] },
  written: list[7],
  writtenLast: list[8],
  relative: list[9],
  relation: list[10],
})

const listOfValue = ({ value, first, last, sentence, noun, span }: ArticleValue) =>
  [
    value.kind,
    value.kind === 'figure' ? listOfFigure(value.figure) : listOfDate(value.date),
    first,
    last,
    sentence,
    noun,
    span.start,
    span.end,
  ] as const

type PackedValue = ReturnType<typeof listOfValue>

const valueOf = (list: PackedValue): ArticleValue => ({
  value:
    list[0] === 'figure'
      ? { kind: 'figure', figure: figureOf(list[1] as PackedFigure) }
      : { kind: 'date', date: dateOf(list[1] as PackedDate) },
  first: list[2],
  last: list[3],
  sentence: list[4],
  noun: list[5],
  span: { start: list[6], end: list[7] },
})

/** Packs the values of an article; {@link unpackValues} undoes it. */
export const packValues = (values: readonly ArticleValue[]): Uint8Array => pack(values.map(listOfValue) as unknown as Packable)

/** The values that {@link packValues} packed. */
export const unpackValues = (bytes: Uint8Array): ArticleValue[] => (unpack(bytes) as unknown as readonly PackedValue[]).map(valueOf)
