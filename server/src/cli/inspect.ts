import { resolve } from 'node:path'
import type { Article } from '../core/articles/article'
import { readArticleBytes } from '../core/articles/readArticle'
import { dayOfIso } from '../core/evidence/isoDay'
import { recognizeDates } from '../core/recognize/dates/recognizeDates'
import type { DocumentEntity } from '../core/recognize/entity'
import type { Figure } from '../core/recognize/figure'
import { recognizeFigures } from '../core/recognize/figures/recognizeFigures'
import { recognizeEntities } from '../core/recognize/names/recognizeEntities'
import { readPassage, type Passage } from '../core/text/passage'
import { toSource, type Prose } from '../core/text/prose'
import { textOf, type Span } from '../core/text/span'
import { uriOf } from '../uris'
import type { InspectRequest } from './arguments'
import { readNamedFile } from './files'
import type { Found, InspectedDate, InspectedEntity, InspectedFigure, InspectedFile } from './inspectedFile'
import { inspectText } from './inspectText'
import type { Terminal } from './terminal'

/** A block's prose, read for the recognisers. */
interface ReadBlock {
  readonly prose: Prose
  readonly passage: Passage
}

const found = ({ prose }: ReadBlock, span: Span): Found => ({ offset: toSource(prose, span), text: textOf(prose.text, span) })

const inspectFigure = (block: ReadBlock, figure: Figure): InspectedFigure => ({
  ...found(block, figure),
  dimension: figure.dimension,
  low: figure.low,
  high: figure.high,
  unit: figure.unit,
})

const inspectEntity = (blocks: readonly ReadBlock[], { name, kind, aliases, roles, mentions }: DocumentEntity): InspectedEntity => ({
  name,
  kind,
  aliases,
  roles: [...new Set(roles.map(({ text, former }) => (former ? `former ${text}` : text)))],
  mentions: mentions.filter(({ form }) => form === 'name').map(mention => found(blocks[mention.passage], mention)),
})

/** Runs all recognisers over an article, or a draft read as one. */
function inspectArticle({ metadata, blocks }: Article): Pick<InspectedFile, 'figures' | 'dates' | 'entities'> {
  const documentDay = metadata.publishedOn === null ? null : dayOfIso(metadata.publishedOn)
  const read = blocks.map((block): ReadBlock => ({ prose: block.prose, passage: readPassage(block.prose.text) }))
  const figures: InspectedFigure[] = []
  const dates: InspectedDate[] = []
  for (const block of read) {
    const { tokens, sentences } = block.passage
    const blockDates = recognizeDates(tokens, sentences, { documentDay })
    dates.push(...blockDates.map(date => ({ ...found(block, date), timex: date.timex })))
    const quantities = recognizeFigures(tokens, sentences, blockDates).filter(({ dimension }) => dimension !== 'designation')
    figures.push(...quantities.map(figure => inspectFigure(block, figure)))
  }
  const entities = recognizeEntities(
    read.map(({ passage }) => passage),
    blocks.map(({ kind }) => kind),
  )
  return { figures, dates, entities: entities.map(entity => inspectEntity(read, entity)) }
}

async function inspectFile(folder: string, path: string): Promise<InspectedFile> {
  const bytes = await readNamedFile(folder, path)
  const outcome = readArticleBytes(uriOf(resolve(folder, path)), bytes)
  if ('skipped' in outcome) return { path, article: {}, skipped: outcome.skipped, figures: [], dates: [], entities: [] }
  return { path, article: outcome.article.metadata, ...inspectArticle(outcome.article) }
}

/** Runs `groundcheck inspect`. @returns the exit code */
export async function runInspect({ files, format }: InspectRequest, terminal: Terminal): Promise<number> {
  const inspected: InspectedFile[] = []
  for (const path of files) inspected.push(await inspectFile(terminal.folder, path))
  terminal.print(format === 'json' ? `${JSON.stringify({ files: inspected }, null, 2)}\n` : inspectText(inspected))
  return 0
}
