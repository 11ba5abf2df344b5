import { Gap, TokenKind, type Tokens } from '../text/tokens'
import { Sign, isApostrophe, isGlued, isSymbol } from './scan'

/** Tokens that a quotation between single marks may have. */
const LONGEST_QUOTATION = 150

const isSingleMark = (tokens: Tokens, at: number): boolean => isApostrophe(tokens, at) || isSymbol(tokens, at, Sign.openQuote)

/** Whether a single mark opens a quotation, and is no apostrophe. */
const opensSingle = (tokens: Tokens, at: number): boolean =>
  isSingleMark(tokens, at) && (at === 0 || tokens.gaps[at] !== Gap.none) && isGlued(tokens, at + 1)

/** Where a quotation between single marks ends that opens at `at`: at a mark after a point or comma; `at` without one. */
function endOfSingle(tokens: Tokens, at: number): number {
  const limit = Math.min(tokens.count, at + LONGEST_QUOTATION)
  for (let end = at + 2; end < limit; end++) {
    const closes = isApostrophe(tokens, end) && isGlued(tokens, end) && tokens.kinds[end - 1] === TokenKind.symbol
    if (closes && !isGlued(tokens, end + 1)) return end
  }
  return at
}

/** Visits the tokens of quotations, with the marks that open them. */
export function forEachQuoted(tokens: Tokens, visit: (at: number) => void): void {
  let open = false
  let single = -1
  for (let at = 0; at < tokens.count; at++) {
    if (tokens.kinds[at] === TokenKind.symbol) {
      const sign = tokens.words[at]
      if (sign === 0x201c) open = true
      else if (sign === 0x201d) open = false
      else if (sign === Sign.double) open = !open
      else if (at > single && opensSingle(tokens, at)) single = endOfSingle(tokens, at)
    }
    if (open || at < single) visit(at)
  }
}
