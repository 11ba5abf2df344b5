import type { Explanation } from '../../server/src/protocol/messages'
import { plainLabel } from './plainLabel'

type Evidence = Explanation['evidence'][number]

/** A row of the list that tells why, as VS Code shows it: it cuts what is longer than a line. */
export interface WhyItem {
  readonly label: string
  readonly description?: string
  readonly detail?: string
  /** Begins a group of rows. */
  readonly isSeparator?: true
  /** What the row opens. */
  readonly evidence?: Evidence
}

/** A reason longer than this does not fit in one line of the list. */
const LONGEST_LABEL = 80

const evidenceItem = (evidence: Evidence): WhyItem => ({
  label: `$(go-to-file) ${plainLabel(evidence.value)}`,
  description: plainLabel(`${evidence.stance} · ${evidence.source}`),
  detail: plainLabel(evidence.quote),
  evidence,
})

/** A reason; of a long one what stands behind its last colon is told on a line of its own. */
function reasonItem(reason: string): WhyItem {
  const colon = reason.length > LONGEST_LABEL ? reason.lastIndexOf(': ') : -1
  return colon < 0
    ? { label: plainLabel(reason) }
    : { label: plainLabel(reason.slice(0, colon)), detail: plainLabel(reason.slice(colon + 2)) }
}

const group = (label: string, items: readonly WhyItem[]): WhyItem[] => (items.length > 0 ? [{ label, isSeparator: true }, ...items] : [])

/** The rows: the source sentences to open first, as the list begins at them, then the reasons. */
export const whyItems = ({ evidence, reasons }: Explanation): WhyItem[] => [
  ...group('Source sentences', evidence.map(evidenceItem)),
  ...group('Reasons', reasons.map(reasonItem)),
]
