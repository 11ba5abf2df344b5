import type { BlockKind } from '../../text/blocks'
import type { Passage } from '../../text/passage'
import type { DocumentEntity, Role } from '../entity'
import { bracketedAcronyms } from './acronyms'
import { textOfTokens } from './atoms'
import type { NameCandidate } from './candidate'
import { capitalRuns } from './capitalRuns'
import { beginsFullHe } from './familyHe'
import { votesFor } from './kinds'
import { nameKey } from './nameKey'
import { splitRun } from './splitRun'
import { unifyNames, type NameGroup } from './unify'
import { casingOf, countWordUse, type Casing } from './wordUse'
import { rolesOf } from './roles'

/** Whether somebody whose family name is He has the full name anywhere in the document. */
const namesHe = (passages: readonly Passage[]): boolean =>
  passages.some(({ tokens }) => {
    for (let at = 0; at + 1 < tokens.count; at++) if (beginsFullHe(tokens, at)) return true
    return false
  })

function casingsOf(passages: readonly Passage[], kinds: readonly BlockKind[] | undefined): Casing[][] {
  return passages.map(({ tokens, sentences }, number) =>
    sentences.map(sentence => {
      const casing = casingOf(tokens, sentence)
      return casing === 'title' && kinds?.[number] === 'paragraph' && sentence.last - sentence.first > 40 ? 'sentence' : casing
    }),
  )
}

function candidatesIn(passages: readonly Passage[], kinds: readonly BlockKind[] | undefined): NameCandidate[] {
  const casings = casingsOf(passages, kinds)
  const use = countWordUse(passages, casings)
  const he = namesHe(passages)
  const candidates: NameCandidate[] = []
  passages.forEach(({ tokens, sentences }, passage) => {
    sentences.forEach((sentence, number) => {
      const casing = casings[passage][number]
      for (const run of capitalRuns(tokens, sentence, casing, use, he)) {
        for (const name of splitRun(tokens, sentence, run, casing, use)) {
          const { first } = name.atoms[0]
          const { last } = name.atoms[name.atoms.length - 1]
          const text = textOfTokens(tokens, first, last)
          const [start, end] = [tokens.starts[first], tokens.ends[last - 1]]
          const votes = votesFor(tokens, sentence, name)
          candidates.push({
            passage,
            sentence: number,
            first,
            last,
            start,
            end,
            atoms: name.atoms,
            text,
            key: nameKey(text),
            votes,
            office: name.office,
          })
        }
      }
    })
  })
  return candidates
}

/** The forms of a name in a group, fullest first: most words, then most frequent, then first in the document. */
function formsOf(group: NameGroup): string[] {
  const counts = new Map<string, number>()
  for (const member of group.members) counts.set(member.text, (counts.get(member.text) ?? 0) + 1)
  const words = (text: string): number => text.split(/[\s-]/).length
  const shouted = (text: string): number => (text.length > 5 && text === text.toUpperCase() ? 1 : 0)
  return [...counts.keys()].sort((a, b) => shouted(a) - shouted(b) || words(b) - words(a) || counts.get(b)! - counts.get(a)!)
}

function entityOf(group: NameGroup, roles: readonly Role[]): DocumentEntity {
  const [name, ...aliases] = formsOf(group)
  const mentions = group.members.map(({ passage, start, end }) => ({ passage, start, end, form: 'name' as const }))
  return { name, kind: group.kind, aliases, roles, mentions }
}

/**
 * Finds the people, organisations, places and other names of a document and puts the forms of each name together.
 * @param passages all passages of one document, in order
 * @param kinds what block each passage is, where known
 * @returns one entity for each, in the order of first mention; mentions in order
 */
export function recognizeEntities(passages: readonly Passage[], kinds?: readonly BlockKind[]): DocumentEntity[] {
  const candidates = candidatesIn(passages, kinds)
  const bracketed = bracketedAcronyms(passage => passages[passage].tokens, candidates)
  return unifyNames(candidates, bracketed).map(group => entityOf(group, rolesOf(group, passages)))
}
