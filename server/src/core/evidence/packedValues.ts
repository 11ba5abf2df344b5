import type { DateMention } from '../recognize/date'
import type { Figure } from '../recognize/figure'
import type { Span } from '../text/span'
import type { ArticleValue } from './articleAnalysis'
import { pack, unpack, type Packable } from './packing'

// An article has dozens of figures and dates, and a keystroke may unpack several articles. As lists of what their fields hold they are read
// sooner than as objects, which are put together field by field, and V8 takes them for what recognisers make. `Required` tells where a
// field that may be left out is not packed.

const listOfSpan = ({ start, end }: Span) => [start, end] as const
const spanOf = (list: ReturnType<typeof listOfSpan>): Span => ({ start: list[0], end: list[1] })

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
    listOfSpan(figure.amount),
    listOfSpan(figure.number),
    figure.lastNumber && listOfSpan(figure.lastNumber),
    figure.noun,
    figure.nounSpan && listOfSpan(figure.nounSpan),
    figure.series,
    figure.per,
    figure.isLapse,
    figure.weak,
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
  amount: spanOf(list[12]),
  number: spanOf(list[13]),
  lastNumber: list[14] && spanOf(list[14]),
  noun: list[15],
  nounSpan: list[16] && spanOf(list[16]),
  series: list[17],
  per: list[18],
  isLapse: list[19],
  weak: list[20],
})

const listOfDate = (date: DateMention) =>
  [
    date.start,
    date.end,
    date.text,
    date.timex,
    date.granularity,
    date.days && ([date.days.first, date.days.last] as const),
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
  days: list[5] && { first: list[5][0], last: list[5][1] },
  written: list[6],
  writtenLast: list[7],
  relative: list[8],
  relation: list[9],
})

const listOfValue = ({ value, first, last, sentence, noun, span }: ArticleValue) =>
  [
    value.kind,
    value.kind === 'figure' ? listOfFigure(value.figure) : listOfDate(value.date),
    first,
    last,
    sentence,
    noun,
    listOfSpan(span),
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
  span: spanOf(list[6]),
})

/** Packs the values of an article; {@link unpackValues} undoes it. */
export const packValues = (values: readonly ArticleValue[]): Uint8Array => pack(values.map(listOfValue) as unknown as Packable)

/** The values that {@link packValues} packed. */
export const unpackValues = (bytes: Uint8Array): ArticleValue[] => (unpack(bytes) as unknown as readonly PackedValue[]).map(valueOf)
