import type { Random } from './random'

/** How a value is written. */
type Style = 'count' | 'percent' | 'money' | 'date' | 'age' | 'years' | 'kilometres' | 'ordinal'

/**
 * What a story can state: `{v}` is the value, `{b}` the value before an update, other braces the cast. The first wordings are the articles',
 * the last ones the drafts'. `grows` values change from one article of a story to the next.
 */
export interface FactKind {
  readonly style: Style
  readonly low: number
  readonly high: number
  readonly grows: boolean
  readonly article: readonly string[]
  readonly draft: readonly string[]
}

const fact = (style: Style, low: number, high: number, article: string[], draft: string[], grows = false): FactKind => ({
  style,
  low,
  high,
  grows,
  article,
  draft,
})

/** The facts of each kind of story. */
export const storyKinds: readonly (readonly FactKind[])[] = [
  [
    fact(
      'count',
      3,
      480,
      [
        'At least {v} people were killed when a landslide hit {place}',
        'The death toll from the landslide in {place} stood at {v}, officials said',
        'Rescuers in {place} said {v} people had died in the landslide',
      ],
      ['The landslide in {place} killed {v} people', 'In {place}, {v} people died when the slope gave way'],
      true,
    ),
    fact(
      'count',
      5,
      900,
      ['Doctors in {place} treated {v} injured residents', 'Hospitals near {place} reported {v} people injured'],
      ['Hospitals near {place} treated {v} injured people', 'The landslide in {place} injured {v} people'],
      true,
    ),
    fact(
      'count',
      120,
      9000,
      ['Some families left at once, and {v} homes in {place} were destroyed', 'The mud destroyed {v} homes in {place}'],
      ['In {place} the mud destroyed {v} houses'],
    ),
    fact(
      'date',
      0,
      6,
      ['The landslide struck {place} on {v}', 'The slope above {place} collapsed on {v}'],
      ['The landslide hit {place} on {v}'],
    ),
    fact(
      'money',
      2,
      900,
      ['The government set aside {v} for the reconstruction of {place}', 'Rebuilding {place} will cost {v}, {p0} said'],
      ['Reconstruction of {place} will cost {v}'],
    ),
    fact(
      'kilometres',
      3,
      90,
      ['The road between {place} and {region} was blocked over a length of {v}'],
      ['Mud blocked {v} of the road from {place} to {region}'],
    ),
  ],
  [
    fact(
      'money',
      1,
      70,
      ['{company} reported quarterly revenue of {v}', 'Revenue at {company} came to {v} in the third quarter'],
      ['{company} took in revenue of {v} in the quarter', 'Quarterly sales at {company} were {v}'],
    ),
    fact(
      'percent',
      2,
      60,
      ['Net profit at {company} rose {v} from a year earlier', 'Profit at {company} was up {v} on the year'],
      ['{company} increased its profit by {v}'],
    ),
    fact(
      'count',
      200,
      14000,
      ['{company} said it would cut {v} jobs', 'The plan would cost {v} jobs at {company}'],
      ['{company} is to cut {v} jobs', 'At {company}, {v} jobs will go'],
    ),
    fact(
      'percent',
      1,
      19,
      ['Shares in {company} fell {v} after the announcement', 'The stock of {company} lost {v}'],
      ['Shares of {company} dropped {v}'],
    ),
    fact('date', 0, 6, ['{company} presented the results on {v}'], ['{company} published its results on {v}']),
    fact(
      'money',
      1,
      40,
      ['{company} offered {v} for {rival}', 'The bid values {rival} at {v}'],
      ['The bid of {company} for {rival} is worth {v}'],
    ),
  ],
  [
    fact(
      'percent',
      20,
      64,
      ['{p0} won {v} of the vote in {region}', 'In {region}, {p0} received {v} of the vote'],
      ['{p0} took {v} of the vote in {region}'],
      true,
    ),
    fact(
      'percent',
      31,
      88,
      ['Turnout in {region} was {v}', 'Officials put turnout in {region} at {v}'],
      ['In {region} turnout reached {v}'],
    ),
    fact(
      'count',
      40,
      410,
      ['The party of {p1} holds {v} seats in the assembly of {region}'],
      ['The party of {p1} has {v} seats in the assembly of {region}'],
    ),
    fact('date', 0, 6, ['Polling stations in {region} opened on {v}'], ['{region} voted on {v}']),
    fact(
      'count',
      900,
      80000,
      ['About {v} ballots in {place} were counted by hand'],
      ['In {place}, {v} ballots were counted by hand'],
      true,
    ),
  ],
  [
    fact(
      'percent',
      3,
      140,
      ['Duties on steel from {region} will rise to {v}', 'The tariff on steel from {region} was set at {v}'],
      ['The duty on steel from {region} goes to {v}', '{region} faces a tariff of {v} on its steel'],
      true,
    ),
    fact(
      'money',
      1,
      300,
      ['Trade between the two sides was worth {v} last year, {body} said'],
      ['According to {body}, trade was worth {v} last year'],
    ),
    fact('date', 0, 40, ['The truce with {region} expires on {v}', 'The pause in duties with {region} runs out on {v}'], ['The truce with {region} ends on {v}']), // prettier-ignore
    fact('count', 20, 900, ['Buyers in {region} ordered {v} shiploads of grain'], ['{region} ordered {v} shiploads of grain']),
    fact('ordinal', 2, 9, ['{p0} and {p1} met for the {v} round of talks in {place}'], ['{place} hosted the {v} round of talks between {p0} and {p1}']), // prettier-ignore
  ],
  [
    fact('years', 2, 28, ['A court in {place} sentenced {p0} to {v} in prison', '{p0} was jailed for {v} by a court in {place}'], ['{p0} was sent to prison for {v}']), // prettier-ignore
    fact('age', 19, 84, ['{p0}, {v}, denied all charges', 'The court heard that {p0}, {v}, had kept no records'], ['{p0}, {v}, denied the charges']), // prettier-ignore
    fact('money', 1, 90, ['Prosecutors said {p0} had taken {v} from {company}'], ['{p0} took {v} from {company}, prosecutors said']),
    fact('count', 4, 70, ['The court in {place} heard {v} witnesses'], ['{v} witnesses were heard in {place}']),
    fact('date', 0, 6, ['The verdict against {p0} was read on {v}'], ['{p0} was convicted on {v}']),
  ],
  [
    fact('count', 1000, 76000, ['A crowd of {v} watched {body} beat {region} Rovers'], ['{v} spectators saw {body} beat {region} Rovers']),
    fact('ordinal', 2, 14, ['It was the {v} win in a row for {body}'], ['{body} won for the {v} time in a row']),
    fact('age', 17, 39, ['{p0}, {v}, scored twice for {body}'], ['{p0}, {v}, scored two goals for {body}']),
    fact('money', 2, 120, ['{body} had paid {v} for {p0}'], ['{body} bought {p0} for {v}']),
    fact('date', 2, 20, ['{body} will travel to {place} on {v}'], ['{body} plays in {place} on {v}']),
  ],
  [
    fact(
      'count',
      60,
      42000,
      ['The study at {body} followed {v} patients', 'Researchers at {body} observed {v} patients'],
      ['{body} followed {v} patients in its study'],
    ),
    fact('percent', 4, 78, ['The risk fell by {v} among those treated, the team at {body} found'], ['At {body} the risk of treated patients fell by {v}']), // prettier-ignore
    fact('years', 2, 19, ['The trial at {body} lasted {v}'], ['The trial at {body} took {v}']),
    fact('money', 1, 50, ['{company} paid {v} towards the research at {body}'], ['{company} gave {v} to the research at {body}']),
    fact('date', 0, 6, ['{body} published the findings on {v}'], ['The findings of {body} appeared on {v}']),
  ],
]

