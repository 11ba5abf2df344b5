import type { Tokens } from '../../text/tokens'
import type { Run } from './capitalRuns'
import { endsInHead, has, knownPrefix } from './knownAtoms'
import { WordClass, givenName } from './lexicon'
import { endsAsPerson } from './personNouns'

/** Whether a title at the end of atoms is a family name: "Stephen King", "Ms King", "Martin Luther King Jr." */
function isSurname(atoms: Run, at: number): boolean {
  if (at === 0 || !has(atoms[at], WordClass.compoundTitle)) return false
  if (!atoms.slice(at + 1).every(atom => has(atom, WordClass.suffix))) return false
  const before = atoms[at - 1]
  return has(atoms[0], givenName | WordClass.courtesy) || (!before.upper && (before.word & ~givenName) === 0)
}

/** Whether an atom is a title: a word that is one, or one that by its ending may be and stands before a given name. */
function isTitle(tokens: Tokens, atoms: Run, at: number): boolean {
  if (has(atoms[at], WordClass.title)) return true
  const next = atoms.at(at + 1)
  return (
    next !== undefined &&
    next.join === 'space' &&
    has(next, givenName) &&
    !has(atoms[at], givenName) &&
    endsAsPerson(tokens, atoms[at].last - 1)
  )
}

/** Index of the title that a person's name follows, or that ends the atoms; -1 without one. */
export function lastTitle(tokens: Tokens, atoms: Run): number {
  for (let at = atoms.length - 1; at >= 0; at--) {
    if (!isTitle(tokens, atoms, at) || atoms[at].join === 'of' || atoms[at].join === 'and' || isSurname(atoms, at)) continue
    const rest = atoms.slice(at + 1)
    if (rest.length > 0 && rest[0].join !== 'of' && endsInHead(rest) && (rest.length > 1 || has(atoms[at], WordClass.compoundTitle)))
      return -1
    return at
  }
  return -1
}

/** Where the object of an office ends: after "State" in "Secretary of State Marco Rubio". */
export function endOfOffice(tokens: Tokens, atoms: Run, at: number): number {
  if (at >= atoms.length || atoms[at].join !== 'of') return at
  const prefix = knownPrefix(tokens, atoms.slice(at))
  if (prefix > 0) return at + prefix
  if (has(atoms[at], WordClass.topic)) {
    let end = at + 1
    while (end < atoms.length && has(atoms[end], WordClass.topic)) end++
    return end
  }
  return startOfPerson(atoms, at)
}

/** Where a person's name begins after the unknown object of an office: "Jonas Reve" in "Mayor of Harnick Jonas Reve". */
function startOfPerson(atoms: Run, at: number): number {
  const object = at + 1
  if (atoms.length - object < 2 || endsInHead(atoms.slice(at)) || atoms.slice(object).some(({ join }) => join !== 'space'))
    return atoms.length
  const given = atoms.findIndex((atom, index) => index >= object && has(atom, givenName))
  if (given >= 0 && given < atoms.length - 1) return given
  return atoms.length - object === 2 ? object : atoms.length
}
