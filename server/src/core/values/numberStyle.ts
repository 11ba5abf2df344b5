import { ordinalSuffix, spellNumber, spellOrdinal } from '../text/englishNumbers'

/** How a text writes a number: what a new value needs to be written alike. */
interface NumberStyle {
  readonly spelled: boolean
  readonly ordinal: boolean
  /** What separates groups of three digits, "" for none. */
  readonly separator: string
  /** The scale's letters or word as written, with the space before it ("bn", " million"), or "". */
  readonly scale: string
}

/** Notations of the scales, from thousand to trillion; a style stays within its row. */
const notations: readonly (readonly string[])[] = [
  ['thousand', 'million', 'billion', 'trillion'],
  ['k', 'm', 'bn', 'tn'],
  ['K', 'M', 'B', 'T'],
  ['k', 'mn', 'bn', 'trn'],
  ['k', 'm', 'b', 't'],
]
const THOUSAND = 1000
/** Longest run of digits that is still written in full where a draft has no scale word of its own. */
const MILLION = 1e6

const scaleName = /^(.*?)([ \u00a0-]?)(thousand|million|billion|trillion|bn|mn|trn|tn|k|m|b|t|K|M|B|T)$/

/** Reads the style of a number's text, such as "3.5bn", "1,200", "twenty-four", "47th". */
function styleOf(text: string): NumberStyle {
  const match = scaleName.exec(text)
  const scale = match && /\d/.test(match[1]) ? match[2] + match[3] : (match && match[2] !== '' && match[2] + match[3]) || ''
  const spelled = !/\d/.test(text)
  const separator = /\d([,.'’\u00a0\u2009\u202f ])\d{3}(?!\d)/.exec(text)?.[1]
  const isGrouped = separator !== undefined && (separator !== '.' || /\d\.\d{3}\.\d{3}/.test(text))
  const hasNone = /\d{4}/.test(text)
  return {
    spelled,
    ordinal: /(st|nd|rd|th|first|second|third)$/.test(text) && !/thousand$|month$/.test(text),
    separator: isGrouped ? separator : hasNone ? '' : ',',
    scale,
  }
}

/** Digits of a value with just the decimals it needs, at most as many as the step asks for. */
function digits(value: number, step: number, separator: string): string {
  const decimals = step >= 1 || step <= 0 ? 0 : Math.min(6, Math.ceil(-Math.log10(step) - 1e-9))
  const [whole, rest] = Math.abs(value).toFixed(decimals).split('.')
  const grouped = whole.length > 3 ? whole.replace(/\B(?=(\d{3})+$)/g, separator) : whole
  return (value < 0 ? '-' : '') + grouped + (rest === undefined ? '' : `.${rest}`)
}

/** Decimals that a value needs to be exact to its step, cut to three: 4.25 for 4,250,000 in millions. */
function coefficient(value: number, step: number, scale: number): string {
  const finest = Math.max(step / scale, 0.001)
  const text = digits(value / scale, finest, '')
  // the source's own zeros ("3.50 billion") stay only where it wrote them as decimals of this scale
  return step >= scale / 1000 && step < scale && step !== 1 ? text : text.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '')
}

/** A value with a scale in the notation of `scale`, moved up or down where the value is too small or large for it. */
function withScale(value: number, step: number, scale: string, spelled: boolean): string {
  const name = scale.replace(/^[ \u00a0-]/, '')
  const row = notations.find(each => each.includes(name)) ?? notations[0]
  let index = row.indexOf(name)
  const size = (): number => THOUSAND ** (index + 1)
  while (index > 0 && Math.abs(value) < size()) index--
  while (index < row.length - 1 && Math.abs(value) >= size() * THOUSAND) index++
  const space = scale.slice(0, scale.length - name.length)
  const number = value / size()
  if (Math.abs(value) < size()) return spelled && Number.isInteger(value) ? spellNumber(value) : digits(value, step, ',')
  return (
    (spelled && Number.isInteger(number) ? spellNumber(number) : coefficient(value, step, size())) +
    (space || (spelled ? ' ' : '')) +
    row[index]
  )
}

/**
 * Whether a draft that spells its own number would spell this one: up to ten, and where it spells greater ones, below a hundred, whole
 * hundreds, and what lies between hundreds where its own number does.
 */
function isSpellable(value: number, example: number): boolean {
  if (!Number.isInteger(value) || value < 0 || value >= THOUSAND) return false
  if (value <= 10 || example <= 10) return value <= 10
  return value < 100 || value % 100 === 0 || (example > 100 && example % 100 !== 0)
}

/**
 * Writes a value the way a number was written.
 * @param value the value, and `step`, the step of its last digit
 * @param example the number whose style is followed, and `exampleValue`, what it stands for
 */
export function writeNumber(value: number, step: number, example: string, exampleValue: number): string {
  const style = styleOf(example)
  if (style.ordinal)
    return style.spelled && value < THOUSAND ? spellOrdinal(value) : `${digits(value, 1, style.separator)}${ordinalSuffix(value)}`
  if (style.scale !== '') return withScale(value, step, style.scale, style.spelled)
  if (style.spelled && isSpellable(value, exampleValue)) return spellNumber(value)
  const isLong = Math.abs(value) >= MILLION && Math.abs(exampleValue) < MILLION && value % (MILLION / 100) === 0
  return isLong ? withScale(value, step, ' million', false) : digits(value, step, style.separator)
}
