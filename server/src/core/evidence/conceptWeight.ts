import { commonness } from '../words/commonness'

/** Size of the imagined corpus of everyday text that word weights begin from, in articles. */
const BACKGROUND = 2000

/** Document frequencies are told apart to an eighth of an octave: so many bits are kept of them after the first. */
const BITS = 3

/**
 * A number of articles in steps of about a tenth. With exact numbers every article that comes or goes would change all weights by a
 * hair, and all that was judged by them would have to be judged again.
 * @param articles a whole number of 1 or more
 */
function inSteps(articles: number): number {
  const dropped = Math.max(0, 31 - Math.clz32(articles) - BITS)
  return ((articles + ((1 << dropped) >> 1)) >> dropped) << dropped
}

/** The frequency of a concept in the sources and everyday text together, in steps. */
const frequencyInSteps = (concept: number, frequency: number): number => inSteps(commonness(concept) * BACKGROUND + frequency + 1)

/**
 * How telling a concept is: inverse document frequency over the sources and everyday text together (K. Spärck Jones 1972).
 * @param frequency the number of articles that have it, of `articles`
 * @returns 0 or more
 */
export const conceptWeight = (concept: number, frequency: number, articles: number): number =>
  Math.max(0, Math.log(inSteps(BACKGROUND + articles + 1) / frequencyInSteps(concept, frequency)))

/** Lists of postings up to this length cost the same. */
const SHORT_LIST = 32

/** What it costs to go through the articles of a concept: their number, in octaves. */
export const searchCost = (frequency: number): number => (frequency === 0 ? 0 : Math.max(SHORT_LIST, 1 << (32 - Math.clz32(frequency - 1))))

/** Whether a concept weighs, and costs to search, the same with one frequency as with another. */
export function weighsAlike(concept: number, frequency: number, other: number, articles: number): boolean {
  if (searchCost(frequency) !== searchCost(other)) return false
  const steps = frequencyInSteps(concept, frequency)
  const otherSteps = frequencyInSteps(concept, other)
  if (steps === otherSteps) return true
  const all = inSteps(BACKGROUND + articles + 1)
  return steps >= all && otherSteps >= all
}
