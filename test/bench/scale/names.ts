import type { Random } from './random'

const firstNames =
  `Ada Amir Ana Anders Anton Beatriz Boris Carla Chen Clara Daniel Dora Elena Emil Erik Fatima Felix Gita Hana Hugo Ida Igor
Ines Ivan Jana Jonas Julia Kamal Karin Kofi Lara Lena Leo Luis Maja Marco Maria Mateo Mina Nadia Nils Noor Olga Omar Otto Paula Pavel Petra
Ravi Rosa Samir Sara Selma Sofia Stefan Tara Theo Tomas Uma Vera Viktor Yara Yusuf Zora`.split(/\s+/)

const starts = 'Bar Bel Ber Bran Cal Cor Dal Dar Del Dor Fal Fen Gar Gol Hal Har Jan Kal Kar Kel Lan Lin Lor Mal Mar Mel Mor Nor Pal Per Ran Ros Sal Sor Tal Tan Tor Val Ver Vol Wil Zan'.split(' ') // prettier-ignore
const middles = 'a e i o u an en in on er ar el il os al'.split(' ')
const surnameEnds = 'berg der dez ford gan hart ic ini ko lund man mer nov ova quist rey son ster ton vic well'.split(' ')
const placeEnds = 'bridge burg bury dale field gate ham haven holm land minster mouth port stad stead ton vale ville wick worth'.split(' ')
const companyEnds = [
  'Group',
  'Holdings',
  'Industries',
  'Energy',
  'Motors',
  'Bank',
  'Foods',
  'Systems',
  'Airlines',
  'Steel',
  'Pharma',
  'Telecom',
]
const bodies = ['Council', 'University', 'Institute', 'Federation', 'Agency', 'Ministry', 'Authority', 'Hospital', 'Police', 'United']
const roles = `mayor of {place}|spokesman for {company}|chief executive of {company}|finance minister|health minister|trade envoy|police chief|coach of {body}
professor at {body}|head of {body}|union leader|prosecutor|governor of {place}|chairman of {company}|defence lawyer|economist at {company}`.split(/[|\n]/) // prettier-ignore

const stemOf = (random: Random): string => random.pick(starts) + random.pick(middles)

const makePlace = (random: Random): string => stemOf(random) + random.pick(placeEnds)
const makeSurname = (random: Random): string => stemOf(random) + random.pick(surnameEnds)
const makeCompany = (random: Random): string => `${stemOf(random)}${random.pick(['', 'x', 'co', 'tec'])} ${random.pick(companyEnds)}`

/** A person of a story, with the role that the articles give. */
export interface Person {
  readonly first: string
  readonly last: string
  readonly role: string
}

/** Who and what a story is about. */
export interface Cast {
  readonly people: readonly Person[]
  readonly place: string
  readonly region: string
  readonly company: string
  readonly rival: string
  readonly body: string
}

/** Invents the people, places and organisations of one story. */
export function makeCast(random: Random): Cast {
  const place = makePlace(random)
  const company = makeCompany(random)
  const body = `${place} ${random.pick(bodies)}`
  const people = Array.from({ length: random.whole(3, 6) }, () => {
    const role = random.pick(roles).replace('{place}', place).replace('{company}', company).replace('{body}', body)
    return { first: random.pick(firstNames), last: makeSurname(random), role }
  })
  return { people, place, region: makePlace(random), company, rival: makeCompany(random), body }
}
