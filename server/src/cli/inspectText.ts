import { onOneLine } from '../features/wording'
import type { InspectedEntity, InspectedFigure, InspectedFile } from './inspectedFile'

const bounds = ({ low, high }: InspectedFigure): string => (low === high ? `${low}` : `${low ?? '…'} to ${high ?? '…'}`)

const figureLine = (figure: InspectedFigure): string =>
  `  ${onOneLine(figure.text)} · ${[figure.dimension, bounds(figure), figure.unit].filter(part => part !== null).join(' ')}`

const entityLine = ({ name, kind, roles, mentions }: InspectedEntity): string =>
  `  ${onOneLine(name)} · ${[kind, ...roles.map(onOneLine), `${mentions.length}×`].join(', ')}`

const section = (title: string, lines: readonly string[]): string[] => (lines.length > 0 ? [`${title}:`, ...lines] : [])

function fileLines({ path, article, skipped, figures, dates, entities }: InspectedFile): string[] {
  const about = [article.title, article.publisher, article.publishedOn].filter(part => part !== null && part !== undefined)
  return [
    [path, ...about].map(onOneLine).join(' · '),
    ...(skipped === undefined ? [] : [`  skipped: ${skipped}`]),
    ...section('figures', figures.map(figureLine)),
    ...section(
      'dates',
      dates.map(({ text, timex }) => `  ${onOneLine(text)} · ${timex.type} ${timex.value}`),
    ),
    ...section('names', entities.map(entityLine)),
    '',
  ]
}

/** What `inspect` prints for people. */
export const inspectText = (files: readonly InspectedFile[]): string => files.flatMap(fileLines).join('\n')
