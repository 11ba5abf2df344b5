import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc, { runs } from './property'
import type { DocumentEntity } from '../../server/src/core/recognize/entity'
import { resolvedReferences } from '../../server/src/core/recognize/names/resolvedReferences'
import { recognizeEntities } from '../../server/src/core/recognize/names/recognizeEntities'
import { readPassage } from '../../server/src/core/text/passage'

/** The entities of a text, each line a passage. */
const entitiesOf = (text: string): DocumentEntity[] =>
  recognizeEntities(
    text
      .split('\n')
      .filter(line => line.trim() !== '')
      .map(readPassage),
  )

const summary = (text: string): string =>
  entitiesOf(text)
    .map(({ name, kind }) => `${kind} ${name}`)
    .join(', ')

/** Checks rows of `text => kind Name, kind Name`. */
function checkRows(rows: string, read: (text: string) => string): void {
  for (const row of rows.trim().split('\n')) {
    const [text, expected] = row.split(' => ').map(part => part.trim())
    assert.equal(read(text), expected === 'nothing' ? '' : expected, text)
  }
}

test('people are known by titles, given names and what is said of them', () => {
  checkRows(
    `
    On Monday Angela Merkel spoke to voters. => person Angela Merkel
    Prime Minister Narendra Modi arrived. => person Narendra Modi
    The deal pleased chief executive Ola Kallenius. => person Ola Kallenius
    Critics of Ursula von der Leyen stayed away. => person Ursula von der Leyen
    It was signed by Ngozi Okonjo-Iweala there. => person Ngozi Okonjo-Iweala
    The poem is by Sinéad O'Connor. => person Sinéad O'Connor
    He admires Martin Luther King Jr. and others. => person Martin Luther King Jr.
    A portrait of John F. Kennedy was sold. => person John F. Kennedy
    We met Dr. Maria Łukasiewicz there. => person Maria Łukasiewicz
    Then Tomasz Borkowski, 45, left. => person Tomasz Borkowski
    It was harbour master Lian Osk who left. => person Lian Osk
    Fishery Minister Ada Quill left. => person Ada Quill
    City Councillor Ada Quill left. => person Ada Quill
    The novel is by Stephen King, I hear. => person Stephen King
    It was Ms King who left. => person King
    It was (Russian President Vladimir) Putin who left. => person Vladimir Putin
    `,
    summary,
  )
})

test('organisations are known by the words that end their names', () => {
  checkRows(
    `
    He works at the University of Oregon now. => organization University of Oregon
    Shares of Kestrel Holdings fell. => organization Kestrel Holdings
    It was approved by the Food and Drug Administration yesterday. => organization Food and Drug Administration
    The rules of the Department of Health and Human Services apply. => organization Department of Health and Human Services
    They sued Baker & Sons over it. => organization Baker & Sons
    Lawyers for Orbis Inc. declined to comment. => organization Orbis Inc.
    It was reported by the People's Daily first. => organization People's Daily
    A spokesman for China Eastern Airlines said so. => organization China Eastern Airlines
    Trading on the Tokyo Stock Exchange stopped. => organization Tokyo Stock Exchange
    They read the report of the Chartered Institute of Procurement and Supply now. => organization Chartered Institute of Procurement and Supply
    The club Bayern Munich lost. => organization Bayern Munich
    They flew with Air China again. => organization Air China
    The airline Aer Lingus lost. It was Aer Lingus again. => organization Aer Lingus
    Phones by Zentix were recalled, said the Zentix spokesman. => organization Zentix
    `,
    summary,
  )
})

test('places are known by heart, by the words that end their names and by the words around', () => {
  checkRows(
    `
    They flew to Malaysia, Japan and South Korea. => place Malaysia, place Japan, place South Korea
    A bridge over the Kavala River fell. => place Kavala River
    A fire broke out in Brackwater, Ohio. => place Brackwater, place Ohio
    They met near St. Louis. => place St. Louis
    The U.S. and the U.K. agreed. => place U.S., place U.K.
    Tensions grew in the South China Sea. => place South China Sea
    Talks on US-China trade went on. => place US, place China
    They climbed Mount Kenya. => place Mount Kenya
    We asked the mayor of Harnick. Then Harnick Mayor Jonas Reve left. => place Harnick, person Jonas Reve
    Mayor of Harnick Jonas Reve left. => place Harnick, person Jonas Reve
    `,
    summary,
  )
})

