import type { Dimension, Figure } from '../recognize/figure'
import { differInSign, negated } from './compareFigures'
import { textOf, type Span } from '../text/span'
import { writeNumber } from './numberStyle'

/** Verbs and adverbs that multiply, in the same form for every value. */
const multiples: readonly Record<number, string>[] = [
  { 0.5: 'halved', 2: 'doubled', 3: 'tripled', 4: 'quadrupled', 5: 'quintupled' },
  { 0.5: 'halving', 2: 'doubling', 3: 'tripling', 4: 'quadrupling' },
  { 2: 'double', 3: 'triple', 4: 'quadruple' },
  { 2: 'twice', 3: 'three times', 4: 'four times', 5: 'five times' },
  { 2: 'twofold', 3: 'threefold', 4: 'fourfold', 5: 'fivefold', 10: 'tenfold' },
]

const irregular: Record<string, string> = { foot: 'feet', inch: 'inches', century: 'centuries', penny: 'pence' }
const unchanged = new Set(['percent', 'per cent', 'yen', 'yuan', 'baht', 'rand', 'ringgit', 'stone', 'renminbi', 'hertz'])

function plural(word: string): string {
  if (word.endsWith('s') || unchanged.has(word) || Object.values(irregular).includes(word)) return word
  return irregular[word] ?? `${word}s`
}

function singular(word: string): string {
  const known = Object.entries(irregular).find(([, many]) => many === word)
  if (known) return known[0]
  return word.length > 3 && word.endsWith('s') && !unchanged.has(word) ? word.slice(0, -1) : word
}

/** The words between the number and the figure's end, where its unit stands. */
const unitText = (figure: Figure, text: string): string => text.slice((figure.lastNumber ?? figure.number).end, figure.amount.end)

/** The unit's word in the number that the value asks for, where the value before asked for another; after a hyphen it is singular. */
function agreeing(unit: string, value: number, before: number): string {
  const changes = (value === 1) !== (before === 1) || unit.startsWith('-')
  if (!changes || !/^[ \u00a0-][a-z]{3,}/.test(unit) || unit.includes(' per ') || / old/.test(unit)) return unit
  const inflect = value === 1 || unit.startsWith('-') ? singular : plural
  return unit.replace(/^(.)([a-z]+)/, (_, gap: string, word: string) => gap + inflect(word))
}

/** The source's unit joined as the draft joins its own: "-day" in place of " days". */
function unitInManner(source: Figure, sourceText: string, draft: Figure, draftText: string): string {
  const own = unitText(draft, draftText)
  if (source.unit === draft.unit || source.unit === null) return own
  const theirs = unitText(source, sourceText)
  const word = theirs.replace(/^[ \u00a0-]/, '')
  if (own.startsWith('-')) return `-${singular(word)}`
  return theirs.startsWith('-') ? ` ${word}` : theirs
}

/** What stands before the number: the sign of a currency and the like, without the words that bound it. */
const signText = (figure: Figure, text: string): string => text.slice(figure.amount.start, figure.number.start)

const boundsBefore = (figure: Figure, text: string): string => text.slice(figure.start, figure.amount.start)
const boundsBehind = (figure: Figure, text: string): string => text.slice(figure.amount.end, figure.end)

const isRange = (figure: Figure): boolean => figure.bound === 'range' && !figure.vague

/** The words that bind the new value: the draft's where the source is bound alike, else the source's. */
function bounding(source: Figure, sourceText: string, draft: Figure, draftText: string): readonly [before: string, behind: string] {
  if (isRange(source) || isRange(draft)) return ['', '']
  if (source.bound === draft.bound) return [boundsBefore(draft, draftText), boundsBehind(draft, draftText)]
  return [boundsBefore(source, sourceText).toLowerCase(), boundsBehind(source, sourceText)]
}

const stated = (figure: Figure): number => (figure.low ?? figure.high)!

/** "Twenty" as "twenty"; letters after digits ("3.5M") keep their case. */
const lowered = (text: string): string => (/\d/.test(text) ? text : text.toLowerCase())

/** A fraction is written with two decimals where the draft wants a number. */
const FRACTION_STEP = 0.01

/** A value of the source in the style of one of the draft's numbers. */
const inStyle = (value: number, source: Figure, style: Span, draft: Figure, draftText: string): string =>
  writeNumber(value, source.dimension === 'fraction' ? FRACTION_STEP : source.step, lowered(textOf(draftText, style)), stated(draft))

/** Two numbers in place of the draft's two: a range, score or ratio. */
function writePair(source: Figure, draft: Figure, draftText: string): string {
  const [first, second] = inOrder(source, draft)
  return (
    draftText.slice(draft.start, draft.number.start) +
    inStyle(first, source, draft.number, draft, draftText) +
    draftText.slice(draft.number.end, draft.lastNumber!.start) +
    inStyle(second, source, draft.lastNumber!, draft, draftText) +
    draftText.slice(draft.lastNumber!.end, draft.end)
  )
}

