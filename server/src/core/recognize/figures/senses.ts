import { TokenKind, type Tokens } from '../../text/tokens'
import { wordSet } from '../../text/vocabulary'
import type { CurrencyReading } from './currencies'
import type { Draft } from './draft'
import { isOf } from './numberWords'
import { afterHyphen, isOneOf } from '../scan'
import type { UnitReading } from './units'

/** Units that measure two things: what stands around them decides. */

const isPoundWord = wordSet('pound pounds')
const isAboutWeight = wordSet(
  'weigh weighs weighed weighing weight lose lost gain gained heavier lighter shed overweight payload load cargo freight thrust catch harvest carry carries lift lifts',
)
const isAboutMoney = wordSet(
  `pay pays paid paying cost costs costing worth price priced fine fined profit profits loss losses spend spent spending earn earned earning raise
   raised revenue sales budget debt debts fee salary wage wages owed fund funding grant bill bills tax taxes charge charged
   sell sells sold selling buy buys bought buying fetch fetches fetched offer offers offered bid bids auction contract deal rent income
   reward bonus donate donated invest invested expensive cheap cheaper bargain`,
)
const isFor = wordSet('for')
const isA = wordSet('a')
const isPayday = wordSet('week month year')
const MILLION = 1e6
/** Few things but money are told in so many pounds. */
const HEAVY = 10_000
const CONTEXT = 8

function isNear(tokens: Tokens, draft: Draft, reach: number, set: (id: number) => boolean): boolean {
  for (let at = draft.first - 1; at >= Math.max(0, draft.first - reach); at--) if (isOneOf(tokens, at, set)) return true
  return false
}

/** Whether a currency after a number is money, where "pounds" may be a weight. */
export function isCurrency(tokens: Tokens, draft: Draft, { currency, first, next }: CurrencyReading): boolean {
  const mayWeigh = currency === 'GBP' && tokens.kinds[first] === TokenKind.word && next - first === 1 && isPoundWord(tokens.words[first])
  if (!mayWeigh || draft.scale >= MILLION) return true
  if (isOneOf(tokens, next, isOf) || isNear(tokens, draft, CONTEXT, isAboutWeight)) return false
  return (
    (draft.low ?? draft.high)! >= HEAVY ||
    isNear(tokens, draft, CONTEXT, isAboutMoney) ||
    isOneOf(tokens, draft.first - 1, isFor) ||
    isPaidBy(tokens, next)
  )
}

/** "a week" after an amount, "pounds-a-week" */
function isPaidBy(tokens: Tokens, next: number): boolean {
  const at = afterHyphen(tokens, next)
  return isOneOf(tokens, at, isA) && isOneOf(tokens, afterHyphen(tokens, at + 1), isPayday)
}

const isAboutTurning = wordSet('rotate rotated turn turned turning tilt tilted angle angles latitude longitude spin spun')
const isTurned = wordSet(
  'angle angles turn turns view views rotation spin panorama panoramic video camera cameras north south east west latitude longitude',
)
const FULL_TURN = 360

/** Whether bare degrees measure a turn instead of heat: "a 360-degree view", "turn left 45 degrees". */
export function isAngle(tokens: Tokens, draft: Draft, { unit, next }: UnitReading): boolean {
  if (unit.symbol !== '°') return false
  return (
    isOneOf(tokens, next, isTurned) || draft.low === FULL_TURN || draft.low === FULL_TURN / 2 || isNear(tokens, draft, 3, isAboutTurning)
  )
}