test('a name of one word that nothing is known of is told by what stands around it', () => {
  checkRows(
    `
    Garnett said the harbour would stay open. => person Garnett
    The harbour would stay open, Garnett said on Friday. => person Garnett
    “We will stay open,” said Garnett. => person Garnett
    Garnett smiled and waved. => person Garnett
    Garnett was born in a fishing village. => person Garnett
    On Friday Garnett pleaded guilty. => person Garnett
    It was Garnett's wife who called. => person Garnett
    Then Garnett, a welder, left early. => person Garnett
    Then Garnett, the harbour master, left early. => person Garnett
    Garnett, who is 34, left early. => person Garnett
    Garnett, 34, left early. => person Garnett
    Garnett lost the case and his house. => person Garnett
    Garnett arrived on Friday. She stayed. => person Garnett
    They asked whether Garnett had called. => person Garnett
    They found old Garnett asleep. => person Garnett
    Fishermen, who are 34, left early. => nothing
    They spoke with Mr Garnett again. => person Garnett
    Garnett opened the regatta. => person Garnett
    Zentix said it would recall the pumps. => organization Zentix
    On Friday Zentix shares fell. => organization Zentix
    The Zentix recall went on. => organization Zentix
    Zentix announced a recall. => organization Zentix
    Then Zentix, a maker of pumps, fell. => organization Zentix
    A Zentix pump burst. => organization Zentix
    Zentix bought a rival. It paid in cash. => organization Zentix
    They read it on Zentix that day. => organization Zentix
    She worked at Zentix for years. => organization Zentix
    Garnett.com said so. => organization Garnett.com
    They live in Wexcombe now. => place Wexcombe
    A parcel from Wexcombe was lost. => place Wexcombe
    They drove through Wexcombe at night. => place Wexcombe
    Then Wexcombe, a village of 300 people, was flooded. => place Wexcombe
    The judge in Wexcombe said he would wait. => place Wexcombe
    It rained in northern Wexcombe again. => place Wexcombe
    `,
    summary,
  )
})

test('events, laws and products are other names', () => {
  checkRows(
    `
    It was shown at the Zurich Summit. => other Zurich Summit
    They voted for the Clean Water Act. => other Clean Water Act
    They flew aboard Air Force One. => other Air Force One
    They sold the iPhone at once. => other iPhone
    They sang on New Year's Eve. => other New Year's Eve
    It was sold on Black Friday. => other Black Friday
    `,
    summary,
  )
})

test('dates, adjectives of place, everyday words and titles alone are no names', () => {
  checkRows(
    `
    On Monday, Chinese officials met in November. => nothing
    Markets rose. However, prices fell. => nothing
    The Southeast Asian country agreed. => nothing
    The President spoke. The Vice President did not. => nothing
    I think I'm right. => nothing
    The prize is US$ 5,000 by 18:00 UTC. => nothing
    It holds 160GB, filed for Chapter 11 and lost GB £20. => nothing
    The North Korean and Middle Eastern leaders met. => nothing
    Grim: a word. Sixteen birds flew over. => nothing
    `,
    summary,
  )
})

test('a word at the start of a sentence is a name where the document writes it large elsewhere', () => {
  assert.equal(summary('Velcor makes engines. The engines of Velcor are loud.'), 'organization Velcor')
  assert.equal(summary('Engines are loud. The engines are old.'), '')
  assert.equal(summary('Under President Joko Widodo things changed.'), 'person Joko Widodo')
  assert.equal(summary('Hosting Brazil was costly.'), 'place Brazil')
})

test('headlines and capitals give names that the text below them has', () => {
  const text = `
    Kestrel Plans Bold Move Into Solar Power Market
    The company Kestrel said on Friday that it would build a solar plant.`
  assert.equal(summary(text), 'organization Kestrel')
  const shouted = `
    KESTREL PLANS BOLD MOVE AS PROFITS RISE
    The company Kestrel said on Friday that it would build a plant.`
  assert.equal(summary(shouted), 'organization Kestrel')
})

