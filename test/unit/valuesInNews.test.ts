import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import type { Figure } from '../../server/src/core/recognize/figure'
import { recognizeDates } from '../../server/src/core/recognize/dates/recognizeDates'
import { recognizeFigures } from '../../server/src/core/recognize/figures/recognizeFigures'
import { dayOfIso } from '../../server/src/core/evidence/isoDay'
import { readPassage } from '../../server/src/core/text/passage'

/** Where the published articles lie that the sample articles retell; they are not part of the project. */
const folder = '../shared/seeds'

type Expected = readonly [start: number, end: number, value: string]

/** A published article, the day it is read as published, and what stands in it, by offset and value, checked by hand. */
interface Sample {
  readonly file: string
  readonly day: string
  readonly figures: readonly Expected[]
  readonly dates: readonly Expected[]
}

const samples: readonly Sample[] = [
  {
    file: '000_22709ed5bb6ad85b.txt',
    day: '2025-10-18',
    figures: [
      [322, 325, 'count 2'],
      [704, 716, 'digits 100..999'],
      [1057, 1060, 'percent 19 %'],
      [1117, 1121, 'percent 100 %'],
      [1505, 1509, 'percent 100 %'],
      [2297, 2305, 'percent ..7 %'],
      [2545, 2553, 'multiple 2 ×'],
    ],
    dates: [
      [89, 98, '2025-W43'],
      [295, 309, '2025-10-17TEV'],
      [780, 786, '2025-11-10'],
      [811, 820, '2025-W43'],
      [1040, 1049, 'PRESENT_REF'],
      [1427, 1444, '2025-10-17 START'],
      [1874, 1886, '2025-W44'],
      [2498, 2506, '2025-11'],
      [2675, 2681, '2025-11-10'],
    ],
  },
  {
    file: '001_02d38d5ecbecb5aa.txt',
    day: '2025-10-17',
    figures: [[289, 292, 'count 2']],
    dates: [
      [126, 138, '2025-10-17TEV'],
      [196, 205, '2025-W43'],
      [496, 508, '2025-01'],
    ],
  },
  {
    file: '002_5689ba47ca710228.txt',
    day: '2025-10-25',
    figures: [
      [340, 344, 'ordinal 47'],
      [755, 758, 'count 2'],
      [1641, 1645, 'percent 100 %'],
    ],
    dates: [
      [385, 409, '2025-10-24'],
      [601, 609, '2025-10-25'],
      [960, 972, 'PAST_REF'],
      [974, 991, '2025-W43 START'],
      [1094, 1110, '2025-10-24/2025-10-27'],
      [1250, 1260, '2025-11-08'],
      [1568, 1578, '2025-10-10'],
      [1731, 1741, '2025-11-01'],
      [1808, 1818, '2025-10-13'],
    ],
  },
  {
    file: '003_6548fce07a42c002.txt',
    day: '2025-10-23',
    figures: [
      [20, 25, 'duration 2 day'],
      [254, 257, 'count 2'],
      [848, 853, 'ordinal 1'],
      [897, 903, 'ordinal 2'],
      [1357, 1360, 'count 1'],
      [1931, 1936, 'ordinal 5'],
      [2163, 2174, 'percent 100 %'],
      [2290, 2295, 'ordinal 1'],
      [2537, 2545, 'duration 4 day'],
    ],
    dates: [
      [74, 80, '2025-10-23'],
      [161, 173, '2025-W43-WE'],
      [315, 324, '2025-10-22'],
      [340, 352, '2025-10-23TEV'],
      [566, 585, '2025-10-25/2025-10-26'],
      [1165, 1174, '2025-10-22'],
      [1819, 1828, '2025-W44'],
      [1867, 1870, 'PRESENT_REF'],
      [1981, 1987, '2025-SP'],
      [2099, 2117, '2025-10 START'],
      [2266, 2281, '2025-W43 END'],
      [2347, 2354, '2025-01'],
      [2466, 2483, '2025-10-26/2025-10-30'],
      [2569, 2577, '2025-10-25'],
    ],
  },
  {
    file: '004_3ee08f09ceecbc08.txt',
    day: '2025-10-25',
    figures: [
      [342, 345, 'count 2'],
      [1296, 1308, 'percent 157 %'],
      [1924, 1929, 'ordinal 1'],
      [2778, 2798, 'money 1000000.. EUR'],
      [3392, 3403, 'age 11 year'],
    ],
    dates: [
      [184, 207, '2025-10-25'],
      [463, 488, '2025-10-25TMO'],
      [946, 954, '2025-10-30'],
      [1464, 1470, '2025-10-24'],
      [1725, 1743, '2025-10 START'],
      [1993, 2002, '2025'],
      [2056, 2063, '2025-11-10'],
      [2161, 2173, 'PAST_REF'],
      [2402, 2408, '2025-10-20'],
      [2862, 2876, '2025-12-31'],
      [2936, 2945, '2025-12-25'],
    ],
  },
]

/** A line's figures and dates, by offset in the whole text. The line that another story's headline garbles is left out. */
function readLines(text: string, day: string): { figures: Expected[]; dates: Expected[] } {
  const figures: Expected[] = []
  const dates: Expected[] = []
  let offset = 0
  for (const line of text.split('\n')) {
    const { tokens, sentences } = readPassage(line)
    const found = recognizeDates(tokens, sentences, { documentDay: dayOfIso(day) })
    dates.push(
      ...found.map(({ start, end, timex }): Expected => [start + offset, end + offset, timex.value + (timex.mod ? ` ${timex.mod}` : '')]),
    )
    if (!line.includes('\ufffd'))
      figures.push(
        ...recognizeFigures(tokens, sentences, found).map((each): Expected => [each.start + offset, each.end + offset, valueOf(each)]),
      )
    offset += line.length + 1
  }
  return { figures, dates }
}

function valueOf({ dimension, low, high, unit }: Figure): string {
  const range = low === high ? `${low}` : `${low ?? ''}..${high ?? ''}`
  return `${dimension} ${range}${unit === null ? '' : ` ${unit}`}`
}

describe('figures and dates of the published articles', { skip: existsSync(folder) ? false : 'they are not here' }, () => {
  for (const { file, day, figures, dates } of samples)
    it(file, () => {
      const found = readLines(readFileSync(join(folder, file), 'utf8'), day)
      assert.deepEqual(found.figures, figures)
      assert.deepEqual(found.dates, dates)
    })
})
