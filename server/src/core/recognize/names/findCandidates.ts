import type { BlockKind } from '../../text/blocks'
import type { Passage } from '../../text/passage'
import type { Tokens } from '../../text/tokens'
import { textOfAtoms } from './atoms'
import type { NameCandidate, TokenRange } from './candidate'
import { capitalRuns } from './capitalRuns'
import { beginsFullHe } from './familyHe'
import { WordClass, classOf } from './lexicon'
import { contextVotes, formVotes } from './kinds'
import { entityKey } from './nameForms'
import { nameKey } from './nameKey'
import type { NameInRun } from './namesInAtoms'
import { splitRun } from './splitRun'
import { casingOf, countWordUse, type Casing } from './wordUse'

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

/** What a name says by itself, wherever it stands. */
type Written = Pick<NameCandidate, 'text' | 'key' | 'entity' | 'form'>

function genderFlags(tokens: Tokens, { first, last }: TokenRange): number {
  let flags = 0
  for (let at = first; at < last; at++) flags |= classOf(tokens, at)
  return flags & (WordClass.male | WordClass.female)
}

/** Every occurrence of a name in a document, in order. */
export function findCandidates(passages: readonly Passage[], kinds?: readonly BlockKind[]): NameCandidate[] {
  const casings = casingsOf(passages, kinds)
  const use = countWordUse(passages, casings)
  const he = namesHe(passages)
  const candidates: NameCandidate[] = []
  const names = new Map<string, Written>()
  const writtenAs = (tokens: Tokens, name: NameInRun): Written => {
    const spelt = textOfAtoms(tokens, name.atoms)
    let written = names.get(spelt)
    if (written === undefined) {
      // a name is shown and put into drafts as keyboards write it: some systems take accents apart
      const text = spelt.normalize('NFC')
      names.set(spelt, (written = { text, key: nameKey(text), entity: entityKey(text), form: formVotes(tokens, name) }))
    }
    return written
  }
  passages.forEach(({ tokens, sentences }, passage) => {
    sentences.forEach((sentence, number) => {
      const casing = casings[passage][number]
      for (const run of capitalRuns(tokens, sentence, casing, use, he)) {
        for (const name of splitRun(tokens, sentence, run, casing, use)) {
          const { first } = name.atoms[0]
          const { last } = name.atoms[name.atoms.length - 1]
          const { text, key, entity, form } = writtenAs(tokens, name)
          candidates.push({
            passage,
            sentence: number,
            first,
            last,
            start: tokens.starts[first],
            end: tokens.ends[last - 1],
            atoms: name.atoms,
            text,
            key,
            entity,
            form,
            context: contextVotes(tokens, sentence, name),
            office: name.office,
            genderOfOffice: name.office ? genderFlags(tokens, name.office) : 0,
          })
        }
      }
    })
  })
  return candidates
}