/** Sentences around the facts: colour, quotes and background, without values or with passing ones. */
export const fillers: readonly string[] = [
  '"We have {adj} questions about the {noun}," {p1} told reporters in {place}',
  '"Nobody expected the {noun} to be so {adj}," said {p2}, {r2}',
  '{p0}, {r0}, called the {noun} {adj}',
  'The {noun} has divided residents of {place}, where {company} is the largest employer',
  'Neither {company} nor {rival} wanted to comment on the {adj} {noun}',
  '{body} has promised a {adj} review of the {noun}',
  'A {noun} near the {noun} was closed while officials looked at the {adj} {noun}',
  'Critics of {p1} say that the {noun} came too late for {region}',
  'For people in {place} the {noun} is a {adj} reminder of an older {noun}',
  '{p2} did not answer a request for an interview about the {noun}',
  'It is not clear how the {noun} will change the {adj} {noun} of {region}',
  'Analysts had spoken of a {adj} {noun} for months before the {noun}',
  'The {adj} {noun} in {region} had been the subject of {n} earlier reports',
  'Members of {body} gathered outside the {noun} until the evening',
  '"{region} will not forget this {noun}," {p0} said in a {adj} speech',
  'Under the {noun}, {company} must publish its {noun} within {n} weeks',
  'Local newspapers had described the {noun} as {adj} and the {noun} as {adj}',
  'The {noun} was first proposed by {p1} {n} years ago',
  'Supporters point to a {adj} {noun} in {region}, opponents to the {noun}',
  'Several of the {noun} records kept by {body} turned out to be {adj}',
]

