import { hashWord } from '../text/vocabulary'
import commonWords from './commonWords.json'
import { conceptOf } from './equivalence'
import { keyedNumbers, numberOf, setNumber } from './keyedNumbers'
import { stemHash } from './stem'
import { functionWords } from './stopwords'

/** How common function words are, in articles of a thousand; `commonWords.json` leaves them out. */
const FUNCTION_WORDS = 900

function readCounts() {
  const counts = keyedNumbers(4096)
  for (const [stem, articles] of Object.entries(commonWords)) {
    const concept = conceptOf(hashWord(stem))
    const known = Math.max(0, numberOf(counts, concept))
    // words of one concept stand in articles as if independently
    setNumber(counts, concept, Math.round(known + articles - (known * articles) / 1000))
  }
  for (const word of functionWords.trim().split(/\s+/)) setNumber(counts, conceptOf(stemHash(word)), FUNCTION_WORDS)
  return counts
}

const perMille = readCounts()

/**
 * How common a concept is in news, for weighing words where the sources are few (K. Spärck Jones, "A statistical interpretation of term
 * specificity", 1972).
 * @param concept as {@link conceptOf} gives it
 * @returns the share of news articles that have it, 0 (rare) to 1
 */
export const commonness = (concept: number): number => Math.max(0, numberOf(perMille, concept)) / 1000
