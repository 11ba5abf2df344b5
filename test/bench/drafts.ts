// What is found of the mistakes in reports on invented stories, put in one at a time or two values exchanged; what is flagged of the
// reports as long as they are right, and of sentences that no article tells.
//   npm run bench -- drafts [--stories FOLDER] [--misses]
import { analyzePassage } from '../../server/src/core/evidence/passageAnalysis'
import { createGroundcheck } from '../../server/src/core/groundcheck'
import { statesSame } from '../../server/src/core/grounding/candidates/speaks'
import type { Draft, Groundcheck } from '../../server/src/core/service'
import { overlaps, type Span } from '../../server/src/core/text/span'
import { marksOf, readStories, swapsOf, versionOf, withSentence, type MarkedDraft, type Story } from './drafts/stories'
import { print, table } from './scale/measure'

type Judgement = ReturnType<Groundcheck['judge']>[number]

/** How many of what is looked for were found, of these how many with the right fix, and what was flagged besides. */
interface Tally {
  claims: number
  flagged: number
  mistakes: number
  found: number
  fixed: number
  exchanged: number
  exchangesFound: number
  exchangesFixed: number
  beside: number
  own: number
  ownFlagged: number
}

const nothing = (): Tally => ({
  claims: 0,
  flagged: 0,
  mistakes: 0,
  found: 0,
  fixed: 0,
  exchanged: 0,
  exchangesFound: 0,
  exchangesFixed: 0,
  beside: 0,
  own: 0,
  ownFlagged: 0,
})

const isFlagged = ({ verdict }: Judgement): boolean => verdict === 'contradicted' || verdict === 'disputed'

const optionOf = (name: string): string | undefined => {
  const at = process.argv.indexOf(name)
  return at < 0 ? undefined : process.argv[at + 1]
}
const showsMisses = process.argv.includes('--misses')

const valuesIn = (text: string) => analyzePassage(text, null).values.map(({ value }) => value)

/** Whether a fix puts right what a mark holds: one of the values that stand there in the right report, in whatever style. */
const isRight = (fix: string | undefined, right: readonly string[]): boolean =>
  fix !== undefined &&
  right.some(
    text => fix === text || valuesIn(fix).some(mine => valuesIn(text).some(theirs => statesSame(mine, theirs) || statesSame(theirs, mine))),
  )

const serviceOf = ({ articles, texts }: Story): Groundcheck => {
  const groundcheck = createGroundcheck({ textOf: uri => texts[uri] })
  for (const article of articles) groundcheck.setArticle(article)
  return groundcheck
}

/** Judges a report with some of its marks changed, and counts what is found of these. */
function tryChanges(
  groundcheck: Groundcheck,
  { name, marked }: MarkedDraft,
  right: Draft,
  known: readonly string[],
  changes: ReadonlyMap<number, string>,
) {
  const version = versionOf(marked, changes)
  const marks = marksOf(marked)
  const { spans } = versionOf(marked)
  const claims = groundcheck.judge(right)
  /** What a mark holds, and the claims that it is part of: "25", "25 October". */
  const rightAt = (mark: number): string[] => [
    marks[mark].right,
    ...claims.filter(({ span }) => overlaps(span, spans[mark])).map(({ text }) => text),
  ]
  const flags = groundcheck.judge(groundcheck.readDraft(version.text, right)).filter(isFlagged)
  const of = (mark: number): Judgement | undefined => flags.find(({ span }) => overlaps(span, version.spans[mark]))
  const found = [...changes.keys()].map(mark => ({ mark, flag: of(mark) }))
  if (showsMisses)
    for (const { mark, flag } of found) {
      const { start, end } = version.spans[mark]
      const fix = flag?.suggestions[0]?.text
      const context =
        `${version.text.slice(Math.max(0, start - 50), start)}[${version.text.slice(start, end)}]${version.text.slice(end, end + 30)}`.replace(
          /\n/g,
          ' / ',
        )
      if (!flag || !isRight(fix, rightAt(mark))) print(`${name}: ${flag ? `fix ${fix}` : 'missed'}, right ${marks[mark].right}: ${context}`)
    }
  return {
    found: found.filter(({ flag }) => flag).length,
    fixed: found.filter(({ mark, flag }) => isRight(flag?.suggestions[0]?.text, rightAt(mark))).length,
    beside: flags.filter(flag => !found.some(each => each.flag === flag) && !known.includes(flag.text)).length,
  }
}

