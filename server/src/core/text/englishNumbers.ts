/** Numbers in English words, as newspapers write them. */

const small = `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
  nineteen`.split(/\s+/)
const tens = ' ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const ordinals: Record<string, string> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
}

/** A whole number from 0 to 999 in words: "twenty-four", "three hundred and five". */
export function spellNumber(value: number): string {
  if (value < 20) return small[value]
  if (value < 100) return tens[Math.floor(value / 10)] + (value % 10 ? `-${small[value % 10]}` : '')
  const rest = value % 100
  return `${small[Math.floor(value / 100)]} hundred${rest ? ` and ${spellNumber(rest)}` : ''}`
}

/** The ordinal of a whole number from 1 to 999 in words: "twenty-fourth". */
export function spellOrdinal(value: number): string {
  return spellNumber(value).replace(/[a-z]+$/, last => ordinals[last] ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`))
}

/** The letters that make an ordinal of digits: "st" of 21st, "th" of 11th. */
export function ordinalSuffix(value: number): string {
  const teens = value % 100 > 10 && value % 100 < 14
  return (!teens && ['th', 'st', 'nd', 'rd'][value % 10]) || 'th'
}

/** The numbers from 1 to 90 that English has one word for. */
const oneWordNumbers = [...Array.from({ length: 20 }, (_, at) => at + 1), 30, 40, 50, 60, 70, 80, 90]

const wordsFor = (spell: (value: number) => string): Record<string, number> =>
  Object.fromEntries(oneWordNumbers.map(value => [spell(value), value]))

/** The single words for numbers, "one" to "ninety", with what they say. */
export const cardinalWords = wordsFor(spellNumber)

/** The single words for ranks, "first" to "ninetieth", with what they say. */
export const ordinalWords = wordsFor(spellOrdinal)
