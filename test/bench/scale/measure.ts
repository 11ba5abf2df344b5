/** The value below which a share of some numbers lies; NaN for none. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted.length === 0 ? NaN : sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]
}

/** How long something takes, in milliseconds, and what it gave. */
export function timed<T>(work: () => T): { readonly ms: number; readonly result: T } {
  const started = performance.now()
  const result = work()
  return { ms: performance.now() - started, result }
}

/** How long the processor works on something, in milliseconds, and what it gave: other programs take no part in it. */
export function processed<T>(work: () => T): { readonly ms: number; readonly result: T } {
  const before = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(before)
  return { ms: Math.max(0.001, (user + system) / 1000), result }
}

/** The least time of the processor that something took in a few turns, in milliseconds: what a busy machine disturbs least. */
export function leastTime(turns: number, work: () => unknown): number {
  let least = Infinity
  for (let turn = 0; turn < turns; turn++) least = Math.min(least, processed(work).ms)
  return least
}

const digitsFor = (value: number): number => (Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2)

/** A number as the tables show it. */
export const shown = (value: number): string => (Number.isNaN(value) ? '–' : value.toFixed(Number.isInteger(value) ? 0 : digitsFor(value)))

/** Median and 95th percentile, as the tables show them. */
export const spread = (numbers: readonly number[]): string => `${shown(percentile(numbers, 0.5))} / ${shown(percentile(numbers, 0.95))}`

/** A table of text with aligned columns: the first to the left, the others to the right. */
export function table(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map(row => (row[column] ?? '').length)))
  const line = (row: readonly string[]): string =>
    head.map((_, at) => (at === 0 ? (row[at] ?? '').padEnd(widths[at]) : (row[at] ?? '').padStart(widths[at]))).join('  ')
  return [`\n${title}`, line(head), widths.map(width => '─'.repeat(width)).join('  '), ...rows.map(line)].join('\n')
}

/** Writes a line to standard output. */
export const print = (text: string): void => void process.stdout.write(`${text}\n`)

/** The numbers after an option of the command line ("--articles 100,1000"). */
export function numbersOf(option: string, otherwise: readonly number[]): readonly number[] {
  const at = process.argv.indexOf(option)
  return at < 0 ? otherwise : process.argv[at + 1].split(',').map(Number)
}
