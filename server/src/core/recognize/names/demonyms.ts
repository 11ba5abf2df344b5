import { WordClass, knownName, wordClass } from './lexicon'
import { nameKey } from './nameKey'
import { countries } from './words/places'

/** Adjectives of place that have less than {@link SHARED} letters in common with their country, or more with another. */
const irregular: ReadonlyMap<string, string> = new Map([
  ['american', 'united states'],
  ['british', 'united kingdom'],
  ['dutch', 'netherlands'],
  ['french', 'france'],
  ['spanish', 'spain'],
  ['polish', 'poland'],
  ['irish', 'ireland'],
  ['danish', 'denmark'],
  ['finnish', 'finland'],
  ['turkish', 'turkey'],
  ['swiss', 'switzerland'],
  ['swedish', 'sweden'],
  ['thai', 'thailand'],
  ['lao', 'laos'],
  ['laotian', 'laos'],
  ['welsh', 'wales'],
  ['scottish', 'scotland'],
  ['english', 'england'],
  ['filipino', 'philippines'],
  ['philippine', 'philippines'],
  ['burmese', 'myanmar'],
  ['czech', 'czech republic'],
  ['greek', 'greece'],
  ['iraqi', 'iraq'],
  ['omani', 'oman'],
  ['cuban', 'cuba'],
  ['malian', 'mali'],
  ['iranian', 'iran'],
  ['indian', 'india'],
  ['emirati', 'united arab emirates'],
  ['saudi', 'saudi arabia'],
])

/** Letters that an adjective of place shares at least with its country: "chinese", "china". */
const SHARED = 4

const countryKeys = countries
  .trim()
  .split('\n')
  .map(line => nameKey(line.split('=')[0]))

/** The number of letters that two words begin with alike. */
function sharedLetters(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return at
}

const countrySet = new Set(countryKeys)

/** The country that has most letters of an adjective at its beginning. */
function countryLike(adjective: string): string | null {
  let best: string | null = null
  let most = SHARED - 1
  for (const country of countryKeys) {
    const shared = sharedLetters(country, adjective)
    if (shared > most) [best, most] = [country, shared]
  }
  return best
}

/**
 * The place that a word of a role stands for, by the key of its name: one and the same for "US" and "American".
 * @param word in any case
 * @returns null for a word that is no place and no adjective of one
 */
export function placeMeant(word: string): string | null {
  const key = nameKey(word)
  const country = irregular.get(key)
  if (country !== undefined) return country
  const known = knownName(key)
  if (known?.kind === 'place') return nameKey(known.name)
  return (wordClass(key) & WordClass.nationality) !== 0 ? countryLike(key) : null
}

/** The country that a word of a role stands for: {@link placeMeant} without towns and regions. */
export function countryMeant(word: string): string | null {
  const place = placeMeant(word)
  return place !== null && countrySet.has(place) ? place : null
}
