import type { Sentence } from '../../text/sentences'
import { LetterCase, type Tokens } from '../../text/tokens'
import type { Atom } from './atoms'
import type { Run } from './capitalRuns'
import { endsInHead, has, heads, knownAtoms, knownPrefix } from './knownAtoms'
import { WordClass } from './lexicon'
import { namesIn, type NameInRun } from './namesInAtoms'
import { lastTitle } from './offices'
import { isSupported, isTrivial } from './wordEvidence'
import { opensClause, type Casing, type WordUse } from './wordUse'

/** Takes off the first word of a sentence where it is capitalised only for its place: "Under", "Hosting". */
function withoutOpening(tokens: Tokens, run: Run, use: WordUse): Run {
  const first = run[0]
  if (isSupported(tokens, first, 'sentence', use) || knownPrefix(tokens, run) > 0) return run
  const rest = run.slice(1)
  if (rest.length === 0) return has(first, WordClass.title) ? run : []
  if (has(first, WordClass.particle) && rest[0].join === 'space') return run // "Van Aalst said"
  if (has(first, WordClass.title | WordClass.roleModifier | WordClass.former) && lastTitle(tokens, run) >= 0) return run
  const restStands = isSupported(tokens, rest[0], 'sentence', use) && !has(rest[0], WordClass.common)
  if (endsInHead(run) && !knownAtoms(tokens, rest)) return run
  return restStands && (knownAtoms(tokens, rest) !== undefined || use.capitalised(tokens.hashes[rest[0].first]) > 0) ? rest : run
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

/** The parts of a run that may be names, going by where its capitals stand. */
function likelyParts(tokens: Tokens, sentence: Sentence, run: Run, casing: Casing, use: WordUse): Run[] {
  if (casing !== 'sentence') return supportedParts(tokens, run, casing, use)
  const { first } = run[0]
  const opens = opensClause(tokens, sentence, first) && tokens.cases[first] !== LetterCase.upper
  return [opens ? withoutOpening(tokens, run, use) : run]
}

/** The names in a run of capitalised words, in order. */
export function splitRun(tokens: Tokens, sentence: Sentence, run: Run, casing: Casing, use: WordUse): NameInRun[] {
  const names: NameInRun[] = []
  for (const part of likelyParts(tokens, sentence, run, casing, use))
    for (const name of namesIn(tokens, part))
      if (name.known || name.office || !isTrivial(tokens, sentence, name.atoms, casing, use)) names.push(name)
  return names
}
