import { logistic } from './linear'
import type { Judgement } from './judgement'
import { LEAST_GAIN, UNTOLD, type Objection, type Standing } from './standing'

/**
 * What it says of a claim that the sources tell what its draft says around it: they are likely what the writer works from. A value of
 * theirs that the draft tells nowhere is then likely what a claim beside it means, and one that it tells elsewhere is likely not.
 */

/** What speaks for it, in log-odds, that two claims have exchanged their values, besides how much better each other's fit. */
const EXCHANGED = -4.6

/** How many claims a draft must have, how many and which share of them borne out, and which share stated, for the sources to tell it. */
const TOLD = { of: 6, claims: 4, share: 0.25, stated: 0.7 }

/** Whether the sources tell what some claims say. */
function areTold(claims: readonly Standing[]): boolean {
  const telling = claims.filter(({ isStated }) => isStated !== null)
  const told = telling.filter(({ alone }) => alone.verdict === 'supported').length
  const stated = telling.filter(({ isStated }) => isStated).length
  return telling.length >= TOLD.of && told >= TOLD.claims && told >= TOLD.share * telling.length && stated >= TOLD.stated * telling.length
}

/** From which score on a claim is contradicted whatever the draft tells elsewhere. */
const SURE = 0.7

const isSure = ({ verdict, contradiction }: Judgement): boolean => verdict === 'contradicted' && contradiction >= SURE

/** The best fit of the claims that tell each value, by its key; of claims that are contradicted as they stand none. */
function fitsTold(claims: readonly Standing[]): ReadonlyMap<string, number> {
  const fits = new Map<string, number>()
  for (const { alone, told, fit } of claims) {
    if (alone.verdict === 'contradicted') continue
    for (const key of told) fits.set(key, Math.max(fits.get(key) ?? -Infinity, fit ?? -Infinity))
  }
  return fits
}

/**
 * The judgements on claims of a draft, given the claims around them.
 * @param claims those that are asked for
 * @param around the other claims of the draft
 * @param threshold from which score on a claim is contradicted
 */
export function judgedAmid(claims: readonly Standing[], around: readonly Standing[], threshold: number): Judgement[] {
  const all = [...around, ...claims]
  if (!areTold(all)) return claims.map(({ alone }) => alone)
  const told = fitsTold(all)
  const oddsAmid = ({ told: [own], fit, ifRepeated }: Standing, { odds }: Objection): number =>
    odds + (fit !== null && (told.get(own) ?? -Infinity) > fit ? ifRepeated : 0)
  /** The claim that most likely means a value. */
  const meantBy = new Map<string, { readonly claim: Standing; readonly odds: number }>()
  for (const claim of all)
    for (const objection of claim.objections) {
      const odds = oddsAmid(claim, objection)
      const known = meantBy.get(objection.meant)
      if (known === undefined || odds > known.odds) meantBy.set(objection.meant, { claim, odds })
    }
  const exchanged = exchangesOf(all, threshold)
  return claims.map(claim => {
    const given = exchanged.get(claim)
    if (given) return given.judgement
    // the more values the draft leaves out, the less it says of each
    const left = claim.others.filter(key => !told.has(key)).length
    let best: Objection | null = null
    let most = -Infinity
    for (const objection of claim.objections) {
      const isLeft = !told.has(objection.meant) && meantBy.get(objection.meant)!.claim === claim
      const odds = oddsAmid(claim, objection) + (isLeft ? UNTOLD - Math.log(Math.max(1, left)) : 0)
      if (odds > most) [best, most] = [objection, odds]
    }
    if (best === null) return claim.alone
    if (logistic(most) >= threshold) return best.judgement
    return isSure(claim.alone) || (claim.fit === null && best.isSlip) ? claim.alone : claim.acquitted
  })
}

/** A claim that may mean another value, and that value. */
interface Turned {
  readonly claim: Standing
  readonly objection: Objection
}

/** The claims that have exchanged their values: each means, more than any other that tells the same, what the other tells. */
function exchangesOf(claims: readonly Standing[], threshold: number): ReadonlyMap<Standing, Objection> {
  const turned = new Map<string, Turned>()
  for (const claim of claims)
    for (const objection of claim.objections) {
      const turn = `${claim.told[0]} > ${objection.meant}`
      if (objection.gain > (turned.get(turn)?.objection.gain ?? -Infinity)) turned.set(turn, { claim, objection })
    }
  const best = new Map<Standing, { readonly odds: number; readonly objection: Objection; readonly other: Standing }>()
  for (const { claim, objection } of turned.values()) {
    const back = turned.get(`${objection.meant} > ${claim.told[0]}`)
    if (back === undefined || Math.min(objection.gain, back.objection.gain) < LEAST_GAIN) continue
    const odds = EXCHANGED + objection.gain + back.objection.gain
    if (odds > (best.get(claim)?.odds ?? -Infinity)) best.set(claim, { odds, objection, other: back.claim })
  }
  const exchanged = new Map<Standing, Objection>()
  for (const [claim, { odds, objection, other }] of best)
    if (logistic(odds) >= threshold && best.get(other)?.other === claim) exchanged.set(claim, objection)
  return exchanged
}
