import { Gap, LetterCase, TokenKind, type Tokens } from '../../text/tokens'
import { wordSet } from '../../text/vocabulary'
import { type Atom, lowerText, textOfTokens } from './atoms'
import type { TokenRange } from './candidate'
import type { Run } from './capitalRuns'
import { WordClass, classOf, givenName, knownName, wordClass, type KnownName } from './lexicon'
import { nameKey } from './nameKey'
import { opensClause, type Casing, type WordUse } from './wordUse'
import type { Sentence } from '../../text/sentences'

/** A name found in a run, with the office that is written before it. */
export interface NameInRun {
  readonly atoms: Run
  readonly office: TokenRange | null
  readonly known: KnownName | undefined
}

const has = (atom: Atom, flags: number): boolean => (atom.word & flags) !== 0
const heads = WordClass.organizationHead | WordClass.placeHead | WordClass.otherHead
const officeWords = WordClass.title | WordClass.roleModifier | WordClass.topic | WordClass.former

const keyOf = (tokens: Tokens, atoms: Run): string => nameKey(textOfTokens(tokens, atoms[0].first, atoms[atoms.length - 1].last))
function known(tokens: Tokens, atoms: Run): KnownName | undefined {
  if (atoms.length === 0 || atoms.length > LONGEST_KNOWN) return undefined
  if (atoms.length > 1 && (classOf(tokens, atoms[0].first) & WordClass.knownStart) === 0) return undefined
  return knownName(keyOf(tokens, atoms))
}

/** Words that known names have at most. */
const LONGEST_KNOWN = 7

/** Length of the longest known name at the beginning of atoms, 0 for none. */
function knownPrefix(tokens: Tokens, atoms: Run): number {
  const several = atoms.length > 1 && (classOf(tokens, atoms[0].first) & WordClass.knownStart) !== 0
  for (let length = several ? Math.min(atoms.length, LONGEST_KNOWN) : 1; length > 0; length--)
    if (known(tokens, atoms.slice(0, length))) return length
  return 0
}

/** Whether the atoms end as names of things do ("Bank", "River", "Summit") and are no "Tyra Banks". */
function endsInHead(atoms: Run): boolean {
  const last = atoms[atoms.length - 1]
  if (has(last, heads)) return true
  return atoms.some(atom => atom.join === 'of') && has(atoms[0], WordClass.ofHead)
}

/** Whether a title at the end of atoms is a family name: "Stephen King", "Ms King", "Martin Luther King Jr." */
function isSurname(atoms: Run, at: number): boolean {
  if (at === 0 || !has(atoms[at], WordClass.compoundTitle)) return false
  if (!atoms.slice(at + 1).every(atom => has(atom, WordClass.suffix))) return false
  const before = atoms[at - 1]
  return has(atoms[0], givenName | WordClass.courtesy) || (!before.upper && (before.word & ~givenName) === 0)
}

/** Index of the title that a person's name follows, or that ends the atoms; -1 without one. */
function lastTitle(atoms: Run): number {
  for (let at = atoms.length - 1; at >= 0; at--) {
    if (!has(atoms[at], WordClass.title) || atoms[at].join === 'of' || atoms[at].join === 'and' || isSurname(atoms, at)) continue
    const rest = atoms.slice(at + 1)
    if (rest.length > 0 && rest[0].join !== 'of' && endsInHead(rest) && (rest.length > 1 || has(atoms[at], WordClass.compoundTitle)))
      return -1
    return at
  }
  return -1
}

/** Where the object of an office ends: after "State" in "Secretary of State Marco Rubio". */
function endOfOffice(tokens: Tokens, atoms: Run, at: number): number {
  if (at >= atoms.length || atoms[at].join !== 'of') return at
  const prefix = knownPrefix(tokens, atoms.slice(at))
  if (prefix > 0) return at + prefix
  if (has(atoms[at], WordClass.topic)) {
    let end = at + 1
    while (end < atoms.length && has(atoms[end], WordClass.topic)) end++
    return end
  }
  return atoms.length
}

/** Names inside an office: the WTO in "WTO Director-General", nobody in "Vice Commerce Minister". */
function namesInOffice(tokens: Tokens, atoms: Run): NameInRun[] {
  const prefix = knownPrefix(tokens, atoms)
  let end = atoms.length
  while (end > prefix && has(atoms[end - 1], officeWords) && !atoms[end - 1].upper) end--
  return namesIn(tokens, atoms.slice(0, end))
}

