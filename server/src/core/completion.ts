import type { DraftNames } from './draftNames'
import { blockAt } from './draftPlaces'
import { completeNames } from './evidence/entities/completeNames'
import type { EntityRegistry } from './evidence/entities/registry'
import type { ReadDraft } from './readDraft'
import { WordClass, wordClass } from './recognize/names/lexicon'
import type { CompletionOffer } from './service'
import { isOffLimits } from './text/markdown'
import type { Span } from './text/span'

/** How many words before the caret may belong to what is typed. */
const MOST_WORDS = 6

/** How far before the caret they are looked for, in code units. */
const LONGEST = 120

const roleWords = WordClass.title | WordClass.roleNoun | WordClass.roleModifier | WordClass.topic

/** Whether a word may belong to a name or to the role before it: "Scott", "Treasury", "secretary", but not "Under". */
function belongs(word: string): boolean {
  const flags = wordClass(word.toLowerCase())
  if (word === word.toLowerCase()) return (flags & roleWords) !== 0
  return (
    (flags & WordClass.function) === 0 ||
    word === word.toUpperCase() ||
    word === 'He' ||
    (flags & (WordClass.maleName | WordClass.femaleName)) !== 0
  )
}

/**
 * The stretches before a cursor that may be the beginning of a name, longest first: the word being typed, and that word together with
 * capitalised words before it ("Scott Be") or those of a role ("Treasury Secretary Sco", "harbour minister Ad").
 */
export function typedNames(text: string, offset: number): Span[] {
  const line = text.slice(Math.max(0, offset - LONGEST), offset)
  const base = offset - line.length
  const word = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}.&'’-]*$/u.exec(line)
  if (word === null) return []
  const spans: Span[] = [{ start: base + word.index, end: offset }]
  let at = word.index
  while (spans.length < MOST_WORDS) {
    const before = /(?<![\p{L}\p{M}\p{N}])\p{L}[\p{L}\p{M}.&'’-]{0,30} $/u.exec(line.slice(0, at))
    if (before === null || !belongs(before[0].trim())) break
    at = before.index
    spans.unshift({ start: base + at, end: offset })
  }
  return spans
}

/**
 * The names that fit at an offset of a draft: those of its paragraph first, then those of the rest of the draft.
 * @returns null where names are not offered (code, link targets, front matter)
 */
export function completeAt(draft: ReadDraft, offset: number, registry: EntityRegistry, names: DraftNames): CompletionOffer | null {
  if (isOffLimits(draft.document, offset)) return null
  const here = blockAt(draft, offset)
  const typed = typedNames(draft.text, offset)
  // the word being typed does not name anybody yet
  const begun = typed.length > 0 ? typed[0].start : offset
  const paragraph = here < 0 ? [] : names.inBlock(draft, here).filter(({ span }) => span.end <= begun || span.start > offset)
  const named = names.namedIn(draft.readings.filter((_, at) => at !== here))
  for (const { entity } of paragraph) named[entity] = 1
  const context = {
    paragraph: new Set(paragraph.map(({ entity }) => entity)),
    isNamed: (entity: number): boolean => named[entity] === 1,
  }
  for (const replace of typed) {
    const { items, incomplete } = completeNames(registry, draft.text.slice(replace.start, replace.end), context)
    if (items.length > 0) return { replace, items, incomplete }
  }
  return { replace: { start: offset, end: offset }, items: [], incomplete: false }
}
