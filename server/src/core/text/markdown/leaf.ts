import type { Tree } from '@lezer/common'
import type { BlockKind } from '../blocks'
import { readHtml } from './html'
import { readInlineLeaf } from './inline'
import type { LeafBlock } from './leafBlock'
import { readTable } from './table'

const FIGURE_LINE = /^(?:fig(?:ure)?|table|chart|map|photo)\b\.?\s?\d{0,4}\s?[:.–—]/i

function readText(leaf: Tree, text: string, kind: BlockKind): LeafBlock[] {
  const { prose, images } = readInlineLeaf(leaf, text)
  const captions = images.map((image): LeafBlock => ({ kind: 'caption', ...image, headings: [] }))
  if (prose.text === '') return captions
  return [
    { kind: kind === 'paragraph' && FIGURE_LINE.test(prose.text) ? 'caption' : kind, from: 0, to: leaf.length, prose, headings: [] },
    ...captions,
  ]
}

/**
 * The prose of a leaf block of the tree: a paragraph, heading, table or HTML; empty for code, rules, comments and the like.
 * @param body the document that the tree is of, and `from` the leaf's place in it
 */
export function readLeaf(leaf: Tree, body: string, from: number): readonly LeafBlock[] {
  const text = body.slice(from, from + leaf.length)
  const { name } = leaf.type
  if (name === 'Paragraph' || name === 'Task') return readText(leaf, text, 'paragraph')
  if (name.includes('Heading')) return readText(leaf, text, 'heading')
  if (name === 'Table') return readTable(leaf, text)
  return name === 'HTMLBlock' ? readHtml(text) : []
}
