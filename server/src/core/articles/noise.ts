import type { Block } from '../text/blocks'
import type { Noise } from './article'
import { cueIn, headsComments, headsOtherStories, isTagLine } from './noiseCues'

/** Headlines are shorter than this, and full paragraphs longer. */
const LONGEST_HEADLINE = 160

/** At least this share of an article's text precedes readers' comments. */
const SHARE_BEFORE_COMMENTS = 0.6

const endsSentence = (text: string): boolean => /[.!?…]["”’')\]]{0,2}$/.test(text.slice(-4))

/** A credit after the last sentence: " - Bloomberg". */
const CREDIT = / [-–—] \p{Lu}[\p{L} ]{1,30}$/u

/** Whether a block is surely a paragraph of a story and no headline. */
const isFullParagraph = (text: string): boolean =>
  text.length > LONGEST_HEADLINE && (endsSentence(text) || endsSentence(text.slice(-40).replace(CREDIT, '')))

/** Where readers' comments begin: at their heading, most of the text being before it. -1 where there are none. */
function startOfComments(texts: readonly string[]): number {
  const length = texts.reduce((sum, text) => sum + text.length, 0)
  let before = 0
  return texts.findIndex(text => {
    before += text.length
    return headsComments(text) && before >= length * SHARE_BEFORE_COMMENTS
  })
}

/** Whether the list of headlines that block `at` may belong to goes on after it. */
function goesOn(texts: readonly string[], at: number): boolean {
  for (let next = at + 1; next < Math.min(texts.length, at + 20); next++) {
    if (isFullParagraph(texts[next])) return false
    if (!endsSentence(texts[next])) return cueIn(texts[next]) === null || headsOtherStories(texts[next])
  }
  return false
}

/**
 * Tells which blocks of an article are web noise and not the article: what pages put around a story and people copy along with it.
 * Structure and words must agree, since a paragraph taken for noise is evidence lost. A block is noise for its words only where it is
 * short and they fill it; as another story's headline only below the heading of a list of them, and no sentence unless headlines
 * follow; as a line of topics only after the last paragraph; and as a comment only after the story.
 * @returns for each block its kind of noise, or null
 */
export function findNoise(blocks: readonly Block[]): (Noise | null)[] {
  const texts = blocks.map(block => block.prose.text.trim())
  const comments = startOfComments(texts)
  const lastParagraph = texts.findLastIndex(isFullParagraph)
  let underList = false
  return texts.map((text, at) => {
    if (comments >= 0 && at >= comments) return 'comments'
    if (blocks[at].kind === 'tableCell') return null
    if (headsOtherStories(text)) {
      underList = true
      return 'teaser'
    }
    const cue = cueIn(text)
    if (cue !== null) return cue
    underList &&= text.length <= LONGEST_HEADLINE && (!endsSentence(text) || goesOn(texts, at))
    if (underList) return 'teaser'
    return at > lastParagraph && blocks[at].kind === 'paragraph' && isTagLine(text) ? 'boilerplate' : null
  })
}
