import type { Passage } from '../../text/passage'
import { TokenKind, tokenAt } from '../../text/tokens'
import type { DocumentEntity, Mention } from '../entity'

/** Tokens of a passage of a document, `last` not included. */
export interface TokenPlace {
  readonly passage: number
  readonly first: number
  readonly last: number
}

/** Words of a passage that stand for a fuller name elsewhere in the document. */
export interface ResolvedReference {
  /** Tokens of the passage, `last` not included: "he", "the secretary", "WTO". */
  readonly first: number
  readonly last: number
  /** Pronouns and descriptions are references; a short form is another form of the name: "Bessent", "WTO". */
  readonly form: 'reference' | 'short'
  /** Index of the entity it stands for. */
  readonly entity: number
  /** Where the document has the entity's fullest name. */
  readonly name: TokenPlace
}

function placeOf({ passage, start, end }: Mention, passages: readonly Passage[]): TokenPlace {
  const { tokens } = passages[passage]
  return { passage, first: tokenAt(tokens, start), last: tokenAt(tokens, end - 1) + 1 }
}

/** Number of words in a place. */
function wordsIn({ passage, first, last }: TokenPlace, passages: readonly Passage[]): number {
  const { kinds } = passages[passage].tokens
  let words = 0
  for (let at = first; at < last; at++) if (kinds[at] === TokenKind.word) words++
  return words
}

/**
 * What the pronouns, descriptions and short names of a document stand for.
 * @param entities the entities of the document, as `recognizeEntities` finds them in `passages`
 * @returns for each passage its references, in order; their tokens do not overlap
 */
export function resolvedReferences(entities: readonly DocumentEntity[], passages: readonly Passage[]): ResolvedReference[][] {
  const resolved = passages.map((): ResolvedReference[] => [])
  entities.forEach(({ mentions }, entity) => {
    if (mentions.length < 2) return
    const places = mentions.map(mention => placeOf(mention, passages))
    const sizes = places.map((place, index) => (mentions[index].form === 'name' ? wordsIn(place, passages) : 0))
    const most = Math.max(...sizes)
    const name = places[sizes.indexOf(most)]
    places.forEach(({ passage, first, last }, index) => {
      if (sizes[index] < most)
        resolved[passage].push({ first, last, form: mentions[index].form === 'name' ? 'short' : 'reference', entity, name })
    })
  })
  for (const references of resolved) if (references.length > 1) references.sort((a, b) => a.first - b.first)
  return resolved
}