/** A run that begins with a country or another place: one name ("China Eastern Airlines") or two ("UK Treasury Holdings"). */
function splitPlace(tokens: Tokens, atoms: Run, length: number): NameInRun[] | null {
  const rest = atoms.slice(length)
  const place = known(tokens, atoms.slice(0, length))
  if (!place || rest.length === 0) return null
  const apart = (): NameInRun[] => [...namesIn(tokens, atoms.slice(0, length)), ...namesIn(tokens, rest)]
  if (rest.every(atom => has(atom, WordClass.common | WordClass.function) && !has(atom, heads))) return apart().slice(0, 1)
  if (place.kind !== 'place') return null
  if (endsInHead(rest)) return null
  if (atoms[0].upper || known(tokens, rest)) return apart()
  return rest.length > 1 && has(rest[0], givenName) ? apart() : null
}

function namesIn(tokens: Tokens, atoms: Run): NameInRun[] {
  if (atoms.length === 0) return []
  const whole = known(tokens, atoms)
  if (whole) return [{ atoms, office: null, known: whole }]
  const title = lastTitle(atoms)
  if (title >= 0) return namesAtTitle(tokens, atoms, title)
  const place = knownPrefix(tokens, atoms)
  const parts = place > 0 ? splitPlace(tokens, atoms, place) : null
  if (parts) return parts
  if (has(atoms[0], WordClass.nationality) && !(atoms.length > 1 && endsInHead(atoms))) return namesIn(tokens, atoms.slice(1))
  if (has(atoms[atoms.length - 1], WordClass.nationality) && !has(atoms[0], givenName))
    return namesIn(tokens, atoms.slice(0, adjectiveStart(atoms)))
  return [{ atoms, office: null, known: undefined }]
}

/** Where an adjective at the end begins: "North Korean" and "Middle Eastern" are one. */
const adjectiveStart = (atoms: Run): number => Math.max(0, atoms.length - 2)

function namesAtTitle(tokens: Tokens, atoms: Run, title: number): NameInRun[] {
  const end = endOfOffice(tokens, atoms, title + 1)
  const inOffice = [...namesInOffice(tokens, atoms.slice(0, title)), ...namesIn(tokens, officeObject(atoms.slice(title + 1, end)))]
  if (end === atoms.length) return inOffice
  const office = { first: atoms[0].first, last: atoms[end - 1].last }
  return [...inOffice, { atoms: atoms.slice(end), office, known: undefined }]
}

/** What an office is of, where it is a name: the "European Commission", not the "State". */
const officeObject = (atoms: Run): Run => (atoms.every(atom => has(atom, WordClass.topic)) ? [] : atoms)

const commonEndings = [
  'ing',
  'ed',
  'ly',
  'tion',
  'tions',
  'ment',
  'ments',
  'ness',
  'ers',
  'ies',
  'ous',
  'ive',
  'able',
  'ful',
  'ists',
  'ance',
  'ence',
]

/** Whether a word is, as far as can be told, an everyday word. */
function isEveryday(tokens: Tokens, at: number, use: WordUse): boolean {
  if (use.lower(tokens.hashes[at]) > 0) return true
  if ((classOf(tokens, at) & (WordClass.common | WordClass.topic | WordClass.roleNoun)) !== 0) return true
  const word = lowerText(tokens, at)
  if (word.endsWith('s') && (wordClass(word.slice(0, -1)) & (WordClass.common | WordClass.title)) !== 0) return true
  return word.length >= 6 && commonEndings.some(ending => word.endsWith(ending))
}

/** Whether the rest of the document or the lexicon speaks for a word that may be capitalised for its place only. */
function isSupported(tokens: Tokens, atom: Atom, casing: Casing, use: WordUse): boolean {
  if ((atom.upper && casing !== 'capitals') || atom.coded) return true
  if (has(atom, WordClass.function)) return true // the run took it for a name
  const hash = tokens.hashes[atom.first]
  const capitalised = use.capitalised(hash)
  if (capitalised > 0 && capitalised >= use.lower(hash)) return true
  if (has(atom, WordClass.nationality | givenName) && use.lower(hash) === 0) return true
  if (has(atom, WordClass.title | WordClass.roleModifier) && casing !== 'sentence') return true
  if (known(tokens, [atom])) return true
  return casing !== 'capitals' && !isEveryday(tokens, atom.first, use)
}

