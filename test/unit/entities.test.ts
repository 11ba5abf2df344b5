import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc, { runs } from './property'
import { contradictedRoles, rolesDisagree } from '../../server/src/core/evidence/entities/contradictedRoles'
import { entityInfo, entityMentions } from '../../server/src/core/evidence/entities/entityInfo'
import { findNames } from '../../server/src/core/evidence/entities/findNames'
import { locateEntities } from '../../server/src/core/evidence/entities/locate'
import { misspeltNames } from '../../server/src/core/evidence/entities/misspelt'
import { readNames } from '../../server/src/core/evidence/entities/writtenNames'
import { createEntityRegistry, type EntityRegistry } from '../../server/src/core/evidence/entities/registry'
import { addDocument, removeDocument, setAliases } from '../../server/src/core/evidence/entities/registryChanges'
import { searchEntities } from '../../server/src/core/evidence/entities/searchEntities'
import { recognizeEntities } from '../../server/src/core/recognize/names/recognizeEntities'
import { readPassage } from '../../server/src/core/text/passage'
import { plainProse } from '../../server/src/core/text/prose'

const DAYS = ['2025-10-20', '2025-10-21', '2025-10-22', '2025-10-23', '2025-10-24', '2025-10-25']

function add(registry: EntityRegistry, uri: string, text: string, publishedOn: string | null): void {
  const passages = [readPassage(text)]
  addDocument(registry, uri, locateEntities(recognizeEntities(passages), passages, [plainProse(text, 0)]), { publishedOn })
}

/** A registry of articles that are called a, b, c and so on, each a day later than the one before. */
function registryOf(...articles: string[]): EntityRegistry {
  const registry = createEntityRegistry()
  articles.forEach((text, index) => add(registry, String.fromCharCode(97 + index), text, DAYS[index]))
  return registry
}

const nameOf = (registry: EntityRegistry, id: number): string => entityInfo(registry, id)?.name ?? 'nobody'

/** Each entity as "kind Name (aliases) mentions/articles". */
function summary(registry: EntityRegistry): string[] {
  return searchEntities(registry, '').map(id => {
    const { name, kind, aliases, mentions, articles } = entityInfo(registry, id)!
    return `${kind} ${name} (${aliases.join(', ')}) ${mentions}/${articles}`
  })
}

/** The names of a draft with what they mean: "Bessent = Scott Bessent". */
const namesIn = (registry: EntityRegistry, draft: string): string[] =>
  findNames(registry, readNames(readPassage(draft))).map(
    ({ start, end, entity }) => `${draft.slice(start, end)} = ${nameOf(registry, entity)}`,
  )

const corrections = (registry: EntityRegistry, draft: string): string[] => {
  const names = readNames(readPassage(draft))
  return misspeltNames(registry, names, findNames(registry, names)).map(
    ({ span, suggestion }) => `${draft.slice(span.start, span.end)} → ${suggestion}`,
  )
}

const deniedRoles = (registry: EntityRegistry, draft: string): string[] =>
  contradictedRoles(registry, readNames(readPassage(draft))).map(({ role, suggestion }) => `${role} → ${suggestion}`)

const talks = [
  'US Treasury Secretary Scott Bessent met Vice Premier He Lifeng in Malaysia. Bessent smiled.',
  'Bessent spoke by phone to Beijing. The World Trade Organization (WTO) was told.',
  'America and the U.S. differ, said WTO Director-General Ngozi Okonjo-Iweala. Former Treasury Secretary Janet Yellen agreed.',
]

test('articles share their entities', () => {
  assert.deepEqual(summary(registryOf(...talks)), [
    'place United States (America, U.S., US) 3/2',
    'organization World Trade Organization (WTO) 3/2',
    'place Beijing () 1/1',
    'person He Lifeng () 1/1',
    'person Janet Yellen () 1/1',
    'place Malaysia () 1/1',
    'person Ngozi Okonjo-Iweala () 1/1',
    'person Scott Bessent (Bessent) 3/2',
  ])
})