export const nouns =
  `agreement airport alarm appeal archive argument audit balance bakery barrier beach border bridge budget cable campaign canal cargo
castle ceiling census channel charter chimney church circuit clinic coast coalition college column commission compass complaint concert contract corridor
cottage council courtyard culture customs dam deadline debate decision delay delivery demand deposit design device dispute district document drainage drought
dust economy engine estate evidence exhibition factory failure farm fashion ferry festival fleet forecast forest fortune fountain freight fuel furnace
gallery garden glacier grant guideline gymnasium harbour harvest heating height heritage highway hotel household housing hypothesis incident income industry
inquiry inspection insurance invoice island jacket journey junction kitchen laboratory landscape launch lawsuit league lecture leather legacy letter library
licence lighthouse loan lottery machine magazine mandate manual market measure medal memorial merger message migration mill mine mission mixture monument
mortgage motorway mountain museum neighbourhood network notebook novel nursery objection occupation ocean office opera orchard orchestra outcome outpost
package painting parade parish partner passage patent pattern payment pension petition pipeline platform policy pollution port portrait poverty practice
premium pressure procedure process programme project promise prospect protest province quarry question railway ranking receipt recipe record reform refuge
register repair report reserve reservoir resort response restaurant review reward river roof route sanctuary satellite scandal schedule scheme scholarship
school season section sector sequence service settlement shelter shipment shortage signal slope society software soil source station statue stadium storage
strategy studio subsidy suburb summit supply surface surplus survey suspension symbol target temple terminal territory theatre threat timber timetable title
tourism tower tradition traffic training transfer treasury treaty trend tunnel uniform union update vaccine valley vehicle venture verdict vessel village
vineyard violin warehouse warning waste weather wedding weekend welfare wharf wheat wildlife window winter workshop yard`.split(/\s+/)

export const adjectives =
  `absent abrupt academic accurate active ancient angry anxious awkward bitter bold brief bright broad calm careful cautious cheap
civic clear clever clumsy coastal common complex costly curious daring decent deep delicate dense difficult distant doubtful dramatic dry eager early elegant
empty endless equal exact fair faint familiar famous fatal fierce final firm flawed flexible fragile frank fresh friendly full gentle genuine global gradual
grave harsh hasty heavy hidden honest huge humble ideal idle illegal immense informal inner intense joint keen large lasting late lengthy light likely limited
local lonely loose loud loyal mild minor modern modest mutual narrow native neat nervous neutral noble noisy obscure obvious odd official open ordinary outer
painful partial patient permanent plain polite popular practical precious precise private proper proud public quick quiet random rapid rare raw recent
regional reliable remote rigid rough royal rural sacred secure sensible separate serious severe sharp silent simple slight slow smooth social solid sound
stable steady steep strange strict strong sudden subtle swift temporary tense thick tired tough tragic true unusual urban useful usual vague valid vast
visible vital vivid warm weak weary wide wild wise`.split(/\s+/)

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const shortMonths = ['Jan.', 'Feb.', 'March', 'April', 'May', 'June', 'July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.']
const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth']
const small = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',')
const ordinal = (value: number): string => ordinals[value - 1] ?? `${value}th`

/** Writes a value in one of its usual forms. A date's value is a day since 1970-01-01. */
export function writeValue(style: Style, value: number, random: Random): string {
  const day = new Date(value * 86_400_000)
  switch (style) {
    case 'count':
      return value < 10 && random.chance(0.5) ? small[value] : grouped(value)
    case 'percent':
      return random.chance(0.5) ? `${value}%` : random.chance(0.5) ? `${value} per cent` : `${value} percent`
    case 'money':
      return random.chance(0.5) ? `$${value} million` : `$${value}m`
    case 'years':
      return `${value < 10 && random.chance(0.5) ? small[value] : value} years`
    case 'kilometres':
      return random.chance(0.5) ? `${value} kilometres` : `${value} km`
    case 'ordinal':
      return random.chance(0.6) ? ordinal(value) : value === 2 ? '2nd' : value === 3 ? '3rd' : `${value}th`
    case 'age':
      return String(value)
    case 'date': {
      const [month, date] = [day.getUTCMonth(), day.getUTCDate()]
      return random.chance(0.5) ? `${shortMonths[month]} ${date}` : `${date} ${months[month]}`
    }
  }
}
