import { keysOf } from '../../values/keys'
import type { Value } from '../../values/value'
import { isWeak } from '../alignment/alignment'
import { borneOutBy, type Weighed } from '../decision/decision'
import type { Judgement } from '../judgement'
import { limited, NOTHING_AGREES, type Meant } from './meant'
import type { Probe } from '../alignment/probe'

/** A claim as the claims around it see it. */
export interface Telling {
  /** The keys of what it tells; the first is its own. */
  readonly told: readonly string[]
  /** Whether a source states its value, of whatever; null for one that any text has. */
  readonly isStated: boolean | null
  /** How well what agrees with it fits it, in log-odds; null where nothing agrees. */
  readonly fit: number | null
  /** The values that it may mean in place of its own, best first. */
  readonly mayMean: readonly Possible[]
  /** Its sentence in its passage. */
  readonly sentence: number
  /** The concepts of what it is about, the nearest and rarest ones. */
  readonly about: readonly number[]
}

/** A value of the sources that a claim may mean: its key, and how well it fits the claim, in log-odds. */
export interface Possible {
  readonly key: string
  readonly fit: number
}

/** A claim as it stands to the claims around it: what it tells them, and what it comes to if the sources tell the draft. */
export interface Standing extends Telling {
  /** The judgement on it by its passage alone. */
  readonly alone: Judgement
  /** What may speak against it. */
  readonly objections: readonly Objection[]
  /** The judgement on it if that is not enough. */
  readonly acquitted: Judgement
}

/** A value that a claim may mean, with what its passage says for that, in log-odds, and the judgement if it does. */
export interface Objection extends Possible {
  readonly odds: number
  readonly judgement: Judgement
}

/** Whether what a claim comes to hangs on the rest of its draft. */
export const hangsOnDraft = ({ alone, objections, acquitted }: Standing): boolean => objections.length > 0 || acquitted !== alone

const isBare = (value: Value): boolean => value.kind === 'date' && Object.keys(value.date.written).length === 0

/** Whether a source states a claim's value; null for one that any text has, "one" or "next week". */
const isStated = (weighed: Weighed): boolean | null =>
  isWeak(weighed.claim.value) || isBare(weighed.claim.value) ? null : borneOutBy(weighed) !== null

/** What the share of a passage's other claims that sources state is taken to be where it has none that tell. */
const UNKNOWN = 0.8

/** For each claim of a passage, the share of the other ones that sources state, somewhere; 0 to 1. */
export function statedBeside(claims: readonly Weighed[]): number[] {
  const stated = claims.map(isStated)
  const telling = stated.filter(each => each !== null)
  const bornOut = telling.filter(Boolean).length
  return stated.map(own => {
    const others = own === null ? telling.length : telling.length - 1
    return others === 0 ? UNKNOWN : (own === true ? bornOut - 1 : bornOut) / others
  })
}

/** How many words are kept of what a claim is about. */
const ABOUT = 8

/** The concepts of a claim's words, those that tell most of it: near to its value, and rare. */
function aboutOf({ words }: Probe): number[] {
  const telling = [...words].sort((a, b) => b.weight * b.nearness - a.weight * a.nearness || a.concept - b.concept)
  return telling.slice(0, ABOUT).map(({ concept }) => concept)
}

/**
 * A claim as the claims around it see it.
 * @param weighed the claim with its candidates, as if no other claim stated their values
 * @param meant the values that it may mean in place of its own
 * @param probe the claim's words
 */
export function tellingOf(weighed: Weighed, meant: readonly Meant[], probe: Probe): Telling {
  return {
    sentence: weighed.claim.sentence,
    about: aboutOf(probe),
    told: keysOf(weighed.claim.value),
    isStated: isStated(weighed),
    fit: borneOutBy(weighed)?.alignment ?? null,
    mayMean: meant.map(({ key, candidate }) => ({ key, fit: candidate.alignment })),
  }
}

const ownFit = ({ fit }: Telling): number => fit ?? NOTHING_AGREES

/** Whether a source states a claim's value where it fits the claim better than any other. */
const isInPlace = ({ fit, mayMean }: Telling): boolean => fit !== null && (mayMean.length === 0 || fit > mayMean[0].fit)

/** How many words, and which share of the fewer ones, two claims must have in common to be about one thing. */
const ONE_THING = { words: 2, share: 0.33 }

/** Whether two claims are about one thing, told twice. */
function areAboutOne({ about: a }: Telling, { about: b }: Telling): boolean {
  const common = a.filter(concept => b.includes(concept)).length
  return common >= ONE_THING.words && common >= ONE_THING.share * Math.min(a.length, b.length)
}

/** Whether a claim may mean one of some values more than its own. */
const meansRather = (claim: Telling, keys: readonly string[]): boolean =>
  claim.mayMean.some(({ key, fit }) => keys.includes(key) && fit >= ownFit(claim))

/** Names of the features of {@link draftFeatures}, in order. */
export const draftFeatureNames = ['told', 'toldBeside', 'toldInPlace', 'toldFit', 'ownTold', 'teller', 'exchanged', 'toldWithin'] as const

/**
 * What the rest of a draft says for a value that a claim may mean: whether another claim tells that value, in the same passage, where the
 * sources do, and how much better it fits that one; whether another tells the claim's own; whether one that tells the value means what
 * the claim tells, so that both may have changed places.
 * @param draft the claims of the draft, or those around this one; itself may be among them
 * @param beside the claims of the claim's own passage
 * @returns one number for each of {@link draftFeatureNames}
 */
export function draftFeatures(
  claim: Telling,
  { key, fit }: Possible,
  draft: readonly Telling[],
  beside: readonly Telling[],
): readonly number[] {
  // a draft that tells one thing twice, once with a value that no source states, is wrong there: what it tells elsewhere is no excuse
  const isOther = (other: Telling): boolean => claim.fit !== null || beside.includes(other) || !areAboutOne(claim, other)
  const others = draft.filter(other => other !== claim && other.told.includes(key) && isOther(other))
  const isOwnTold = draft.some(other => other !== claim && other.told.includes(claim.told[0]))
  const isTellerTurned = others.some(other => meansRather(other, claim.told))
  return [
    others.length > 0 ? 1 : 0,
    others.some(other => beside.includes(other)) ? 1 : 0,
    others.some(isInPlace) ? 1 : 0,
    others.length > 0 ? limited(Math.max(...others.map(ownFit)) - fit) : 0,
    isOwnTold ? 1 : 0,
    isTellerTurned ? 1 : 0,
    isTellerTurned && fit >= ownFit(claim) ? 1 : 0,
    !isTellerTurned && others.some(other => beside.includes(other) && other.sentence === claim.sentence) ? 1 : 0,
  ]
}
