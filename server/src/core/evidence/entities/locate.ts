import type { DocumentEntity, EntityKind, Mention } from '../../recognize/entity'
import type { Passage } from '../../text/passage'
import { sourceEnd, sourceStart, toSource, type Prose } from '../../text/prose'
import type { Sentence } from '../../text/sentences'
import type { Span } from '../../text/span'

/** A role with where it stands in the article's text. */
export interface LocatedRole extends Span {
  readonly text: string
  readonly former: boolean
}

/** An entity as one article knows it, in offsets of the article's text: plain data to keep, send and store. */
export interface LocatedEntity {
  readonly name: string
  readonly kind: EntityKind
  readonly aliases: readonly string[]
  readonly roles: readonly LocatedRole[]
  /** {@link MENTION_FIELDS} numbers a mention: its start and end, its sentence's start and end, 1 for a reference and 0 for a name. */
  readonly mentions: Int32Array
}

export const MENTION_FIELDS = 5

function sentenceAt(sentences: readonly Sentence[], offset: number): Span {
  let low = 0
  let high = sentences.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (sentences[middle].start <= offset) low = middle
    else high = middle - 1
  }
  return sentences[low]
}

function locateMentions(mentions: readonly Mention[], passages: readonly Passage[], proses: readonly Prose[]): Int32Array {
  const located = new Int32Array(mentions.length * MENTION_FIELDS)
  mentions.forEach(({ passage, start, end, form }, at) => {
    const prose = proses[passage]
    const sentence = sentenceAt(passages[passage].sentences, start)
    const first = at * MENTION_FIELDS
    located[first] = sourceStart(prose, start)
    located[first + 1] = sourceEnd(prose, start, end)
    located[first + 2] = sourceStart(prose, sentence.start)
    located[first + 3] = sourceEnd(prose, sentence.start, sentence.end)
    located[first + 4] = form === 'reference' ? 1 : 0
  })
  return located
}

/**
 * Turns entities of a document's passages into entities of its text.
 * @param passages the passages that the entities were found in
 * @param proses the prose of each passage
 */
export function locateEntities(
  entities: readonly DocumentEntity[],
  passages: readonly Passage[],
  proses: readonly Prose[],
): LocatedEntity[] {
  return entities.map(({ name, kind, aliases, roles, mentions }) => ({
    name,
    kind,
    aliases,
    roles: roles.map(({ text, former, passage, span }) => ({ text, former, ...toSource(proses[passage], span) })),
    mentions: locateMentions(mentions, passages, proses),
  }))
}
