import type { Position } from 'vscode-languageserver'
import { counted, excerptOf, onOneLine } from '../features/wording'
import type { CheckedClaim, CheckedDraft, CheckedEvidence, CheckResult } from './checkResult'

/** Marks up text for a terminal (ECMA-48 SGR sequences), or leaves it as it is. */
interface Style {
  bold(text: string): string
  dim(text: string): string
  red(text: string): string
  yellow(text: string): string
  green(text: string): string
}

const sequence = (on: number, off: number) => (text: string) => `\u001b[${on}m${text}\u001b[${off}m`
const asItIs = (text: string): string => text

const colourStyle: Style = {
  bold: sequence(1, 22),
  dim: sequence(2, 22),
  red: sequence(31, 39),
  yellow: sequence(33, 39),
  green: sequence(32, 39),
}
const plainStyle: Style = { bold: asItIs, dim: asItIs, red: asItIs, yellow: asItIs, green: asItIs }

const LONGEST_QUOTE = 300

/** A quote on one line, a long one cut around its value, with the value set off. */
function quoteLine({ quote, text }: CheckedEvidence, style: Style): string {
  const at = quote.indexOf(text)
  const within = at < 0 ? { start: 0, end: 0 } : { start: at, end: at + text.length }
  const { before, value, after } = excerptOf(quote, within, LONGEST_QUOTE)
  return `${before}${value && style.bold(value)}${after}`
}

/** A place in a file as editors and terminals know it; a name cannot bring control characters to the terminal. */
const placeIn = (path: string, { line, character }: Position): string => `${onOneLine(path)}:${line + 1}:${character + 1}`

const evidenceLines = (evidence: CheckedEvidence, style: Style): string[] => [
  `    “${quoteLine(evidence, style)}”`,
  style.dim(`    ${evidence.stance} · ${placeIn(evidence.path, evidence.range.start)}`),
]

function headline({ text, verdict, suggestion }: CheckedClaim, style: Style): string {
  const claim = style.bold(onOneLine(text))
  switch (verdict) {
    case 'contradicted':
      return `${style.red('contradicted')} ${claim}${suggestion === null ? '' : ` → ${style.green(onOneLine(suggestion))}`}`
    case 'disputed':
      return `${style.yellow('disputed')} ${claim}${suggestion === null ? '' : ` or ${onOneLine(suggestion)}`}`
    default:
      return `${verdict} ${claim}`
  }
}

function claimLines(path: string, claim: CheckedClaim, style: Style): string[] {
  return [
    `${placeIn(path, claim.range.start)} ${headline(claim, style)}`,
    ...(claim.calculation ? [`    ${onOneLine(claim.calculation)}`] : []),
    ...claim.evidence.flatMap(evidence => evidenceLines(evidence, style)),
    ...(claim.explanation ?? []).map(reason => `    ${onOneLine(reason)}`),
    '',
  ]
}

const isFlagged = ({ verdict }: CheckedClaim): boolean => verdict === 'contradicted' || verdict === 'disputed'

/** The flagged claims of a draft; all of them where they are explained. */
const draftLines = ({ path, claims }: CheckedDraft, style: Style): string[] =>
  claims.filter(claim => isFlagged(claim) || claim.explanation !== undefined).flatMap(claim => claimLines(path, claim, style))

function summary({ sources, drafts }: CheckResult, style: Style): string {
  const claims = drafts.flatMap(draft => draft.claims)
  const count = (verdict: CheckedClaim['verdict']): number => claims.filter(claim => claim.verdict === verdict).length
  const contradicted = count('contradicted')
  const parts = [
    contradicted > 0 ? style.red(`${contradicted} contradicted`) : style.green('nothing contradicted'),
    count('disputed') > 0 ? style.yellow(`${count('disputed')} disputed`) : '',
    `${count('supported')} supported`,
    `${count('unverified')} unverified`,
  ]
  const checked = claims.length === 1 ? '1 figure or date' : `${claims.length} figures and dates`
  return `${checked} checked against ${counted(sources.articles, 'article')}: ${parts.filter(Boolean).join(', ')}`
}

/** What `check` prints for people: each flagged claim with the source sentences and the fix, then a summary. */
export function textReport(result: CheckResult, colours: boolean): string {
  const style = colours ? colourStyle : plainStyle
  const skipped = result.sources.skipped.map(({ path, reason }) => style.dim(onOneLine(`skipped ${path}: ${reason}`)))
  return [...result.drafts.flatMap(draft => draftLines(draft, style)), ...skipped, summary(result, style), ''].join('\n')
}