test('the order in which articles come makes no difference, nor does an article that came and went', () => {
  const expected = summary(registryOf(...talks))
  const registry = createEntityRegistry()
  add(registry, 'x', 'Gordon Bessent and Janet Yelling met Scott Bessent. Bessent left.', DAYS[0])
  for (const index of [2, 0, 1]) add(registry, String.fromCharCode(97 + index), talks[index], DAYS[index])
  assert.equal(removeDocument(registry, 'x'), true)
  assert.equal(removeDocument(registry, 'x'), false)
  assert.deepEqual(summary(registry), expected)
})

test('an edit that leaves the names of an article alone moves their mentions, and nothing has to be looked up again', () => {
  const texts = ['The mayor, Ada Quill, spoke. Quill left.', 'It rained for days. The mayor, Ada Quill, spoke. Quill left at noon.']
  const registry = registryOf(texts[0])
  const { revision } = registry
  add(registry, 'a', texts[1], DAYS[0])
  assert.equal(registry.revision, revision)
  assert.deepEqual(summary(registry), summary(registryOf(texts[1])))
  const [quill] = searchEntities(registry, 'quill')
  const mentioned = [...entityMentions(registry, quill)].map(({ span }) => texts[1].slice(span.start, span.end))
  assert.deepEqual(mentioned, ['Ada Quill', 'Quill'])
  for (const text of ['The governor, Ada Quill, spoke. Quill left.', 'Ada Quill and Bo Tarn spoke. Quill left.', 'Nobody spoke.']) {
    const { revision } = registry
    add(registry, 'a', text, DAYS[0])
    assert.ok(registry.revision > revision, text)
    assert.deepEqual(summary(registry), summary(registryOf(text)), text)
  }
})

test('articles in any order, added and taken out at random, give the same answers', () => {
  const texts = [
    ...talks,
    'Bill Clinton met Mr. Clinton. Xi left.',
    'Hillary Clinton spoke, said Clinton.',
    'President Xi Jinping met Trump in the U.K.',
    'President Donald Trump met the EU. The European Union agreed.',
  ]
  const all = texts.map((_, index) => index)
  fc.assert(
    fc.property(fc.shuffledSubarray(all), fc.shuffledSubarray(all, { minLength: 1 }), (passing, staying) => {
      const mixed = createEntityRegistry()
      for (const index of passing) add(mixed, `${index}`, texts[index], DAYS[0])
      for (const index of staying) add(mixed, `${index}`, texts[index], DAYS[1])
      for (const index of passing) if (!staying.includes(index)) removeDocument(mixed, `${index}`)
      const plain = createEntityRegistry()
      for (const index of [...staying].sort()) add(plain, `${index}`, texts[index], DAYS[1])
      assert.deepEqual(summary(mixed), summary(plain))
      for (const draft of ['Clinton', 'Xi', 'Trump', 'Bessent', 'WTO'])
        assert.deepEqual(namesIn(mixed, `Ask ${draft}.`), namesIn(plain, `Ask ${draft}.`))
    }),
    { numRuns: runs(60) },
  )
})

test('an article put in the place of another leaves nothing of it behind', () => {
  const registry = registryOf('Scott Bessent left.')
  add(registry, 'a', 'Janet Yellen left.', null)
  assert.deepEqual(summary(registry), ['person Janet Yellen () 1/1'])
  removeDocument(registry, 'a')
  assert.deepEqual(summary(registry), [])
  assert.deepEqual([registry.byForm.changed.size, registry.words.changed.size, registry.byInitials.changed.size], [0, 0, 0])
})

test('a surname that two people share is open, unless one of them is much more in the news', () => {
  const two = registryOf('Hillary Clinton spoke.', 'Bill Clinton spoke.', 'Mr. Clinton left.')
  assert.deepEqual(namesIn(two, 'Ask Hillary Clinton or Clinton.'), ['Hillary Clinton = Hillary Clinton', 'Clinton = Clinton'])
  const known = registryOf(...DAYS.slice(1).map(() => 'President Donald Trump spoke.'), 'Melania Trump spoke.')
  assert.deepEqual(namesIn(known, 'Ask Trump.'), ['Trump = Donald Trump'])
})

