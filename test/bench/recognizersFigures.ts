// Scores figures against the test cases of a public recogniser (Recognizers-Text): right in span and value.
//
//   node dist/test/bench/recognizersFigures.js [--data DIR] [--errors]
import type { Figure } from '../../server/src/core/recognize/figure'
import { recognizeFigures } from '../../server/src/core/recognize/figures/recognizeFigures'
import { readPassage } from '../../server/src/core/text/passage'
import { overlaps, type Span } from '../../server/src/core/text/span'
import { print, readRows, Tally } from './dateCases'

interface GoldSpan {
  readonly Text: string
  readonly Start: number
  /** The last code unit, not the one behind it. */
  readonly End: number
  readonly TypeName?: string
  readonly Resolution?: { readonly value?: string | null; readonly unit?: string }
}

interface Row {
  readonly model: string
  readonly text: string
  readonly spans_raw: readonly GoldSpan[]
}

const showErrors = process.argv.includes('--errors')

const kinds: Record<string, string> = {
  NumberModel: 'number',
  OrdinalModel: 'ordinal',
  PercentModel: 'percentage',
  NumberRangeModel: 'number range or bound',
  CurrencyModel: 'currency',
  DimensionModel: 'dimension',
  AgeModel: 'age',
  TemperatureModel: 'temperature',
}

const figuresIn = (text: string): Figure[] => {
  const { tokens, sentences } = readPassage(text)
  return recognizeFigures(tokens, sentences, [])
}

/** Why a row is not one of a written report, or null. */
function leftOutRow({ model, text }: Row): string | null {
  if (/Experimental|PercentMode|Suppress/.test(model)) return 'the same texts in another mode'
  if (/\d\s*[eE][+-]?\d|\^/.test(text)) return 'mathematical notation (1e10, 2^3)'
  if (model === 'NumberModel' && /\d+\.\d+\.\d+\.\d|\+1-|\d\/\d+\/\d|SCP/.test(text))
    return 'addresses, telephone numbers, dates and codes: no figures here'

  if (
    model === 'NumberModel' &&
    /\bover\b|(?:ty|hundred|thousand)(?: and)?[ -](?:first|fifth|trillionth)s?\b|hundredths|llionths?\b/.test(text)
  )
    return 'arithmetic read aloud ("ninety-five hundred fifths", "one over three")'
  if (
    model === 'NumberRangeModel' &&
    /equal|find |[<>]|smaller than|\bbelow\b.*\band\b|\band\b.*\bbelow\b|records|lower than|at most.*and at least|less than 10/i.test(text)
  )
    return 'search conditions ("greater than 10 and less than 20")'
  return null
}

/** Why a labelled span is not scored, or null. */
function leftOutSpan({ model }: Row, span: GoldSpan): string | null {
  const value = span.Resolution?.value
  if (span.TypeName === 'ordinal.relative') return 'relative order ("last but one")'
  if (value === null || value === undefined) return 'a unit without a number'
  if (model === 'DimensionModel' && /Turn|Radian|per m/.test(span.Resolution?.unit ?? ''))
    return 'units of the set that no report uses (radians, turns)'
  if (
    model === 'CurrencyModel' &&
    /^m[a-z]{3} |m[a-z]{3}$|\d \w+ \d+$|dollars? (and )?\w+ ?\w*$|and fifty|mao/.test(span.Text) &&
    !/dollars?$/.test(span.Text)
  )
    return 'amounts as spoken or abbreviated by banks ("15 dollars 50", "30 MUSD")'
  return null
}

/** The unit symbol of a unit's English name, by way of a figure that counts a million of it. */
function symbolOf(name: string, model: string): string | null {
  if (model === 'TemperatureModel') return name === 'Degree' ? '°' : `°${name}`
  if (model === 'AgeModel' && name === 'Age') return 'year'
  return figuresIn(`1 million ${name.toLowerCase()}`)[0]?.unit ?? null
}

/** Whether units are the same, where the set makes no difference between the pound's names or between tons. */
const sameUnit = (ours: string | null, theirs: string | null): boolean =>
  ours === theirs || (ours === 't' && theirs === 'ton') || (ours === 'lb' && theirs === 'GBP')

const near = (a: number | null, b: number): boolean => a !== null && Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b)) * 1e-3

function rightValue(figure: Figure, { model }: Row, span: GoldSpan): boolean {
  const gold = span.Resolution!.value!
  if (model === 'NumberRangeModel') return rightInterval(figure, gold)
  const quotient = figure.dimension === 'ratio' ? figure.low! / figure.second! : null
  const value = Number.parseFloat(gold)
  const stated = figure.low ?? figure.high
  if (!near(stated, value) && !near(figure.high, value) && !near(quotient, value)) return false
  const unit = span.Resolution!.unit
  return unit === undefined || sameUnit(figure.unit, symbolOf(unit, model))
}

/** "(20,35]", "[30,)": whether the figure leaves the same ends open and has the same values at the others. */
function rightInterval(figure: Figure, interval: string): boolean {
  const [low, high] = interval.slice(1, -1).split(',')
  const agrees = (end: string, ours: number | null): boolean => (end === '' ? ours === null : near(ours, Number(end)))
  return agrees(low, figure.low) && agrees(high, figure.high)
}

const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

/** Whether a figure covers what is labelled, and what is labelled covers its number. */
const rightSpan = (figure: Figure, gold: Span, row: Row): boolean =>
  (contains(gold, figure.number) || (figure.bound === 'range' && row.model !== 'NumberRangeModel')) &&
  (contains(figure, gold) || row.model === 'NumberRangeModel')

const tally = new Tally()
for (const row of readRows<Row>('recognizers.jsonl')) {
  const kind = kinds[row.model]
  if (row.model.startsWith('DateTimeModel')) continue
  const why = kind === undefined ? (leftOutRow(row) ?? 'another model') : leftOutRow(row)
  if (why) {
    tally.leaveOut(why)
    continue
  }
  const found = figuresIn(row.text)
  if (row.spans_raw.length === 0) {
    // the set's models each see their own kind alone: only a figure of the kind is wrong
    const wrong = found.filter(
      figure =>
        figure.dimension ===
        { NumberModel: 'count', PercentModel: 'percent', CurrencyModel: 'money', AgeModel: 'age', TemperatureModel: 'temperature' }[
          row.model as never
        ],
    )
    tally.count('nothing to find', wrong.length === 0)
    if (showErrors && wrong.length > 0) print(`EXTRA [${kind}]`, row.text.slice(0, 150), '|', wrong.map(each => each.text).join(', '))
  }
  for (const span of row.spans_raw) {
    const reason = leftOutSpan(row, span)
    if (reason) {
      tally.leaveOut(reason)
      continue
    }
    const gold = { start: span.Start, end: span.End + 1 }
    const hits = found.filter(figure => overlaps(figure, gold))
    const right = hits.some(figure => rightSpan(figure, gold, row) && rightValue(figure, row, span))
    tally.count(kind, right)
    if (showErrors && !right) {
      const got = hits.map(hit => `${hit.text}=${hit.low}..${hit.high} ${hit.unit} ${hit.dimension}`).join(', ')
      print(
        `WRONG [${kind}]`,
        row.text.slice(Math.max(0, span.Start - 60), span.End + 60),
        '|',
        span.Text,
        '|',
        span.Resolution!.value,
        span.Resolution!.unit ?? '',
        '| got',
        got,
      )
    }
  }
}
tally.print('Recognizers-Text, models of figures')