/** The source's two numbers; a score is told from the side that the draft tells it from: where it has a number of it, else where it leads. */
function inOrder(source: Figure, draft: Figure): readonly [number, number] {
  const pair = [source.low!, source.second ?? source.high!] as const
  if (source.dimension !== 'score') return pair
  const turned = [pair[1], pair[0]] as const
  const shared = ([first, second]: readonly [number, number]): number => Number(first === draft.low) + Number(second === draft.second)
  if (shared(pair) !== shared(turned)) return shared(pair) > shared(turned) ? pair : turned
  return Math.sign(pair[0] - pair[1]) === -Math.sign(draft.low! - draft.second!) ? turned : pair
}

/** One number, or the two of a source's range, where the draft has one number. */
function writeAmount(source: Figure, sourceText: string, draft: Figure, draftText: string): string {
  const style = draft.lastNumber ?? draft.number
  const sign = signText(draft, draftText)
  const value = stated(source)
  const unit = unitInManner(source, sourceText, draft, draftText)
  const low = inStyle(value, source, style, draft, draftText)
  if (!isRange(source)) return sign + low + agreeing(unit, value, source.unit === draft.unit ? stated(draft) : value)
  const high = inStyle(source.high!, source, style, draft, draftText)
  const repeated = /^[^\s-]/.test(unit) ? unit : ''
  return `${sign}${low}${repeated} to ${sign}${high}${unit}`
}

const inTwoUnits = new Set<Dimension>(['length', 'mass', 'duration'])

/** Whether a measure is written in two units, "5 feet 3 inches", so that its number alone cannot be replaced. */
const isCompound = (figure: Figure): boolean =>
  inTwoUnits.has(figure.dimension) && figure.lastNumber === null && figure.number.end === figure.amount.end && writesUnit.test(figure.text)

/** What a figure has that says its unit itself, and does not leave it to another: "15" in "nine minutes instead of 15". */
const writesUnit = /\s|\d\s*[a-z'"′″]/i

/** Whether the source's value can take the place of the draft's number, leaving the words around it. */
function isAlike(source: Figure, draft: Figure): boolean {
  if (source.vague || draft.vague || source.dimension !== draft.dimension || isCompound(source) || isCompound(draft)) return false
  if (source.dimension === 'fraction' || source.dimension === 'digits') return false
  if (source.dimension === 'age' && source.unit !== draft.unit) return false
  return (source.second === null) === (draft.second === null)
}

function multipleWord(source: Figure, draft: Figure, draftText: string): string | null {
  if (source.dimension !== 'multiple' || draft.dimension !== 'multiple') return null
  const own = textOf(draftText, draft.amount).toLowerCase()
  const row = multiples.find(each => Object.values(each).includes(own))
  return row?.[stated(source)] ?? null
}

/** The source's own words, small where they would begin a sentence only in the source. */
const ownWords = (source: Figure, sourceText: string): string => {
  const text = textOf(sourceText, source)
  return /^[A-Z][a-z]/.test(text) ? text[0].toLowerCase() + text.slice(1) : text
}

const capitalised = (text: string): string => text[0].toUpperCase() + text.slice(1)

/** Whether the draft's figure begins with a capital only because a sentence begins there. */
const beginsSentence = (draft: Figure, draftText: string): boolean => /^[A-Z][a-z]/.test(textOf(draftText, draft))

/** A minute told as an ordinal in one place and as a length of time in the other: "in the 52nd minute", "on 52 minutes". */
const isMoment = (source: Figure, draft: Figure): boolean =>
  source.dimension === 'ordinal' && draft.dimension === 'duration' && draft.unit === 'min'

const ranking: ReadonlySet<Dimension> = new Set(['ordinal', 'designation'])

/** The last of a row told as an ordinal in one place and the length of the row, or its number, in the other: "the fifth round", "five rounds", "round five". */
const isRow = (source: Figure, draft: Figure): boolean =>
  source.dimension !== draft.dimension && ranking.has(source.dimension) && (ranking.has(draft.dimension) || draft.dimension === 'count')

function replacement(source: Figure, sourceText: string, draft: Figure, draftText: string): string {
  const multiple = multipleWord(source, draft, draftText)
  if (multiple !== null) return multiple
  if (isMoment(source, draft)) return writeAmount({ ...source, dimension: 'duration', unit: draft.unit }, sourceText, draft, draftText)
  if (isRow(source, draft)) return writeAmount({ ...source, dimension: draft.dimension }, sourceText, draft, draftText)
  if (!isAlike(source, draft)) return ownWords(source, sourceText)
  if (draft.lastNumber && source.lastNumber && source.unit === draft.unit) return writePair(source, draft, draftText)
  const [before, behind] = bounding(source, sourceText, draft, draftText)
  return before + writeAmount(source, sourceText, draft, draftText) + behind
}

/**
 * Writes the value of a source's figure in the style of a draft's figure: digits or words, scale, grouping, unit, hyphen and
 * capital as the draft has them; bounding words only where the source bounds its figure.
 * @param source the source's figure, with offsets in `sourceText`
 * @param draft the draft's figure, with offsets in `draftText`
 * @returns the replacement for the draft figure's span
 */
export function writeFigure(source: Figure, sourceText: string, draft: Figure, draftText: string): string {
  const signed = differInSign(source, draft) ? negated(source) : source
  const text = replacement(signed, sourceText, draft, draftText)
  return beginsSentence(draft, draftText) ? capitalised(text) : text
}