test('an id leads to its entity also when a fuller name turns up', () => {
  const registry = registryOf('Mr. Bessent spoke. Then Bessent left.')
  const [id] = searchEntities(registry, 'bessent')
  add(registry, 'b', 'Scott Bessent spoke.', null)
  assert.equal(nameOf(registry, id), 'Scott Bessent')
  removeDocument(registry, 'b')
  assert.equal(nameOf(registry, id), 'Bessent')
  removeDocument(registry, 'a')
  assert.equal(entityInfo(registry, id), null)
})

test('aliases that the writer declares are one entity', () => {
  const registry = registryOf('The Kestrel Group grew.', 'KGX fell.')
  assert.equal(summary(registry).length, 2)
  setAliases(registry, [['KGX', 'Kestrel Group', 'Old Kestrel']])
  assert.deepEqual(summary(registry), ['organization Kestrel Group (KGX) 2/2'])
  assert.deepEqual(namesIn(registry, 'We own Old Kestrel shares.'), ['Old Kestrel = Kestrel Group'])
  setAliases(registry, [])
  assert.equal(summary(registry).length, 2)
})

test('roles come with their article, the latest first, former ones told apart', () => {
  const registry = registryOf('Senator Marco Rubio spoke.', 'Secretary of State Marco Rubio spoke.', 'Former Senator Marco Rubio spoke.')
  const { roles, firstOn, latestOn } = entityInfo(registry, searchEntities(registry, 'rubio')[0])!
  assert.deepEqual(
    roles.map(({ text, former, uri, publishedOn }) => [text, former, uri, publishedOn]),
    [
      ['Senator', true, 'c', DAYS[2]],
      ['Secretary of State', false, 'b', DAYS[1]],
      ['Senator', false, 'a', DAYS[0]],
    ],
  )
  assert.deepEqual([firstOn, latestOn], [DAYS[0], DAYS[2]])
})

test('mentions lead to their sentences in the article', () => {
  const registry = registryOf(talks[0])
  const mentions = [...entityMentions(registry, searchEntities(registry, 'bessent')[0])]
  assert.deepEqual(
    mentions.map(({ span, sentence }) => [talks[0].slice(span.start, span.end), talks[0].slice(sentence.start, sentence.end)]),
    [
      ['Scott Bessent', 'US Treasury Secretary Scott Bessent met Vice Premier He Lifeng in Malaysia.'],
      ['Bessent', 'Bessent smiled.'],
    ],
  )
})

test('names in a draft are found at word boundaries, the longest first', () => {
  const registry = registryOf(...talks)
  const rows: [string, string[]][] = [
    ["Bessent's team left Malaysia.", ['Bessent = Scott Bessent', 'Malaysia = Malaysia']],
    ['The World Trade Organization spoke.', ['World Trade Organization = World Trade Organization']],
    ['A US-Malaysia deal.', ['US = United States', 'Malaysia = Malaysia']],
    ['The U.S. was in.', ['U.S. = United States']],
    ['It is for us. WTOs. Malaysian.', []],
    ['He said so.', []],
    ['Vice Premier He said so to He.', ['He = He Lifeng', 'He = He Lifeng']],
    ['He Lifeng said so.', ['He Lifeng = He Lifeng']],
    ['A world trade organization.', []],
  ]
  for (const [draft, expected] of rows) assert.deepEqual(namesIn(registry, draft), expected, draft)
})

