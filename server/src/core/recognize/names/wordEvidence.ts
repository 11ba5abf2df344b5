import type { Sentence } from '../../text/sentences'
import { Gap, LetterCase, TokenKind, type Tokens } from '../../text/tokens'
import { wordSet } from '../../text/vocabulary'
import { Sign, isDigits, isOneOf, isSymbol, lengthAt, lowerTextAt } from '../scan'
import { type Atom } from './atoms'
import type { Run } from './capitalRuns'
import { has, knownAtoms } from './knownAtoms'
import { WordClass, classOf, givenName, wordClass } from './lexicon'
import { opensClause, type Casing, type WordUse } from './wordUse'

const inOffices = WordClass.title | WordClass.roleModifier | WordClass.topic | WordClass.former

/** Endings of everyday words. */
const commonEndings = 'ing ed ly tion tions ment ments ness ers ies ous ive able ful ists ance ence'.split(' ')

/** Whether a word is, as far as can be told, an everyday word. */
function isEveryday(tokens: Tokens, at: number, use: WordUse): boolean {
  if (use.lower(tokens.hashes[at]) > 0) return true
  if ((classOf(tokens, at) & (WordClass.common | WordClass.topic | WordClass.roleNoun)) !== 0) return true
  const word = lowerTextAt(tokens, at)
  if (word.endsWith('s') && (wordClass(word.slice(0, -1)) & (WordClass.common | WordClass.title)) !== 0) return true
  return word.length >= 6 && commonEndings.some(ending => word.endsWith(ending))
}

/** Whether the rest of the document or the lexicon speaks for a word that may be capitalised for its place only. */
export function isSupported(tokens: Tokens, atom: Atom, casing: Casing, use: WordUse): boolean {
  if ((atom.upper && casing !== 'capitals') || atom.coded) return true
  if (has(atom, WordClass.function)) return true // the run took it for a name
  const hash = tokens.hashes[atom.first]
  const capitalised = use.capitalised(hash)
  if (capitalised > 0 && capitalised >= use.lower(hash)) return true
  if (has(atom, WordClass.nationality | givenName) && use.lower(hash) === 0) return true
  if (has(atom, WordClass.title | WordClass.roleModifier) && casing !== 'sentence') return true
  if (knownAtoms(tokens, [atom])) return true
  return casing !== 'capitals' && !isEveryday(tokens, atom.first, use)
}

/** Whether atoms are only adjectives and everyday words that a headline writes large. */
export function isTrivial(tokens: Tokens, sentence: Sentence, atoms: Run, casing: Casing, use: WordUse): boolean {
  const everyday = (atom: Atom): boolean => !atom.upper && !atom.coded && (isEveryday(tokens, atom.first, use) || has(atom, inOffices))
  if (casing !== 'sentence' && atoms.every(everyday)) return true
  if (atoms.length > 1) return false
  const [atom] = atoms
  if (has(atom, WordClass.nationality) || isNumbered(tokens, atom) || isLetter(tokens, atom)) return true
  if (casing === 'title') return !isWitnessed(tokens, atom, use)
  return opensClause(tokens, sentence, atom.first) && !isWitnessed(tokens, atom, use) && !actsAsName(tokens, atom)
}

const isLetter = (tokens: Tokens, { first, last }: Atom): boolean => last === first + 1 && tokens.ends[first] - tokens.starts[first] === 1

/** "Chapter 11", "Article 5" */
const isNumbered = (tokens: Tokens, { last, word }: Atom): boolean =>
  (word & WordClass.common) !== 0 && last < tokens.count && tokens.kinds[last] === TokenKind.digits && tokens.gaps[last] === Gap.space

const finite = wordSet(
  'is was has had will would also can could may might must are were have spoke met left went came took made gave won lost rose fell held led ran saw sold bought sent set put kept began became grew got hit cut beat drew paid',
)

const who = wordSet('who whose whom')
const plurals = ['s', 'men', 'people', 'children']

/** ", who" or ", 34," after a word that is no plural. */
function isSomebody(tokens: Tokens, at: number): boolean {
  const isPlural = plurals.some(ending => tokens.text.endsWith(ending, tokens.ends[at - 1]))
  if (!isSymbol(tokens, at, Sign.comma) || isPlural) return false
  return (
    isOneOf(tokens, at + 1, who) || (isDigits(tokens, at + 1) && lengthAt(tokens, at + 1) === 2 && isSymbol(tokens, at + 2, Sign.comma))
  )
}

/** Whether what follows a word at the start of a sentence shows that it is a name: "Velcor's", "Velcor said", "Velcor is", "Velcor, who". */
function actsAsName(tokens: Tokens, atom: Atom): boolean {
  const next = atom.last
  if (atom.possessive || isSomebody(tokens, next)) return true
  if (next >= tokens.count || tokens.kinds[next] !== TokenKind.word) return false
  if ((classOf(tokens, next) & WordClass.saying) !== 0 || finite(tokens.words[next])) return true
  return tokens.cases[next] === LetterCase.lower && lowerTextAt(tokens, next).endsWith('ed')
}

/** Whether more than the headline itself shows that a word of it is a name. */
function isWitnessed(tokens: Tokens, atom: Atom, use: WordUse): boolean {
  return atom.upper || atom.coded || has(atom, givenName | WordClass.function) || use.capitalised(tokens.hashes[atom.first]) > 0
}
