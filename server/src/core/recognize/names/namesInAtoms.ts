import type { Tokens } from '../../text/tokens'
import { wordSet } from '../../text/vocabulary'
import type { TokenRange } from './candidate'
import type { Run } from './capitalRuns'
import { endsInHead, has, heads, knownAtoms, knownPrefix } from './knownAtoms'
import { WordClass, givenName, type KnownName } from './lexicon'
import { endOfOffice, lastTitle } from './offices'

/** A name found in a run, with the office that is written before it. */
export interface NameInRun {
  readonly atoms: Run
  readonly office: TokenRange | null
  readonly known: KnownName | undefined
}

const officeWords = WordClass.title | WordClass.roleModifier | WordClass.topic | WordClass.former

/** Names inside an office: the WTO in "WTO Director-General", nobody in "Vice Commerce Minister". */
function namesInOffice(tokens: Tokens, atoms: Run): NameInRun[] {
  const prefix = knownPrefix(tokens, atoms)
  let end = atoms.length
  while (end > prefix && has(atoms[end - 1], officeWords) && !atoms[end - 1].upper) end--
  const rest = atoms.slice(0, end)
  return prefix === 0 && rest.every(isField) ? [] : namesIn(tokens, rest)
}

/** A word that says what an office is for, and names nothing: "Harbour" in "Harbour Master", "Fire" in "Fire Chief". */
const isField = (atom: Run[number]): boolean => !atom.upper && has(atom, WordClass.common | heads)

/** A run that begins with a country or another place: one name ("China Eastern Airlines") or two ("UK Treasury Holdings"). */
function splitPlace(tokens: Tokens, atoms: Run, length: number): NameInRun[] | null {
  const rest = atoms.slice(length)
  const place = knownAtoms(tokens, atoms.slice(0, length))
  if (!place || rest.length === 0) return null
  const apart = (): NameInRun[] => [...namesIn(tokens, atoms.slice(0, length)), ...namesIn(tokens, rest)]
  if (rest.every(atom => has(atom, WordClass.common | WordClass.function) && !has(atom, heads))) return apart().slice(0, 1)
  if (place.kind !== 'place') return null
  if (endsInHead(rest)) return null
  if (atoms[0].upper || knownAtoms(tokens, rest)) return apart()
  return rest.length > 1 && has(rest[0], givenName) ? apart() : null
}

/** Cuts atoms, all of which may be parts of names, into names: "US Treasury Secretary Scott Bessent" has the US and a person with an office. */
export function namesIn(tokens: Tokens, atoms: Run): NameInRun[] {
  if (atoms.length === 0) return []
  const whole = knownAtoms(tokens, atoms)
  if (whole) return [{ atoms, office: null, known: whole }]
  const title = lastTitle(tokens, atoms)
  if (title >= 0) return namesAtTitle(tokens, atoms, title)
  const place = knownPrefix(tokens, atoms)
  const parts = place > 0 ? splitPlace(tokens, atoms, place) : null
  if (parts) return parts
  if (has(atoms[0], WordClass.nationality) && !(atoms.length > 1 && endsInHead(atoms))) return namesIn(tokens, atoms.slice(1))
  if (has(atoms[atoms.length - 1], WordClass.nationality) && !has(atoms[0], givenName)) return namesIn(tokens, withoutAdjective(atoms))
  return [{ atoms, office: null, known: undefined }]
}

/** What stands before an adjective of place at the end: nothing in "North Korean" and "Middle Eastern". */
function withoutAdjective(atoms: Run): Run {
  const before = atoms.slice(0, -1)
  return before.every(atom => has(atom, WordClass.common)) ? [] : before
}

function namesAtTitle(tokens: Tokens, atoms: Run, title: number): NameInRun[] {
  const end = endOfOffice(tokens, atoms, title + 1)
  const before = isPortfolio(tokens, atoms, title) ? [] : namesInOffice(tokens, atoms.slice(0, title))
  const inOffice = [...before, ...namesIn(tokens, officeObject(atoms.slice(title + 1, end)))]
  if (end === atoms.length) return inOffice
  const office = { first: atoms[0].first, last: atoms[end - 1].last }
  return [...inOffice, { atoms: atoms.slice(end), office, known: undefined }]
}

/** Whether one unknown word before "Minister" says what for: "Fishery Minister". */
const isPortfolio = (tokens: Tokens, atoms: Run, title: number): boolean =>
  title === 1 && minister(tokens.words[atoms[title].first]) && !atoms[0].upper && knownPrefix(tokens, atoms) === 0

const minister = wordSet('minister')

/** What an office is of, where it is a name: the "European Commission", not the "State". */
const officeObject = (atoms: Run): Run => (atoms.every(atom => has(atom, WordClass.topic)) ? [] : atoms)