test('a name within a slip of a known one is misspelt; unknown names are left alone', () => {
  const registry = registryOf(...talks)
  const rows: [string, string[]][] = [
    ['We met Scott Bessant there.', ['Scott Bessant → Scott Bessent']],
    ['We met Ngozi Okonjo-Iwaela there.', ['Ngozi Okonjo-Iwaela → Ngozi Okonjo-Iweala']],
    ['We met Okonjo-Iwaela there.', ['Okonjo-Iwaela → Okonjo-Iweala']],
    ['We met Bessant there.', ['Bessant → Bessent']],
    ['We met Scott Bessent there.', []],
    ['We met Scott Benson there.', []],
    ['We met Stott Bisset there.', []],
    ['We met Janet Miller there.', []],
    ['We met Ana Yellen there.', []],
    ['We flew to Malaysia and Malawi.', []],
    ['We flew to Bejing and Malasia.', ['Bejing → Beijing', 'Malasia → Malaysia']],
    ['We met Mr. Bejing there.', []],
    ['We met Scott Bessant, a chef, there.', []],
    ['We met Treasury Secretary Scott Bessant there.', ['Scott Bessant → Scott Bessent']],
    ['We met Scott Bessant. Bessant left.', ['Scott Bessant → Scott Bessent', 'Bessant → Bessent']],
    ['We met Lisa Bessant. Bessant left.', []],
    ['We met Lisa Bessent and the Bessents there.', []],
    ["We met Bessent's and Malaysia's teams.", []],
    ['We read the World Trade Organisation rules.', []],
    ['We met Janet Yelland, Amadou Tervel and Xi Mingze there.', []],
  ]
  for (const [draft, expected] of rows) assert.deepEqual(corrections(registry, draft), expected, draft)
})

test('of a name of several words one may be a slip, of a short one two letters swapped; words that mean something are none', () => {
  const registry = registryOf(
    'The Ministry of Commerce agreed. Jamieson Greer and Donald Trump met in Japan. Greer left. Trump stayed. Janet Allan waited.',
    'The Harbour Ministry asked the Bank of England. The Harnick Rovers lost. Kestrel Holdings sailed the South China Sea. Ada Allen left.',
  )
  const rows: [string, string[]][] = [
    ['The Ministry of Commerse agreed.', ['Ministry of Commerse → Ministry of Commerce']],
    ['The Commerse Ministry agreed.', ['Commerse Ministry → Ministry of Commerce']],
    ['The Ministry of Commence agreed.', []],
    ['The Ministry of Culture agreed.', []],
    ['The Bank of Engand waited.', ['Bank of Engand → Bank of England']],
    ['The Bank of Ireland waited.', []],
    ['They sailed the South Chnia Sea.', ['South Chnia Sea → South China Sea']],
    ['The Harnik Rovers won.', ['Harnik Rovers → Harnick Rovers']],
    ['Then Kestral Holdings closed.', ['Kestral Holdings → Kestrel Holdings']],
    ['Then Petrel Holdings closed.', []],
    ['Then Jamison Greer left.', ['Jamison Greer → Jamieson Greer']],
    ['Then Janet Allen left.', []],
    ['Then Trupm left.', ['Trupm → Trump']],
    ['Then Grere left.', ['Grere → Greer']],
    ['They flew to Jpaan.', ['Jpaan → Japan']],
    ['Then Geer left.', []],
    ['Then Tromp left.', []],
    ['They met Spahn and Grier there.', []],
    ['It was (President Donald) Trump who left.', []],
  ]
  for (const [draft, expected] of rows) assert.deepEqual(corrections(registry, draft), expected, draft)
})

test('a role that all sources deny is contradicted; silence and vaguer roles are not', () => {
  const registry = registryOf(...talks)
  const rows: [string, string[]][] = [
    ['We met Commerce Secretary Scott Bessent.', ['Commerce Secretary → Treasury Secretary']],
    ['We met US Commerce Secretary Scott Bessent.', ['US Commerce Secretary → US Treasury Secretary']],
    ['We met Premier He Lifeng.', ['Premier → Vice Premier']],
    ['We met Treasury Secretary Scott Bessent.', []],
    ['We met Secretary Scott Bessent.', []],
    ['We met Chairman Scott Bessent.', []],
    ['We met Commerce Secretary Howard Lutnick.', []],
    ['We met Scott Bessent, the commerce secretary.', ['commerce secretary → treasury secretary']],
    ['We met former Commerce Secretary Scott Bessent.', []],
    ['We met Treasury and Commerce Secretary Scott Bessent.', []],
  ]
  for (const [draft, expected] of rows) assert.deepEqual(deniedRoles(registry, draft), expected, draft)
})