test('date lines give places', () => {
  checkRows(
    `
    WASHINGTON, Oct 23 – The talks went on. => place Washington
    KUALA LUMPUR: The talks went on. => place Kuala Lumpur
    HANOI (Reuters) - The talks went on. => place Hanoi, organization Reuters
    `,
    summary,
  )
})

test('"He" is a name behind a title, before a given name and inside a sentence', () => {
  const text = 'Vice Premier He Lifeng led them. Bessent spoke by phone with He on Friday. He said so. Later He and Bessent met.'
  const [he] = entitiesOf(text)
  assert.equal(he.name, 'He Lifeng')
  const names = he.mentions.filter(({ form }) => form === 'name').map(({ start }) => start)
  assert.deepEqual(
    names,
    ['He Lifeng', 'He on', 'He and'].map(each => text.indexOf(each)),
  )
  assert.equal(summary('He said so. But then He was quoted.'), '')
})

test('forms of a name are one entity', () => {
  const rows = `
    Scott Bessent spoke. Then Bessent left. => Scott Bessent / Bessent
    Xi Jinping spoke. Then Xi left. => Xi Jinping / Xi
    Ursula von der Leyen spoke. Later von der Leyen left. => Ursula von der Leyen / von der Leyen
    Donald J. Trump spoke. Then Donald Trump left, and Trump returned. => Donald J. Trump / Donald Trump / Trump
    The World Trade Organization (WTO) met. The WTO agreed. => World Trade Organization / WTO
    The Global Harvest Fund (GHF) met. The GHF agreed. => Global Harvest Fund / GHF
    The United States agreed. America and the US signed, as the U.S. must. => United States / America / US / U.S.
    The Constructor toString Organisation met. The Constructor toString Organization left. => Constructor toString Organisation / Constructor toString Organization
    The firm Orbis Inc. lost. So did Orbis later. => Orbis Inc. / Orbis
    China's Commerce Ministry agreed. => China
    The Ministry of Commerce met. Later the Commerce Ministry agreed. => Ministry of Commerce / Commerce Ministry
  `
  checkRows(rows, text => {
    const [{ name, aliases }] = entitiesOf(text)
    return [name, ...aliases].join(' / ')
  })
})

test('two people of one surname stay two; a lone surname is the one named last', () => {
  const text = 'Hillary Clinton spoke first. Clinton smiled. Then Bill Clinton came. Clinton waved.'
  const found = entitiesOf(text).map(({ name, mentions }) => `${name} ${mentions.length}`)
  assert.deepEqual(found, ['Hillary Clinton 2', 'Bill Clinton 2'])
  const titled = 'Hillary Clinton spoke first. Then Bill Clinton came. Mrs Clinton waved. Clinton and Mr Clinton left.'
  assert.deepEqual(
    entitiesOf(titled).map(({ name, mentions }) => `${name} ${mentions.length}`),
    ['Hillary Clinton 2', 'Bill Clinton 3'],
  )
})

test('roles are taken as the text gives them', () => {
  const rows = `
    US Treasury Secretary Scott Bessent left. => US Treasury Secretary
    WTO Director-General Ngozi Okonjo-Iweala left. => WTO Director-General
    Secretary of State Marco Rubio left. => Secretary of State
    Boeing spokesman Jim Proulx left. => Boeing spokesman
    (U.S. Trade Representative) Jamieson Greer left. => U.S. Trade Representative
    Anna Brandt, an old friend of President Joko Widodo, left. => an old friend of President Joko Widodo
    Anna Brandt, China's vice premier, left. => China's vice premier
    Japan's prime minister, Taro Aso, left. => Japan's prime minister
    The former chief operating officer, Tim Cook, left. => former: chief operating officer
    Former Treasury Secretary Janet Yellen left. => former: Treasury Secretary
    The then-President George Bush left. => former: President
    Secretary Scott Bessent, the US Treasury Secretary, left. => US Treasury Secretary
    The harbour master Ada Quill left. => harbour master
    Harbour Master Ada Quill left. => Harbour Master
    Officials met harbour master Ada Quill. => harbour master
    Ada Quill, the harbour master, left. => harbour master
    Ada Quill, who is the mayor of Harnick, left. => mayor of Harnick
    Ada Quill became the director of the institute in May. => director of the institute
    Ada Quill was named head coach on Friday. => head coach
    Ada Quill, 52, a welder from Brand, left. => a welder from Brand
    Ada Quill, a former teacher who moved to Brand, left. => former: teacher
    Ada Quill, a spokeswoman for the Kestrel Group, left. => a spokeswoman for the Kestrel Group
    Ada Quill, a professor at the University of Oregon, left. => a professor at the University of Oregon
    The mayor of Harnick, Ada Quill, left. => mayor of Harnick
    The town's mayor, Ada Quill, left. => mayor
    Japan's finance minister Taro Aso left. => Japan's finance minister
    Fishery Minister Ada Quill left. => Fishery Minister
    Founder and chief executive Ada Quill left. => Founder and chief executive
    It was lead author Ada Quill who left. => lead author
    Violinist Anna Brandt left. => Violinist
    Ada Quill, a day later, left. However Ada Quill, in winter, stayed. => nothing
    Mr. Scott Bessent left. => nothing
    Scott Bessent, who was tired, left. => nothing
  `
  checkRows(rows, text => {
    const people = entitiesOf(text).filter(({ kind, roles }) => kind === 'person' && roles.length > 0)
    const roles = people.flatMap(person => person.roles.map(({ text: role, former }) => (former ? `former: ${role}` : role)))
    return roles.filter(role => role !== 'President' || !text.includes('friend')).join(', ')
  })
})