function tryDraft(groundcheck: Groundcheck, draft: MarkedDraft, own: readonly string[]): Tally {
  const tally = nothing()
  const { text } = versionOf(draft.marked)
  const right = groundcheck.readDraft(text)
  const judged = groundcheck.judge(right)
  const known = judged.filter(isFlagged).map(each => each.text)
  tally.claims = judged.length
  tally.flagged = known.length
  if (showsMisses)
    for (const each of judged.filter(isFlagged)) print(`${draft.name}: right but flagged: ${each.text} → ${each.suggestions[0]?.text}`)
  marksOf(draft.marked).forEach(({ wrong }, mark) => {
    for (const value of wrong) {
      const { found, fixed, beside } = tryChanges(groundcheck, draft, right, known, new Map([[mark, value]]))
      tally.mistakes++
      tally.found += found
      tally.fixed += fixed
      tally.beside += beside
    }
  })
  const marks = marksOf(draft.marked)
  for (const [a, b] of swapsOf(draft.marked)) {
    const changes = new Map([
      [a, marks[b].right],
      [b, marks[a].right],
    ])
    const { found, fixed, beside } = tryChanges(groundcheck, draft, right, known, changes)
    tally.exchanged += 2
    tally.exchangesFound += found
    tally.exchangesFixed += fixed
    tally.beside += beside
  }
  for (const sentence of own)
    for (const longer of withSentence(text, sentence)) {
      const isOwn = ({ span }: { readonly span: Span }): boolean => overlaps(span, longer.span)
      const claims = groundcheck.judge(groundcheck.readDraft(longer.text, right)).filter(isOwn)
      tally.own += claims.length
      tally.ownFlagged += claims.filter(isFlagged).length
    }
  return tally
}

const sumOf = (tallies: readonly Tally[]): Tally =>
  tallies.reduce((sum, each) => {
    for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += each[key]
    return sum
  }, nothing())

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`)

const rowOf = (name: string, tally: Tally): string[] => [
  name,
  `${tally.flagged} of ${tally.claims}`,
  `${tally.found} of ${tally.mistakes}`,
  percent(tally.found, tally.mistakes),
  percent(tally.fixed, tally.found),
  `${tally.exchangesFound} of ${tally.exchanged}`,
  percent(tally.exchangesFound, tally.exchanged),
  percent(tally.exchangesFixed, tally.exchangesFound),
  String(tally.beside),
  `${tally.ownFlagged} of ${tally.own}`,
]

const tallies = readStories(optionOf('--stories')).map(story => {
  const groundcheck = serviceOf(story)
  return { ...story, tally: sumOf(story.drafts.map(draft => tryDraft(groundcheck, draft, story.own))) }
})
print(
  table(
    'Reports on invented stories: what is flagged while all is right, mistakes found one at a time, two values exchanged, and facts of the writer',
    ['story', 'right, flagged', 'mistakes', 'found', 'fix right', 'exchanged', 'found', 'fix right', 'beside', 'own, flagged'],
    [
      ...tallies.map(({ name, tally }) => rowOf(name, tally)),
      rowOf('familiar ones', sumOf(tallies.filter(({ isFamiliar }) => isFamiliar).map(({ tally }) => tally))),
      rowOf('the others', sumOf(tallies.filter(({ isFamiliar }) => !isFamiliar).map(({ tally }) => tally))),
    ],
  ),
)