/** Takes off the first word of a sentence where it is capitalised only for its place: "Under", "Hosting". */
function withoutOpening(tokens: Tokens, run: Run, use: WordUse): Run {
  const [first, ...rest] = run
  if (isSupported(tokens, first, 'sentence', use) || knownPrefix(tokens, run) > 0) return run
  if (rest.length === 0) return has(first, WordClass.title) ? run : []
  if (has(first, WordClass.title | WordClass.roleModifier | WordClass.former) && lastTitle(run) >= 0) return run
  const restStands = isSupported(tokens, rest[0], 'sentence', use) && !has(rest[0], WordClass.common)
  if (endsInHead(run) && !known(tokens, rest)) return run
  return restStands && (known(tokens, rest) !== undefined || use.capitalised(tokens.hashes[rest[0].first]) > 0) ? rest : run
}

/** Cuts a run of a headline at the words that nothing speaks for. */
function supportedParts(tokens: Tokens, run: Run, casing: Casing, use: WordUse): Run[] {
  const parts: Atom[][] = []
  let part: Atom[] = []
  for (let at = 0; at < run.length; at++) {
    const length = knownPrefix(tokens, run.slice(at))
    if (length > 1) {
      part.push(...run.slice(at, at + length))
      at += length - 1
      continue
    }
    const head = part.length > 0 && has(run[at], heads) && !has(part[part.length - 1], WordClass.title)
    if (head || isSupported(tokens, run[at], casing, use)) part.push(run[at])
    else {
      if (part.length > 0) parts.push(part)
      part = []
    }
  }
  if (part.length > 0) parts.push(part)
  return parts
}

/** Whether atoms are only adjectives and everyday words that a headline writes large. */
function isTrivial(tokens: Tokens, sentence: Sentence, name: NameInRun, casing: Casing, use: WordUse): boolean {
  if (name.known || name.office) return false
  const everyday = (atom: Atom): boolean => !atom.upper && !atom.coded && (isEveryday(tokens, atom.first, use) || has(atom, officeWords))
  if (casing !== 'sentence' && name.atoms.every(everyday)) return true
  if (name.atoms.length > 1) return false
  if (isNumbered(tokens, name.atoms[0])) return true
  const [atom] = name.atoms
  if (has(atom, WordClass.nationality)) return true
  const letters = tokens.ends[atom.first] - tokens.starts[atom.first]
  const opens = casing === 'title' || opensClause(tokens, sentence, atom.first)
  if (opens && !isWitnessed(tokens, atom, use) && !(casing === 'sentence' && actsAsName(tokens, atom))) return true
  return atom.last === atom.first + 1 && letters === 1
}

/** "Chapter 11", "Article 5" */
const isNumbered = (tokens: Tokens, { last, word }: Atom): boolean =>
  (word & WordClass.common) !== 0 && last < tokens.count && tokens.kinds[last] === TokenKind.digits && tokens.gaps[last] === Gap.space

const finite = wordSet(
  'is was has had will would also can could may might must are were have spoke met left went came took made gave won lost rose fell held led ran saw sold bought sent set put kept began became grew got hit cut beat drew paid',
)

/** Whether what follows a word at the start of a sentence shows that it is a name: "Velcor's", "Velcor said", "Velcor is". */
function actsAsName(tokens: Tokens, atom: Atom): boolean {
  const next = atom.last
  if (atom.possessive) return true
  if (next >= tokens.count || tokens.kinds[next] !== TokenKind.word) return false
  if ((classOf(tokens, next) & WordClass.saying) !== 0 || finite(tokens.words[next])) return true
  return tokens.cases[next] === LetterCase.lower && lowerText(tokens, next).endsWith('ed')
}

/** Whether more than the headline itself shows that a word of it is a name. */
function isWitnessed(tokens: Tokens, atom: Atom, use: WordUse): boolean {
  return atom.upper || atom.coded || has(atom, givenName | WordClass.function) || use.capitalised(tokens.hashes[atom.first]) > 0
}

/** The names in a run of capitalised words, in order. */
export function splitRun(tokens: Tokens, sentence: Sentence, run: Run, casing: Casing, use: WordUse): NameInRun[] {
  const parts =
    casing !== 'sentence'
      ? supportedParts(tokens, run, casing, use)
      : opensClause(tokens, sentence, run[0].first) && tokens.cases[run[0].first] !== LetterCase.upper
        ? [withoutOpening(tokens, run, use)]
        : [run]
  return parts.flatMap(part => namesIn(tokens, part)).filter(name => !isTrivial(tokens, sentence, name, casing, use))
}
