import { forEachQuoted } from '../recognize/quotations'
import type { Passage } from '../text/passage'
import type { Sentence } from '../text/sentences'
import { TokenKind, type Tokens } from '../text/tokens'

/** Tokens, `last` not included. */
interface Stretch {
  readonly first: number
  readonly last: number
}

const NOTHING: Stretch = { first: 0, last: 0 }

/** The longest stretch of a sentence outside quotations that has words: "Lund said on Friday" of "“Six.” Lund said on Friday". */
function outside({ first, last }: Sentence, quoted: Uint8Array, { kinds }: Tokens): Stretch {
  let longest = NOTHING
  let start = first
  let hasWord = false
  for (let at = first; at <= last; at++) {
    if (at < last && quoted[at] === 0) {
      hasWord ||= kinds[at] === TokenKind.word
      continue
    }
    if (hasWord && at - start > longest.last - longest.first) longest = { first: start, last: at }
    start = at + 1
    hasWord = false
  }
  return longest
}

/** Which tokens are quoted; null where none is. */
function quotedIn(tokens: Tokens): Uint8Array | null {
  let quoted: Uint8Array | null = null
  forEachQuoted(tokens, at => {
    quoted ??= new Uint8Array(tokens.count)
    quoted[at] = 1
  })
  return quoted
}

function holdsQuotation({ first, last }: Sentence, quoted: Uint8Array): boolean {
  for (let at = first; at < last; at++) if (quoted[at] === 1) return true
  return false
}

/** Whether a quotation goes on from one sentence into the next. */
const goesOn = (before: Sentence, sentence: Sentence, quoted: Uint8Array): boolean =>
  quoted[before.last - 1] === 1 && quoted[sentence.first] === 1

/**
 * For each sentence of a quotation the words that say whose it is, where they stand in another sentence: after the quotation, before
 * it, or with the quotation that this one continues ("“Five,” said Lund. “Or six.”").
 * @returns two numbers a sentence, its attribution's first token and the one after its last; 0 and 0 for none
 */
export function attributionsOf({ tokens, sentences }: Passage): Int32Array {
  const attributions = new Int32Array(2 * sentences.length)
  const quoted = quotedIn(tokens)
  if (quoted === null) return attributions
  const own = sentences.map(sentence => outside(sentence, quoted, tokens))
  let known = NOTHING
  for (let from = 0; from < sentences.length;) {
    let end = from + 1
    while (end < sentences.length && goesOn(sentences[end - 1], sentences[end], quoted)) end++
    const given = [own[end - 1], own[from]].find(({ last }) => last > 0)
    known = holdsQuotation(sentences[from], quoted) ? (given ?? known) : NOTHING
    for (let at = from; at < end; at++)
      if (own[at].last === 0) {
        attributions[2 * at] = known.first
        attributions[2 * at + 1] = known.last
      }
    from = end
  }
  return attributions
}
