// Checks the dates of the five first sample articles against values found by hand.
//
//   node dist/test/bench/seedsDates.js [--seeds DIR]
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { datesIn, dayOf, option, print } from './dateCases'

/** A sample article, the day it is read as published, and its dates: offsets in the text and TIMEX3 value with modifier. */
interface Sample {
  readonly file: string
  readonly day: string
  readonly dates: readonly (readonly [number, number, string])[]
}

const samples: readonly Sample[] = [
  {
    file: '000_22709ed5bb6ad85b.txt',
    day: '2025-10-18',
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
    dates: [
      [126, 138, '2025-10-17TEV'],
      [196, 205, '2025-W43'],
      [496, 508, '2025-01'],
    ],
  },
  {
    file: '002_5689ba47ca710228.txt',
    day: '2025-10-25',
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
      [2347, 2354, '2026-01'],
      [2466, 2483, '2025-10-26/2025-10-30'],
      [2569, 2577, '2025-10-25'],
    ],
  },
  {
    file: '004_3ee08f09ceecbc08.txt',
    day: '2025-10-25',
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

let wrong = 0
for (const { file, day, dates } of samples) {
  const text = readFileSync(join(option('seeds', '../shared/seeds'), file), 'utf8')
  const found: string[] = []
  let offset = 0
  for (const line of text.split('\n')) {
    for (const { start, end, timex } of datesIn(line, dayOf(day))) {
      found.push(`${start + offset}-${end + offset} ${timex.value}${timex.mod ? ` ${timex.mod}` : ''}`)
    }
    offset += line.length + 1
  }
  const expected = dates.map(([start, end, value]) => `${start}-${end} ${value}`)
  const differences = [
    ...expected.filter(each => !found.includes(each)).map(each => `missing ${each}`),
    ...found.filter(each => !expected.includes(each)).map(each => `not expected ${each}`),
  ]
  wrong += differences.length
  print(`${file}: ${expected.length} dates, ${differences.length === 0 ? 'all as expected' : differences.join('; ')}`)
}
process.exitCode = wrong === 0 ? 0 : 1
