import { hashWord } from '../text/vocabulary'

/**
 * Forms that no rule derives: a base form, then the forms that stand for it. Also spellings that differ between Britain and
 * America, and comparatives that news uses of figures.
 */
const irregularForms = `
be am is are was were been being
have has had having
do does did done doing
go goes went gone going
say said says saying
arise arose arisen
awake awoke awoken
bear borne
beat beaten
become became
begin began begun
bend bent
bid bade
bind bound
bite bit bitten
bleed bled
blow blew blown
break broke broken
breed bred
bring brought
build built
burn burnt
buy bought
catch caught
choose chose chosen
cling clung
come came
creep crept
deal dealt
dig dug
draw drew drawn
dream dreamt
drink drank drunk
drive drove driven
eat ate eaten
fall fell fallen
feed fed
feel felt
fight fought
find found
flee fled
fling flung
fly flew flown flies
forbid forbade forbidden
forget forgot forgotten
forgive forgave forgiven
freeze froze frozen
get got gotten
give gave given
grow grew grown
hang hung
hear heard
hide hid hidden
hold held
keep kept
kneel knelt
know knew known
lay laid
lead led
lean leant
leap leapt
learn learnt
leave left
lend lent
lie lying lies
light lit
lose lost
make made
mean meant
meet met
mistake mistook mistaken
oversee oversaw overseen
overtake overtook overtaken
overthrow overthrew overthrown
partake partook
pay paid
plead pled
prove proven
rebuild rebuilt
repay repaid
ride rode ridden
ring rang rung
rise rose risen
run ran
see saw seen
seek sought
sell sold
send sent
shake shook shaken
shine shone
shoot shot
show shown
shrink shrank shrunk
sing sang sung
sink sank sunk
sit sat
sleep slept
slide slid
speak spoke spoken
spend spent
spill spilt
spin spun
spring sprang sprung
stand stood
steal stole stolen
stick stuck
stink stank stunk
strike struck stricken
strive strove striven
swear swore sworn
sweep swept
swell swollen
swim swam swum
swing swung
take took taken
teach taught
tear tore torn
tell told
think thought
throw threw thrown
undergo underwent undergone undergoes
understand understood
undertake undertook undertaken
uphold upheld
wake woke woken
wear wore worn
weave wove woven
weep wept
win won
withdraw withdrew withdrawn
withhold withheld
withstand withstood
write wrote written
wound wounds wounded wounding
die dying
tie tying
vie vying
agree agreed
disagree disagreed
free freed
guarantee guaranteed
decree decreed
referee refereed
traffic trafficked trafficking
panic panicked panicking
man men
woman women
gunman gunmen
child children
person persons people
foot feet
tooth teeth
mouse mice
goose geese
ox oxen
half halves
knife knives
life lives
wife wives
thief thieves
wolf wolves
shelf shelves
loaf loaves
calf calves
leaf leaves
crisis crises
analysis analyses
basis bases
thesis theses
hypothesis hypotheses
diagnosis diagnoses
emphasis emphases
medium media
criterion criteria
phenomenon phenomena
referendum referenda
memorandum memoranda
stadium stadia
bacterium bacteria
datum data
bus buses
gas gases
lens lenses
menu menus
mp mps
tv tvs
israeli israelis
iraqi iraqis
pakistani pakistanis
saudi saudis
emirati emiratis
kuwaiti kuwaitis
omani omanis
yemeni yemenis
qatari qataris
somali somalis
bangladeshi bangladeshis
azerbaijani azerbaijanis
nazi nazis
taxi taxis
rabbi rabbis
ski skis
tsunami tsunamis
high higher highest
low lower lowest
large larger largest
big bigger biggest
small smaller smallest
old older oldest elder eldest
young younger youngest
early earlier earliest
late later latest
long longer longest
short shorter shortest
strong stronger strongest
weak weaker weakest
fast faster fastest
slow slower slowest
great greater greatest
heavy heavier heaviest
deep deeper deepest
wide wider widest
close closer closest
near nearer nearest
rich richer richest
poor poorer poorest
cheap cheaper cheapest
hot hotter hottest
cold colder coldest
tall taller tallest
new newer newest
center centre centred centring
theater theatre
meter metre
kilometer kilometre
centimeter centimetre
liter litre
fiber fibre
caliber calibre
defense defence
offense offence
license licence
practice practise
program programme
tire tyre
gray grey
plow plough
mold mould
jewelry jewellery
aluminum aluminium
maneuver manoeuvre
skeptic sceptic
skeptical sceptical
catalog catalogue
pajama pyjama
curb kerb
check cheque
paycheck paycheque
`

/** Words that only look inflected, or whose stem would be another word's. */
const uninflected = `
news series species lens texas always perhaps besides whereas afterwards towards james
united hundred sacred kindred alfred mohammed muhammad ahmed wilfred
during morning evening nothing something anything everything beijing ceiling sibling wyoming sterling darling
aide`