/** Who is meant by what: "Scott Bessent: He his". */
function meant(text: string): string {
  const lines = text.split(' / ')
  return recognizeEntities(lines.map(readPassage))
    .flatMap(({ name, mentions }) => {
      const references = mentions.filter(({ form }) => form === 'reference')
      return references.length > 0
        ? [`${name}: ${references.map(({ passage, start, end }) => lines[passage].slice(start, end)).join(' ')}`]
        : []
    })
    .join(', ')
}

test('pronouns are resolved where there is no doubt', () => {
  checkRows(
    `
    Scott Bessent spoke. He left. => Scott Bessent: He
    Ngozi Okonjo-Iweala spoke. She said she agreed. => Ngozi Okonjo-Iweala: She she
    Janet Yellen met Scott Bessent. He left. => Scott Bessent: He
    Mr Bessent met Ms King. He left. => Bessent: He
    Scott Bessent spoke. / Nothing came of it. / He left. => Scott Bessent: He
    Donald Trump said his plan was ready. He saw Xi Jinping. Reporters asked him. => Donald Trump: his He
    Janet Yellen spoke. Her plan pleased her, and she said so herself. => Janet Yellen: Her her she herself
    Ada Quill left. Then Scott Bessent called her. => Ada Quill: her
    Scott Bessent met Ada Quill. “We agree,” he said. => Scott Bessent: he
    Scott Bessent met Donald Trump. Nobody knew where he went. => nothing
    Scott Bessent met Donald Trump. He left. => Scott Bessent: He
    Aides of Scott Bessent met Donald Trump. He left. => nothing
    Scott Bessent spoke. A spokesman agreed. He left. => nothing
    Scott Bessent was there. “He left,” a guard said. => nothing
    Scott Bessent was there. ‘We like him, we always did,’ a guard said. => nothing
    Scott Bessent spoke. Then Donald Trump called him. => Scott Bessent: him
    Later Scott Bessent called him. => nothing
    `,
    meant,
  )
})

test('"it" and "they" are resolved for who speaks', () => {
  checkRows(
    `
    The Commerce Ministry said it would come. It said no more. => Commerce Ministry: it It
    The WTO said on Friday that it was cutting its forecast. => WTO: it
    Kestrel Holdings announced its results. => Kestrel Holdings: its
    The WTO said it was too early. It was late. => nothing
    The WTO met the Commerce Ministry. It said nothing. => nothing
    `,
    meant,
  )
})

