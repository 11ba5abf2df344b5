import { allSteps, eachInSteps, type Steps } from '../../steps'
import { firstPlace } from '../../text/firstPlace'

/** Many texts in one stretch of memory: an object a text would take several times the room and the time to load. */
export interface Texts {
  /** The UTF-16 code units of all texts, one after another; as bytes where all fit. */
  readonly units: Uint8Array | Uint16Array
  /** For each text its first unit, and the number of units at the end. */
  readonly starts: Int32Array
}

/** Number of texts. */
export const textCount = ({ starts }: Texts): number => starts.length - 1

/** The text with a number. */
export function textAt({ units, starts }: Texts, at: number): string {
  // for short texts much faster than one call for all units
  let text = ''
  for (let unit = starts[at]; unit < starts[at + 1]; unit++) text += String.fromCharCode(units[unit])
  return text
}

const isWide = (text: string): boolean => {
  for (let unit = 0; unit < text.length; unit++) if (text.charCodeAt(unit) > 0xff) return true
  return false
}

/** Puts texts together. */
export function* textsInSteps(list: readonly string[]): Steps<Texts> {
  const starts = new Int32Array(list.length + 1)
  let wide = false
  yield* eachInSteps(list, (text, at) => {
    starts[at + 1] = starts[at] + text.length
    wide ||= isWide(text)
  })
  const units = wide ? new Uint16Array(starts[list.length]) : new Uint8Array(starts[list.length])
  yield* eachInSteps(list, (text, at) => {
    for (let unit = 0; unit < text.length; unit++) units[starts[at] + unit] = text.charCodeAt(unit)
  })
  return { units, starts }
}

/** The same at once. */
export const textsOf = (list: readonly string[]): Texts => allSteps(textsInSteps(list))

/** Below 0 where a text comes before another one in the order of code units, above 0 where after it, 0 where they are equal. */
function compareAt({ units, starts }: Texts, at: number, text: string): number {
  const start = starts[at]
  const length = starts[at + 1] - start
  const common = Math.min(length, text.length)
  for (let unit = 0; unit < common; unit++) {
    const difference = units[start + unit] - text.charCodeAt(unit)
    if (difference !== 0) return difference
  }
  return length - text.length
}

/** Number of the first of some ascending texts that does not come before `text`. */
export function placeOfText(texts: Texts, text: string): number {
  return firstPlace(textCount(texts), place => compareAt(texts, place, text) >= 0)
}

/** Number of a text among ascending ones; -1 where it is not among them. */
export function findText(texts: Texts, text: string): number {
  const place = placeOfText(texts, text)
  return place < textCount(texts) && compareAt(texts, place, text) === 0 ? place : -1
}

/** Whether a text begins with `beginning`. */
export function textBegins({ units, starts }: Texts, at: number, beginning: string): boolean {
  const start = starts[at]
  if (starts[at + 1] - start < beginning.length) return false
  for (let unit = 0; unit < beginning.length; unit++) if (units[start + unit] !== beginning.charCodeAt(unit)) return false
  return true
}

/** The order of code units, as everywhere in the index. */
export const byUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** All texts, in order. */
export function* allTexts(texts: Texts): Iterable<string> {
  for (let at = 0; at < textCount(texts); at++) yield textAt(texts, at)
}