const isVowelAt = (word: string, at: number): boolean => {
  const letter = word[at]
  if (letter === 'y') return at > 0 && !isVowelAt(word, at - 1)
  return letter === 'a' || letter === 'e' || letter === 'i' || letter === 'o' || letter === 'u'
}

/** Porter's measure: how many times a consonant follows a vowel. */
function measure(word: string, end: number): number {
  let changes = 0
  for (let at = 1; at < end; at++) if (!isVowelAt(word, at) && isVowelAt(word, at - 1)) changes++
  return changes
}

function hasVowel(word: string): boolean {
  for (let at = 0; at < word.length; at++) if (isVowelAt(word, at)) return true
  return false
}

/** Whether a word's first `end` letters are one short syllable ("ris", "us"): English writes an e after it to make the vowel long. */
function isShortSyllable(word: string, end: number): boolean {
  const last = word[end - 1]
  if (end < 2 || measure(word, end) !== 1 || isVowelAt(word, end - 1) || last === 'w' || last === 'x' || last === 'y') return false
  return isVowelAt(word, end - 2) && (end === 2 || !isVowelAt(word, end - 3))
}

function withoutPlural(word: string): string {
  if (!word.endsWith('s')) return word
  if (word.endsWith('ies')) return word.length > 4 ? word.slice(0, -3) + 'y' : word.slice(0, -1)
  if (/(?:ss|sh|ch|x|zz)es$/.test(word)) return word.slice(0, -2)
  return /[sui]s$/.test(word) ? word : word.slice(0, -1)
}

/** Mends what is left when "ed" or "ing" is cut off: "plann" is plan, "rat" is rate. */
function mended(stump: string): string {
  const last = stump[stump.length - 1]
  const doubled = stump.length > 2 && last === stump[stump.length - 2] && !isVowelAt(stump, stump.length - 1)
  if (doubled) return 'lszf'.includes(last) || (stump.length === 3 && isVowelAt(stump, 0)) ? stump : stump.slice(0, -1)
  return isShortSyllable(stump, stump.length) ? stump + 'e' : stump
}

function withoutVerbEnding(word: string): string {
  if (word.endsWith('ied')) return word.length > 4 ? word.slice(0, -3) + 'y' : word.slice(0, -1)
  if (word.endsWith('eed')) return word
  const cut = word.endsWith('ing') ? 3 : word.endsWith('ed') ? 2 : 0
  if (cut === 0 || word.length - cut < 2) return word
  const stump = word.slice(0, -cut)
  return hasVowel(stump) ? mended(stump) : word
}

/** Takes a base form to the one spelling that stands for all its forms: no silent e, one l, American endings. */
function canonical(base: string): string {
  let word = base
  if (word.length > 4 && word.endsWith('ie')) return word.slice(0, -2) + 'y'
  if (word.length > 3 && word.endsWith('e') && !word.endsWith('ee')) {
    const before = word.length - 1
    const syllables = measure(word, before)
    if (syllables > 1 || (syllables === 1 && !isShortSyllable(word, before))) word = word.slice(0, -1)
  }
  if (word.endsWith('ll') && measure(word, word.length) > 1) return word.slice(0, -1)
  if (word.length > 5 && word.endsWith('our') && !isVowelAt(word, word.length - 4)) return word.slice(0, -3) + 'or'
  if (word.length > 5 && (word.endsWith('iz') || word.endsWith('yz'))) return word.slice(0, -1) + 's'
  if (word.endsWith('ization')) return word.slice(0, -7) + 'isation'
  return word
}

const irregularStems = new Map<string, string>()
for (const line of irregularForms.trim().split('\n')) {
  const [base, ...forms] = line.split(' ')
  for (const form of forms) irregularStems.set(form, canonical(base))
}
for (const word of uninflected.trim().split(/\s+/)) irregularStems.set(word, word)

/**
 * The stem of an English word: one spelling for all its inflected forms and for British and American spelling, so that words of a
 * claim and of an article can be compared. Only inflection is undone ("negotiated", "negotiates" but not "negotiator"), as in
 * R. Krovetz, "Viewing morphology as an inference process" (SIGIR 1993), with the measure and the repairs of
 * M. F. Porter, "An algorithm for suffix stripping" (Program 14, 1980). A stem need not be a word.
 * @param word a word of letters, in any case
 */
export function stem(word: string): string {
  const lower = word.toLowerCase()
  const known = irregularStems.get(lower)
  if (known !== undefined || lower.length < 4) return known ?? lower
  const singular = withoutPlural(lower)
  return irregularStems.get(singular) ?? canonical(withoutVerbEnding(singular))
}

/** The stem of a word as a number: {@link hashWord} of {@link stem}. */
export const stemHash = (word: string): number => hashWord(stem(word))
