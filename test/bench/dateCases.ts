import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { DateMention } from '../../server/src/core/recognize/date'
import { recognizeDates } from '../../server/src/core/recognize/dates/recognizeDates'
import { readPassage } from '../../server/src/core/text/passage'

/** A command line option's value, or its fallback. */
const option = (name: string, fallback: string): string => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? fallback : process.argv[at + 1]
}

/** Rows of a labelled set in `<data>/extraction`. The sets are not part of the project: without them the bench ends here. */
export function readRows<T>(file: string): T[] {
  const path = join(resolve(option('data', '../shared/bench')), 'extraction', file)
  if (!existsSync(path)) {
    console.log(`${file} is left out: name the folder of the labelled sets with --data`)
    process.exit()
  }
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as T)
}

/** The dates in a text, read as one passage of a document of that day. */
export function datesIn(text: string, documentDay: number | null): DateMention[] {
  const { tokens, sentences } = readPassage(text)
  return recognizeDates(tokens, sentences, { documentDay })
}

/** Day number of a date in the set's own notation, "2016-11-07…", or null. */
export function dayOf(text: string | null | undefined): number | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(text ?? '')
  return match ? Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / 86_400_000 : null
}

// words that one convention puts inside a date's span and another outside
const edges =
  /^(?:(?:the|on|in|at|from|between|since|circa|calendar|year|before|after|until|till|by|around|about|during|of|for|within|next to|as early as|as late as|starting|beginning|ending|on or|no later than|later than|earlier than|more than|sometime|approximately|,|-)\s*)+|[\s.,;:!?)]+$/gi

/** Whether two spans are the same but for function words at their edges. */
export const sameSpan = (one: string, other: string): boolean => {
  const [a, b] = [one, other].map(text =>
    text
      .toLowerCase()
      .replace(edges, '')
      .replace(/\s+/g, ' ')
      .replace(/^\(|\)$/g, ''),
  )
  return a === b
}

/** Writes a line to standard output. */
export const print = (...words: readonly unknown[]): void => void process.stdout.write(`${words.join(' ')}\n`)

/** Writes rows in columns, widest cell each. */
function printTable(rows: readonly Record<string, string | number>[]): void {
  const names = Object.keys(rows[0] ?? {})
  const width = (name: string): number => Math.max(name.length, ...rows.map(row => String(row[name]).length))
  const cell = (name: string, value: string | number): string =>
    typeof value === 'number' ? String(value).padStart(width(name)) : value.padEnd(width(name))
  for (const row of [Object.fromEntries(names.map(name => [name, name])), ...rows])
    print(`  ${names.map(name => cell(name, row[name])).join('  ')}`)
}

/** Counts of right and all cases by kind, and the table printed at the end. */
export class Tally {
  private readonly kinds = new Map<string, { right: number; all: number }>()
  private readonly left = new Map<string, number>()

  count(kind: string, right: boolean): void {
    const each = this.kinds.get(kind) ?? { right: 0, all: 0 }
    this.kinds.set(kind, { right: each.right + (right ? 1 : 0), all: each.all + 1 })
  }

  leaveOut(why: string): void {
    this.left.set(why, (this.left.get(why) ?? 0) + 1)
  }

  print(title: string): void {
    const rows = [...this.kinds].sort(([a], [b]) => a.localeCompare(b))
    const total = rows.reduce((sum, [, each]) => ({ right: sum.right + each.right, all: sum.all + each.all }), { right: 0, all: 0 })
    const line = ([kind, { right, all }]: [string, { right: number; all: number }]): Record<string, string | number> => ({
      kind,
      right,
      all,
      share: `${((100 * right) / all).toFixed(1)}%`,
    })
    print(title)
    printTable([...rows, ['all', total] as [string, { right: number; all: number }]].map(line))
    print('left out:')
    printTable([...this.left].map(([why, cases]) => ({ cases, why })))
  }
}