test('roles of one head contradict each other by field, country or seat, and by nothing that may be true beside them', () => {
  const source = (role: string): string => `${role} Ada Quill spoke.`
  const rows: [string, string, string[]][] = [
    ['Harbour Minister', 'Fishery Minister Ada Quill left.', ['Fishery Minister → Harbour Minister']],
    ['Harbour Minister', 'The fishery minister Ada Quill left.', ['fishery minister → harbour minister']],
    ['Harbour Minister', 'Ada Quill, the fishery minister, left.', ['fishery minister → harbour minister']],
    ['Harbour Minister', 'Minister Ada Quill left.', []],
    ['Harbour Minister', 'Cabinet minister Ada Quill left.', []],
    ['Minister', 'Harbour Minister Ada Quill left.', []],
    ['Fisheries Minister', 'Fishery Minister Ada Quill left.', []],
    ['Deputy Harbour Minister', 'Harbour Minister Ada Quill left.', ['Harbour Minister → Deputy Harbour Minister']],
    ['Prime Minister', 'Finance Minister Ada Quill left.', ['Finance Minister → Prime Minister']],
    ['French President', 'German President Ada Quill left.', ['German President → French President']],
    ['French President', 'President Ada Quill left.', []],
    ['US President', 'American President Ada Quill left.', []],
    ['US Senator', 'Ohio Senator Ada Quill left.', []],
    ['Mayor of Harnick', 'Brand Mayor Ada Quill left.', ['Brand Mayor → Mayor of Harnick']],
    ['Harnick Mayor', 'Ada Quill, the mayor of Harnick, left.', []],
    ['Kestrel spokeswoman', 'Company spokeswoman Ada Quill left.', []],
    ['opposition leader', 'Party leader Ada Quill left.', []],
    ['Kestrel Chief Executive', 'Orbis Chief Executive Ada Quill left.', []],
    ['Constructor Minister', 'Prototype Minister Ada Quill left.', ['Prototype Minister → Constructor Minister']],
    ['Former Harbour Minister', 'Fishery Minister Ada Quill left.', []],
  ]
  for (const [role, draft, expected] of rows) assert.deepEqual(deniedRoles(registryOf(source(role)), draft), expected, `${role}: ${draft}`)
})

test('roles of one time that deny each other are a disagreement; a new office is none', () => {
  const disagree = (...articles: [text: string, day: string | null][]): boolean => {
    const registry = createEntityRegistry()
    articles.forEach(([text, day], index) => add(registry, `${index}`, text, day))
    return rolesDisagree(entityInfo(registry, searchEntities(registry, 'quill')[0])!.roles)
  }
  assert.equal(disagree(['Harbour Minister Ada Quill left.', DAYS[0]], ['Fishery Minister Ada Quill left.', DAYS[1]]), true)
  assert.equal(disagree(['Harbour Minister Ada Quill left.', '2021-01-01'], ['Fishery Minister Ada Quill left.', DAYS[1]]), false)
  assert.equal(disagree(['Harbour Minister Ada Quill left.', DAYS[0]], ['Minister Ada Quill left.', DAYS[1]]), false)
  assert.equal(disagree(['Harbour Minister Ada Quill left.', DAYS[0]], ['Former Fishery Minister Ada Quill left.', DAYS[1]]), false)
})

test('where sources give somebody several roles, or disagree, none of them is contradicted', () => {
  const registry = registryOf('Harbour Minister Ada Quill spoke.', 'Fishery Minister Ada Quill spoke.')
  assert.deepEqual(deniedRoles(registry, 'Fishery Minister Ada Quill left.'), [])
  assert.deepEqual(deniedRoles(registry, 'Harbour Minister Ada Quill left.'), [])
  assert.deepEqual(deniedRoles(registry, 'Trade Minister Ada Quill left.'), ['Trade Minister → Fishery Minister'])
})