test('descriptions are resolved by the roles and names that the text gives', () => {
  checkRows(
    `
    Treasury Secretary Scott Bessent spoke. Later the secretary left. => Scott Bessent: the secretary
    President Xi Jinping met President Donald Trump. Then the president left. => nothing
    President Xi Jinping came. President Donald Trump came later. Then the president left. => Donald Trump: the president
    US President Donald Trump met French President Emmanuel Macron. The French president left. => Emmanuel Macron: The French president
    Treasury Secretary Scott Bessent met Finance Minister Lan Foan. The finance minister left. => Lan Foan: The finance minister
    Treasury Secretary Scott Bessent met Finance Minister Lan Foan. The trade minister left. => nothing
    Finance Minister Lan Foan spoke. A Thai minister spoke too. The minister left. => nothing
    Mayor of Harnick Jonas Reve spoke. The mayor of Brand left. The mayor of Harnick stayed. => Jonas Reve: The mayor of Harnick
    Former Treasury Secretary Janet Yellen spoke. The secretary left. The former secretary stayed. => Janet Yellen: The former secretary
    Anna Brandt, an old friend of President Joko Widodo, left. The president stayed. => Joko Widodo: The president
    The Commerce Ministry agreed. The news came after the ministry met. => Commerce Ministry: the ministry
    The Commerce Ministry and the Finance Ministry agreed. The commerce ministry met. The ministry met. => Commerce Ministry: The commerce ministry The ministry
    Kestrel Holdings fell. The company said it had lost money. => Kestrel Holdings: The company it
    Kestrel Holdings sold it to Orbis Inc. The company declined to comment. => nothing
    `,
    meant,
  )
})

test('what stands for a name leads to the fullest form of it', () => {
  const lines = ['The World Trade Organization (WTO) spoke.', 'The WTO said it would ask Scott Bessent.', 'Bessent met them. He left.']
  const passages = lines.map(readPassage)
  const shown = resolvedReferences(recognizeEntities(passages), passages).map((references, passage) =>
    references.map(({ first, last, form, name }) => {
      const { tokens } = passages[passage]
      const full = passages[name.passage].tokens
      const written = tokens.text.slice(tokens.starts[first], tokens.ends[last - 1])
      return `${written} (${form}) = ${full.text.slice(full.starts[name.first], full.ends[name.last - 1])}`
    }),
  )
  assert.deepEqual(shown, [
    ['WTO (short) = World Trade Organization'],
    ['WTO (short) = World Trade Organization', 'it (reference) = World Trade Organization'],
    ['Bessent (short) = Scott Bessent', 'He (reference) = Scott Bessent'],
  ])
})

test('a word inside a name is no pronoun for the one who is named', () => {
  const [entity] = entitiesOf('Xi He Lifeng')
  assert.deepEqual(
    entity.mentions.map(({ start, end }) => [start, end]),
    [[0, 12]],
  )
})

test('any text gives mentions in order, inside their passages', () => {
  const piece = fc.constantFrom(
    'He',
    'Lifeng',
    'US',
    'U.S.',
    'the',
    'Bank',
    'of',
    'and',
    "'s",
    '-',
    '(',
    ')',
    '.',
    ',',
    'Mr',
    'President',
    'van',
    'Xi',
    'ü',
    '\n',
    '“',
    '7',
  )
  const words = fc.array(fc.tuple(fc.oneof(piece, fc.string({ maxLength: 6 })), fc.constantFrom('', ' ')), { maxLength: 40 })
  fc.assert(
    fc.property(fc.array(words, { maxLength: 3 }), texts => {
      const passages = texts.map(parts => readPassage(parts.flat().join('')))
      for (const { name, mentions } of recognizeEntities(passages)) {
        assert.ok(name.length > 0 && mentions.length > 0)
        mentions.forEach(({ passage, start, end }, index) => {
          assert.ok(start < end && end <= passages[passage].tokens.text.length)
          const before = mentions[index - 1]
          assert.ok(index === 0 || before.passage < passage || (before.passage === passage && before.end <= start))
        })
      }
    }),
    { numRuns: runs(300) },
  )
})

test('no text makes recognition fail', () => {
  for (const text of ['', ' ', '...', 'A', "'", 'O’', 'U.', 'He', 'The', '()', 'A-', 'Mr.', 'van der', 'X'.repeat(5000), 'Ab-'.repeat(500)])
    assert.ok(entitiesOf(text).length <= 30, text.slice(0, 20))
})

test('names are told with their accents in one piece, as keyboards write them', () => {
  const apart = 'On Monday Zoë Müller-Núñez spoke.'.normalize('NFD')
  assert.equal(summary(apart), 'person Zoë Müller-Núñez')
})
