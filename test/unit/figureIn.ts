import type { Figure } from '../../server/src/core/recognize/figure'
import { recognizeFigures } from '../../server/src/core/recognize/figures/recognizeFigures'
import { readPassage } from '../../server/src/core/text/passage'

/** The figures of a text that holds no dates. */
export function figuresIn(text: string): Figure[] {
  const { tokens, sentences } = readPassage(text)
  return recognizeFigures(tokens, sentences, [])
}

/** The only figure of a text. */
export function figureIn(text: string): Figure {
  const found = figuresIn(text)
  if (found.length !== 1) throw new Error(`${found.length} figures in "${text}": ${found.map(each => each.text).join(' | ')}`)
  return found[0]
}
