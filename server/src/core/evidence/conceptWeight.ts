import { commonness } from '../grounding/words/commonness'

/** Size of the imagined corpus of everyday text that word weights begin from, in articles. */
const BACKGROUND = 2000

/** Steps of document frequencies in an octave. */
const STEPS = 8

/**
 * A number of articles in steps of about a tenth. With exact numbers every article that comes or goes would change all weights by a
 * hair, and all that was judged by them would have to be judged again.
 */
function inSteps(articles: number): number {
  const step = 2 ** Math.floor(Math.log2(articles)) / STEPS
  return Math.round(articles / step) * step
}

/**
 * How telling a concept is: inverse document frequency over the sources and everyday text together (K. Spärck Jones 1972).
 * @param frequency the number of articles that have it, of `articles`
 * @returns 0 or more
 */
export const conceptWeight = (concept: number, frequency: number, articles: number): number =>
  Math.max(0, Math.log(inSteps(BACKGROUND + articles + 1) / inSteps(commonness(concept) * BACKGROUND + frequency + 1)))

/** Lists of postings up to this length cost the same. */
const SHORT_LIST = 32

/** What it costs to go through the articles of a concept: their number, in octaves. */
export const searchCost = (frequency: number): number => (frequency === 0 ? 0 : Math.max(SHORT_LIST, 2 ** Math.ceil(Math.log2(frequency))))
