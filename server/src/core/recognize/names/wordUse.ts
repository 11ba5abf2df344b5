import type { Passage } from '../../text/passage'
import { signSet } from '../../text/characters'
import type { Sentence } from '../../text/sentences'
import { Gap, LetterCase, TokenKind, type Tokens } from '../../text/tokens'
import { WordClass, classOf } from './lexicon'

/** How sentences are capitalised: as prose, as a headline in title case, or all in capitals. */
export type Casing = 'sentence' | 'title' | 'capitals'

/** How a document writes its words: asked by the hash of a word. */
export interface WordUse {
  /** Times the word is written small. */
  lower(hash: number): number
  /** Times the word is written with a capital inside a sentence, where only names are. */
  capitalised(hash: number): number
}

const small = WordClass.function | WordClass.particle

/**
 * Tells a headline from prose by its words: in title case hardly a word but function words is small.
 * @returns the casing of one sentence
 */
export function casingOf(tokens: Tokens, sentence: Sentence): Casing {
  let capital = 0
  let shouted = 0
  let lower = 0
  let words = 0
  for (let at = sentence.first; at < sentence.last; at++) {
    if (tokens.kinds[at] !== TokenKind.word || tokens.ends[at] - tokens.starts[at] < 2) continue
    words++
    const letters = tokens.cases[at]
    if (letters === LetterCase.upper) shouted++
    if ((classOf(tokens, at) & small) !== 0) continue
    if (letters === LetterCase.lower) lower++
    else capital++
  }
  if (words >= 4 && shouted * 4 >= words * 3) return 'capitals'
  if (tokens.text[tokens.starts[sentence.last - 1]] === '.') return 'sentence'
  return (capital > 0 && lower === 0) || (capital >= 3 && lower * 4 <= capital) ? 'title' : 'sentence'
}

/** Whether a token opens a sentence, a line, a quotation or what follows a colon: a capital there says nothing. */
export function opensClause(tokens: Tokens, sentence: Sentence, at: number): boolean {
  if (tokens.gaps[at] === Gap.newline) return true
  for (let before = at - 1; before >= sentence.first; before--) {
    if (tokens.kinds[before] !== TokenKind.symbol) return false
    if (!isOpening(tokens, before)) return false
    if (tokens.gaps[before + 1] !== 0 && isClosed(tokens, before)) return false
    if (tokens.words[before] === 0x3a || isDash(tokens.words[before])) return true
    if (before > sentence.first && isQuote(tokens.words[before])) return true
  }
  return true
}

const isQuote = signSet('"“‘\'`«„')
const opens = signSet('"“‘\'`«„([*•-–—:…_#>')
const isDash = (unit: number): boolean => unit === 0x2013 || unit === 0x2014
const isOpening = (tokens: Tokens, at: number): boolean => opens(tokens.words[at])

/** Whether a straight quotation mark or apostrophe closes what is before it. */
const isClosed = (tokens: Tokens, at: number): boolean =>
  (tokens.words[at] === 0x22 || tokens.words[at] === 0x27) && at > 0 && tokens.gaps[at] === 0

/** An open-addressing table from hashes to two small counts. */
function countTable(size: number): { slots: Int32Array; counts: Int32Array; find(hash: number): number } {
  let capacity = 64
  while (capacity < size * 2) capacity *= 2
  const slots = new Int32Array(capacity)
  const mask = capacity - 1
  const find = (hash: number): number => {
    const wanted = hash || 1
    let slot = (wanted ^ (wanted >>> 15)) & mask
    while (slots[slot] !== 0 && slots[slot] !== wanted) slot = (slot + 1) & mask
    return slot
  }
  return { slots, counts: new Int32Array(capacity * 2), find }
}

/**
 * Counts how a document writes each word.
 * @param passages the document's passages
 * @param casings the casing of each sentence of each passage; only prose is counted
 */
export function countWordUse(passages: readonly Passage[], casings: readonly (readonly Casing[])[]): WordUse {
  const size = passages.reduce((sum, passage) => sum + passage.tokens.count, 0)
  const table = countTable(size)
  passages.forEach(({ tokens, sentences }, number) => {
    sentences.forEach((sentence, index) => {
      if (casings[number][index] !== 'sentence') return
      for (let at = sentence.first; at < sentence.last; at++) {
        if (tokens.kinds[at] !== TokenKind.word) continue
        const lower = tokens.cases[at] === LetterCase.lower
        if (!lower && opensClause(tokens, sentence, at)) continue
        const slot = table.find(tokens.hashes[at])
        table.slots[slot] = tokens.hashes[at] || 1
        table.counts[slot * 2 + (lower ? 0 : 1)]++
      }
    })
  })
  return {
    lower: hash => table.counts[table.find(hash) * 2],
    capitalised: hash => table.counts[table.find(hash) * 2 + 1],
  }
}
