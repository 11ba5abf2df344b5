/**
 * Words that mean the same in news, by our own judgement. A line of `sameMeaning` is one concept: its words are treated as one word.
 * A line of `closeMeaning` holds words that often stand for each other without being the same. A word in capitals counts only where
 * it is written so. Any inflected form counts.
 */

/** One concept a line. A word stands in one line only. */
export const sameMeaning = `
take office, assume office, take up post, take up his post, take up her post, assume role, assume his role, assume her role, assume their role, be in office, in office, swear in, sworn in
take effect, enter into force, come into force, go into effect, come into effect, enter into effect
tariff, levy, customs duty, import duty, import tax
truce, ceasefire, cease fire
expire, expiry, expiration, lapse, run out
vice premier, deputy prime minister, vice prime minister, deputy premier
prime minister, premier
vice president, deputy president
contract, agreement, accord, deal, pact
jail, prison, imprison
film, movie
die, death, dead, kill, fatality, fatal, deadly, perish, lose life, lose their life, lose his life, lose her life
injure, injury, wound, wounded, hurt
arrest, detain, take into custody, detention
police, policeman, policemen, policewoman, police officer, cop
firm, company, corporation, enterprise
buy, purchase
acquire, acquisition, take over, takeover, buy out, buyout
increase, rise, climb, go up, uptick
decrease, fall, decline, drop, go down
surge, soar, skyrocket, rocket, jump, leap, spike, shoot up
plunge, plummet, tumble, slump, nosedive
revenue, turnover
earnings, profit
begin, start, commence, kick off, get under way, get underway, get going
finish, conclude, wrap up, come to an end
poll, survey
doctor, physician, medic
hospital, infirmary
lawyer, attorney, solicitor, barrister
per cent, percent, percentage
percentage point, percentage points, ppt
quarrel, row, feud
talk, negotiation, negotiate
allow, permit
ban, prohibit, outlaw, forbid
help, assist, assistance, aid
need, require
try, attempt
show, reveal, indicate
ask, request
answer, reply, respond, response
choose, select, pick, opt
get, obtain, receive
build, construct, construction
car, automobile, motorcar
lorry, truck
plane, airplane, aeroplane, aircraft, airliner
flat, apartment
house, home
city, town
street, road
kid, child
boy, lad
mother, mum, mom
father, dad
husband, wife, spouse
footballer, football player, soccer player
soccer, football
coach, manager
match, fixture
trophy, silverware
referee, umpire
goalkeeper, goalie, keeper
earthquake, quake, tremor, temblor
hurricane, typhoon, cyclone
flood, flooding, inundation
wildfire, bushfire, forest fire, brush fire
fire, blaze
firefighter, fireman, firemen, fire crew
explosion, blast, explode
bomb, explosive
crash, collision, collide
shoot, gun down, open fire
soldier, troop, serviceman, servicemen, service member
army, military, armed force
navy, naval
fighter, militant, insurgent, rebel
terrorist, terrorism, terror
hostage, captive
refugee, asylum seeker
migrant, immigrant
election, vote, ballot
voter, electorate
lawmaker, legislator, parliamentarian, MP, member of parliament, congressman, congresswoman, congressmen
parliament, legislature
law, legislation
resign, step down, quit, resignation, stand down
dismiss, sack, dismissal, lay off, layoff, redundancy
hire, recruit, employ
employee, worker, staff, workforce, staffer
boss, chief, head, chief executive, chief executive officer, CEO
chairman, chair, chairwoman, chairperson
spokesman, spokeswoman, spokesperson
founder, cofounder, co founder
wage, salary, pay
job, position
unemployed, jobless, out of work
unemployment, joblessness
shop, store, retail outlet
shopper, customer, consumer, client
product, goods, merchandise
price, cost
cheap, inexpensive
expensive, costly, pricey
money, cash, funds
loan, lend, credit
debt, borrowing, liability
bank, lender
share, stock, equity
shareholder, stockholder
dividend, payout
bond, gilt
oil, crude, petroleum
petrol, gasoline
gas, natural gas
electricity, electric power
factory, plant
manufacture, manufacturing, produce, production
rare earth, rare earths
soybean, soya bean, soy bean, soybeans, soya
semiconductor, microchip, chip
mobile phone, cell phone, cellphone, smartphone
internet, web
website, web site
social media, social network
app, application
launch, unveil, roll out, rollout, introduce
announce, announcement
publish, publication
release, free, set free
postpone, delay, put off, push back, defer
cancel, call off, scrap, cancellation
suspend, suspension, halt
resume, restart, resumption
extend, prolong, extension
approve, approval, sign off, green light, greenlight
reject, turn down, refuse, rejection, refusal
oppose, opposition
support, back, endorse
criticize, criticism, slam, denounce, condemn, condemnation
praise, hail, laud
accuse, allege, accusation, allegation
deny, denial
admit, concede, confess, confession
claim, assert
warn, warning
promise, pledge, vow
threaten, threat
demand, call for
order, command
investigate, investigation, probe, inquiry, enquiry
trial, court case
court, tribunal
judge, justice
convict, conviction, find guilty
acquit, acquittal, find not guilty
sentence, jail term, prison term, prison sentence
attack, assault
attacker, assailant
murder, homicide
steal, theft, stolen
robbery, rob, heist
burglary, break in
rape, sexual assault
drug, narcotic
drugmaker, pharmaceutical company
medicine, medication
vaccine, jab
vaccinate, vaccination, immunise, inoculate
infect, infection
disease, illness, sickness
coronavirus, covid, COVID
patient, sufferer
scientist, researcher
study, research
university, college
pupil, student, schoolchild, schoolchildren
teacher, schoolteacher
school, academy
singer, vocalist
song, track, tune
actor, actress
director, film maker, filmmaker
author, writer
prize, award
painting, canvas
museum, gallery
ship, vessel
boat, dinghy
train, railway, rail
airport, airfield
passenger, traveller
tourist, holidaymaker, visitor, vacationer
holiday, vacation
hotel, inn
restaurant, eatery
meeting, meet, summit
visit, trip
king, monarch
government, administration
diplomat, envoy, ambassador
embassy, diplomatic mission
sanction, embargo
nuclear, atomic
weapon, arms
war, conflict
peace, peacetime
border, frontier
region, area
country, nation
capital, capital city
global, worldwide, international, world
domestic, home grown
annual, yearly, per year, per annum
monthly, per month
weekly, per week
daily, per day
year on year, year over year, from a year earlier, from a year ago, compared with a year earlier, compared with a year ago
gross domestic product, GDP
consumer price index, CPI
inflation, consumer prices
interest rate, base rate, lending rate, borrowing cost
central bank, reserve bank
Federal Reserve, the Fed
stock market, stock exchange, bourse
budget, spending plan
tax, taxation
spend, expenditure, outlay
income, takings
growth, expansion, grow, expand
shrink, contraction
recession, downturn
forecast, predict, prediction
estimate, reckon
expect, anticipate, expectation
record, all time high
wedding, marriage, marry, wed
divorce, split up
baby, infant, newborn
pregnant, expecting a baby
teenager, teen, adolescent
elderly, senior, pensioner
disabled, handicapped
poor, impoverished
rich, wealthy, affluent
big, large, huge
small, little, tiny
important, significant, key
new, latest
old, aged
quick, rapid
hard, difficult, tough
dangerous, hazardous, risky
safe, secure
happy, glad, delighted
sad, unhappy
angry, furious
afraid, scared, frightened
near, close to
about, around, approximately, roughly
previous, former, prior
joint, combined
total, overall
rescue, save
survivor, survive, survival
victim, casualty
missing, disappear, disappearance, vanish
search, hunt
discover, find, uncover
destroy, demolish, wreck
damage, harm
collapse, cave in
evacuate, evacuation
rain, rainfall, downpour
snow, snowfall
hot, scorching
climate change, global warming
emission, greenhouse gas
pollution, contamination
forest, woodland
river, waterway
animal, wildlife
dog, canine
mine, colliery
farmer, grower
crop, harvest
grain, cereal
win, victory, triumph
beat, defeat
lose, loss
draw, tie
penalty, spot kick
champion, title holder, titleholder
team, squad
club, outfit
player, sportsman, sportsmen
fan, supporter
injury time, stoppage time, added time
half time, halftime
seat, constituency
candidate, nominee, contender
campaign, election campaign
democracy, democratic
protest, demonstration, demonstrate, rally
protester, demonstrator
riot, unrest
strike, walkout, industrial action, stoppage
union, trade union, labor union
gun, firearm
knife, blade
dollar, buck
pound, quid
billionaire, tycoon, magnate
merger, merge
bankrupt, bankruptcy, insolvent, insolvency, insolvency proceedings
invest, investment
investor, backer
headquarters, head office, HQ
startup, start up
owner, proprietor
own, possess
rent, lease
tenant, renter
landlord, property owner
mortgage, home loan
property, real estate
`

/** Words that often stand for one another. */
export const closeMeaning = `
enter, entry
fly, flight
introduce, introduction
own, owner, ownership
separate, separation
succeed, success
receive, receipt
relocate, relocation, move
punishment, penalty, sentence
ship, shipment, export
shut, close, shutdown, closure
population, inhabitant, resident
worth, value
cut, reduce, reduction
withdraw, recall
tenure, term, mandate
breach, violate, violation
stoppage, walkout, strike
trial, court, hearing
payout, payment, pay
stake, own
recession, contraction, shrink
take effect, kick in
take effect, become effective
take effect, effective
take effect, apply
effective, in force
expire, in place
expire, come to an end
extend, renew
roll back, lower, reduce, bring down
phone call, telephone, phone
telephone, phone
telephone, call
talk, speak
conversation, speak
meet, sit down, gather
meet, face to face
convene, summon, call together, gather
summit, get-together
surcharge, tariff
surcharge, extra
surcharge, additional
postponement, delay
limit, restrict
restrict, control
restrict, curb
restriction, ban, block
export control, export
export control, control
export restriction, export
export restriction, restriction
deadline, expire
remain, stay
stay, trip
estimate, calculate
loss, lose, shrink
shrink, fall
prospect, possibility, possible
threaten, announce
threaten, plan, propose
begin, sit down
united states, washington
china, beijing
russia, moscow
ukraine, kyiv
european union, brussels
united kingdom, london
france, paris
germany, berlin
japan, tokyo
south korea, seoul
north korea, pyongyang
iran, tehran
india, delhi
white house, washington
white house, administration
white house, president
employ, employee
convict, guilty, find guilty
demand, seek, ask
encounter, meeting
encounter, round
round, meeting
slap, impose
tour, visit, travel
earn, receive
attendance, spectator
length, long
width, wide
height, high, tall
depth, deep
weight, weigh
payable, pay
become, take office
cost, spend
hint, suggest, signal, imply, indicate
reckon, believe, think, calculate, estimate
fear, worry, concern, warn
shave, shrink, erode, dent, trim, cut, reduce, lower
journalist, reporter, correspondent, press
curb, restriction, rule, regulation, control
unveil, disclose, reveal, announce, present
threaten, warn, vow, threat
pause, truce, freeze, moratorium, suspension
prolong, extend, renew, lengthen
rift, split, rupture, escalation, dispute
gathering, summit, conference, congress, forum
delegation, team, side, party, mission
lead, head, chair, spearhead
office, role, post, power
depart, leave, fly, set off
trip, stay, tour, journey
exporter, seller, shipper, producer
shipment, export, delivery, sale
import, purchase, buy
chip, semiconductor, processor
battery, cell
goods, product, item, import
output, production, economy, GDP
levy, duty, charge, tax
levy, rate, burden
current, present, latest
additional, extra, further, more, fresh, new
fresh, new, further, another
planned, proposed, scheduled, set
schedule, plan, set, due
due, expected, scheduled
plan, want, aim, intend, hope, seek
aim, goal, target, objective
sustainable, viable, last, tenable
prolonged, continued, lasting, long
tentative, provisional, preliminary
collapse, fail, break down
resume, restart, reopen, return
phone call, call, conversation
conversation, talk, discussion
letter, note, memo
adviser, aide, counsellor, consultant
associate, ally, confidant, colleague
deputy, vice
envoy, negotiator, representative
governor, head, chief
mayor, chief
agency, body, watchdog, regulator
regulator, authority, watchdog
ministry, department, office
department, agency, bureau
committee, panel, commission
panel, jury, board
board, directors, council
verdict, ruling, decision, judgment
appeal, challenge, contest
lawsuit, suit, case, claim
sue, lawsuit, claim
charge, count, accusation
suspect, accused, defendant
prosecutor, prosecution
witness, testify, testimony
evidence, proof
custody, detention, prison
escape, flee, run away
rob, steal, loot
stab, knife, attack
shot, shoot, gunfire, bullet
wound, injure, hurt, harm
drown, sink
sink, capsize, go down
capsize, overturn, flip
crash, collide, hit, smash
hit, strike, batter, pound, lash
devastate, destroy, flatten, ravage, wreck
damage, ruin, wreck
flee, evacuate, displace, leave
displace, uproot, homeless
shelter, camp, centre
stranded, trapped, stuck
rubble, debris, wreckage, ruin
toll, number, count, figure
confirm, verify, acknowledge
unaccounted, missing
resident, inhabitant, local, people, household
household, home, family
village, settlement, community, town
bridge, crossing
quay, dock, pier, wharf, harbour
port, harbour, dock
coast, shore, seaside, beach
slope, hillside, mountain
eruption, volcano, erupt
landslide, mudslide, avalanche
drought, dry, shortage
heatwave, heat, hot
shortage, lack, scarcity, deficit
hunger, famine, starvation
donate, give, contribute, pledge
grant, fund, subsidy, money
subsidy, support, aid, grant
fund, finance, pay for, bankroll
budget, fund, spending
costs, price, bill, expense
price, fee, fare, tariff
ticket, fare, admission
wage, earn, pay, income
bonus, reward, payout
pension, retirement
retire, step down, retirement
quit, leave, resign
replace, succeed, take over
successor, replacement
predecessor, former
join, enter, sign
sign, join, agree, contract
transfer, move, signing
fee, sum, price
score, net, hit, convert
equalise, level
win, clinch, seal, secure, claim
lose, suffer, concede
title, crown, trophy, championship
final, decider
debut, first appearance
debut, premiere, launch
appearance, game, cap, match
season, campaign, year
coach, trainer, manager
captain, skipper
injury, knock, problem
sideline, rule out, miss
spectator, crowd, audience, viewer
audience, viewer, viewership
release, publish, issue
album, record, release
tour, concert, gig
festival, event
star, actor, celebrity
broadcast, air, televise
channel, network, broadcaster
newspaper, paper, daily
article, story, report, piece
poll, survey, vote
respondent, people, participant
turnout, vote
seat, mandate, constituency
coalition, alliance, government
alliance, bloc, union
bloc, union, group
cabinet, government
bill, law, legislation, act
pass, approve, adopt
adopt, approve, accept
reject, vote down, refuse, dismiss
repeal, scrap, abolish, end
ban, outlaw, block, stop
protester, activist, demonstrator, marcher
activist, campaigner
march, protest, demonstration
clash, fight, battle, confrontation
fighting, combat, battle
offensive, attack, assault
shell, bombard, artillery
withdraw, pull out, retreat, leave
deploy, send, station
base, camp
recruit, hire, enlist
ceasefire, truce, peace
hostage, captive, prisoner
release, free, let go
exchange, swap, trade
aid, relief, help
company, firm, group, business, maker
plant, factory, site
open, inaugurate, launch
close, shut, shutter
expand, grow, enlarge
layoff, cut, job loss
dismiss, fire, lay off
workforce, employee, staff, worker
stake, share, holding
takeover, acquisition, buy, bid
bid, offer
merge, combine, join
spin off, separate
default, fail
profit, income, earnings, gain
loss, deficit
sales, revenue, turnover
quarter, period
forecast, outlook, guidance, prediction
outlook, forecast, prospect
beat, exceed, top, surpass
exceed, surpass, top, pass
drop, fall, sink, slide, slip
rally, rise, recover, rebound
recover, rebound, bounce
stable, steady, unchanged
steady, flat, unchanged
peak, high, record
low, trough
average, mean
roughly, about
nearly, almost
triple, three times
double, twice
halve, half
share, proportion, portion, part
majority, most
fifth, one in five
rate, level, pace
pace, speed
speed, velocity
length, long
height, tall, high
weight, weigh
distance, far
wide, width
deep, depth
size, area
age, old
born, birth
raise, bring up
wed, marry, wedding
spouse, husband, wife, partner
partner, husband, wife, boyfriend, girlfriend
brother, sibling
sister, sibling
clinic, hospital
ward, hospital
surgery, operation, procedure
operate, surgery
diagnose, diagnosis
symptom, sign
trial, test, study
study, research, analysis, paper
vaccine, shot, jab
dose, shot, injection
outbreak, epidemic, spread
spread, transmission
cure, treat, heal
drug, pill, tablet
overdose, drug
school, classroom
teach, teacher, lesson
exam, test
graduate, degree
rocket, launcher
satellite, spacecraft, probe
astronaut, crew
launch, lift off, blast off
telescope, observatory
species, animal
whale, dolphin
fish, catch
hunt, poach
forest, tree, wood
plant, tree
renewable, wind, solar, green
turbine, wind
grid, network, electricity
outage, blackout, power cut
flight, plane, jet
airline, carrier
pilot, captain
runway, airport
track, line, rail
tunnel, underground
traffic, vehicle, car
driver, motorist
cyclist, bike, bicycle
pedestrian, walker
lorry, vehicle, truck
tanker, ship
cargo, freight, goods
crew, sailor, seaman
ferry, boat, ship
duty, tariff, tax
truce, pause, suspend, peace
expire, finish, end, terminate, close
end, finish, stop, halt, cease
deal, bargain, settlement, treaty
contract, treaty, arrangement
increase, grow, growth, gain, up, surge, raise, boost, add, advance
decrease, slip, down, plunge, dip, lose, reduce, cut, slide, shed, ease
reduce, cut, slash, trim, curb
raise, boost, lift, hike, increase
buy, acquire
quick, fast, swift
forecast, project, expect
unit, subsidiary, branch, division
squad, side
league, division
minister, secretary
leader, ruler
church, congregation
branch, outlet
initial, original
fortnight, weeks
headquarters, based
revenue, sale, income
earnings, income, net
begin, open, launch
match, game, tie, contest, clash
goal, strike, effort, finish
score, goal, strike
kill, murder, die, toll, slay
injure, casualty, harm
arrest, hold, capture, seize, custody
police, officer, detective, force
judge, magistrate
jail, custody, cell, detention
sentence, term, jail
child, son, youngster
child, daughter
teenager, youth, youngster
woman, lady, girl
man, guy, boy
mother, parent
father, parent
home, property, residence
money, sum, fund, amount
price, fee, charge, value
say, tell, state, comment, announce, remark, add, note, declare
report, statement, document
agree, agreement, accept
meet, meeting, talk, conference
talk, discussion, dialogue, consultation, discuss
trade, commerce
trade war, trade dispute, trade conflict, trade tension
export control, export restriction, export curb
exempt, exemption, waiver
ban, block, restrict, bar
restriction, curb, limit, control
tension, dispute, conflict
strike, attack, raid
attack, raid, ambush
bomb, blast
quake, shock
storm, hurricane
rain, storm
fire, burn
crash, accident, wreck
crash, derail
road, highway, motorway
train, service
travel, journey, trip
arrive, land, reach
leave, depart, exit
go, travel, move
send, dispatch, deploy
give, hand, grant, donate
hand, deliver
offer, bid, propose, proposal
plan, propose, intend, scheme
promise, commit, commitment, guarantee
warn, caution
urge, call, appeal
demand, request
criticism, attack, blame
accuse, blame, charge
charge, indict
fine, penalty
fraud, scam
money, cash
pay, spend
cost, worth, price
sell, sale, offload
company, maker, giant
maker, manufacturer, producer
manufacture, make
build, develop, erect
job, role, post
role, part
post, position
hire, appoint, appointment, name
appoint, choose, pick
leader, head, boss
president, leader
head, lead, run
official, authority
government, state, authority
minister, official
lawmaker, senator, representative, deputy
election, poll
win, beat, success, secure
win, earn, claim, take
record, best
best, top
champion, winner
final, last
semifinal, semi
team, club
fan, crowd, spectator
attend, attendance, crowd
stadium, ground, arena
study, report, survey
find, discover, detect
scientist, expert, academic
expert, specialist, analyst
analyst, economist
show, suggest
university, school
pupil, child
doctor, surgeon
nurse, medic
patient, case
infection, case
virus, coronavirus
disease, condition
drug, medicine, treatment
treat, treatment
vaccine, dose
people, person, resident, citizen, individual, inhabitant
population, people
resident, citizen, local, inhabitant
crowd, people
family, relative
friend, pal
city, capital
region, province
area, zone, district
district, neighborhood
place, site, location
large, major, giant, massive, vast
small, minor, slight
important, crucial, vital, major
slight, modest
strong, robust
weak, sluggish
good, positive
bad, negative, poor
old, elderly
young, youth
quick, swift, speedy
hard, harsh
close, near
currently, now, present
recent, latest
before, previously, earlier
after, following
annual, year
currency, money
bank, institution
stock, shares
loan, mortgage
fund, investment
economy, economic, GDP
demand, sale
supply, shipment, delivery
shipment, cargo
oil, fuel
fuel, petrol, diesel
power, energy, electricity
plant, facility
factory, facility, mill
mine, pit
farm, agriculture, farmer
soybean, crop
crop, grain
water, river
dam, reservoir
emission, pollution, carbon
weather, climate
heat, hot, temperature
cold, winter
rescue, recover
rescue worker, rescuer
shelter, refuge
destroy, damage
collapse, fall
missing, lost
search, seek, look
body, corpse
funeral, burial
burial, bury
marry, couple
singer, musician, artist
song, single
band, group
movie, picture, drama
show, program, series
episode, show
author, novelist
book, novel
book, title
prize, medal
award, honor
art, painting
exhibition, show
internet, online
website, site
app, software
phone, handset, device
user, customer, subscriber
subscriber, member
member, participant
message, email
hack, breach
data, information
information, detail
secret, confidential
spy, espionage
soldier, fighter
troop, force
army, force
war, fight, battle
weapon, gun
missile, rocket
nuclear, reactor
border, boundary
refugee, migrant
riot, violence
violence, clash
rebel, opposition
coup, overthrow
embassy, diplomat
sanction, penalty
visit, tour
holiday, break
tourist, traveler
hotel, resort
restaurant, cafe
food, meal
drink, beverage
alcohol, drink
cigarette, tobacco
smoke, cigarette
`

/** Pairs of opposites: where one stands for the other, the sentences disagree. Each side is one or more words. */
export const opposites = `
increase / decrease, plunge, reduce, slip, shrink, cut, down, dip, slide, shed
up / down
surge / plunge, decrease
growth / shrink, decrease
gain / lose, decrease, shed, slip
raise / reduce, cut, decrease, slash
boost / reduce, cut
widen / narrow
strengthen / weaken
improve / worsen, deteriorate
accelerate / slow, decelerate
expand / shrink
recovery / recession
boom / bust, recession
surplus / deficit, shortfall
profit / loss
buy / sell
purchase / sale
acquire / sell, divest
win / lose
winner / loser
beat / lose
success / failure
succeed / fail
import / export
importer / exporter
exporter / importer
first / last
first / final
before / after
earlier / later
early / late
male / female
man / woman
men / women
boy / girl
son / daughter
brother / sister
father / mother
king / queen
prince / princess
uncle / aunt
nephew / niece
widow / widower
grandfather / grandmother
more / less, fewer
most / least, fewest
above / below
over / under
maximum / minimum
majority / minority
many / few
all / none
always / never
high / low
large / small
long / short
old / young, new
open / close, shut
begin / finish, end, stop, expire
arrive / leave, depart
arrival / departure
enter / exit, leave
come / go
allow / ban, block
legal / illegal
lawful / unlawful
legalize / ban
approve / reject, veto
accept / reject
admit / deny
confirm / deny
agree / disagree
support / oppose
praise / criticize
ally / enemy
friend / enemy
attack / defend
offense / defense
attack / retreat
advance / retreat
war / peace
hire / dismiss
appoint / dismiss
join / leave, resign
employed / unemployed
employment / unemployment
guilty / innocent
guilty / acquit
convict / acquit
arrest / release
jail / release
detain / release
capture / release
impose / lift, waive
tighten / loosen, relax
tighten / ease
strict / lenient
resume / suspend, stop, cancel
extend / shorten, expire
postpone / bring forward
maintain / abandon
keep / abandon
build / destroy
create / destroy
birth / death
born / die
live / die
alive / dead
survivor / victim
survive / die
kill / rescue
injured / unhurt, uninjured
safe / dangerous
find / lose
missing / found
rich / poor
cheap / expensive
strong / weak
heavy / light
fast / slow
hot / cold
warm / cool
heat / cold
wet / dry
flood / drought
north / south
northern / southern
northeast / southwest
northwest / southeast
east / west
eastern / western
upper / lower
top / bottom
inside / outside
internal / external
indoor / outdoor
domestic / foreign, global
local / national
urban / rural
public / private
civilian / military
democrat / republican
conservative / liberal
left wing / right wing
incumbent / challenger
teacher / pupil
doctor / patient
employer / employee
buyer / seller
lender / borrower
lend / borrow
creditor / debtor
landlord / tenant
plaintiff / defendant
prosecution / defence
attacker / victim
day / night
morning / evening
summer / winter
spring / autumn
sunrise / sunset
past / future
previous / next
last / next
yesterday / tomorrow
today / yesterday
today / tomorrow
positive / negative
optimistic / pessimistic
optimism / pessimism
good / bad
better / worse
best / worst
right / wrong
true / false
correct / incorrect
possible / impossible
likely / unlikely
certain / uncertain
known / unknown
happy / sad
easy / hard
full / empty
include / exclude
with / without
senior / junior
permanent / temporary
voluntary / compulsory, mandatory
mandatory / optional
direct / indirect
active / passive
adult / child
parent / child
married / single
bullish / bearish
inflation / deflation
debit / credit
spend / save
income / expenditure
lead / trail
promote / relegate
promotion / relegation
home win / away win
underestimate / overestimate
exceed / miss
outperform / underperform
oversupply / shortage
connect / disconnect
load / unload
lock / unlock
appear / disappear
hide / reveal
remember / forget
push / pull
give / take
send / receive
ask / answer
question / answer
teach / learn
love / hate
laugh / cry
sink / float
land / take off
land / sea
onshore / offshore
solid / liquid
single / double
single / married
minor / major
ancient / modern
natural / artificial
sick / healthy
infected / recovered
sober / drunk
asleep / awake
`

/** A country and the words for what and who belongs to it, one concept a line. */
export const countries = `
united states, united states of america, US, USA, U.S., U.S.A., america, american
united kingdom, UK, U.K., britain, british, briton, great britain
european union, EU, E.U.
united nations, UN, U.N.
china, chinese
taiwan, taiwanese
japan, japanese
south korea, south korean
north korea, north korean
korea, korean
india, indian
pakistan, pakistani
bangladesh, bangladeshi
sri lanka, sri lankan
nepal, nepalese, nepali
afghanistan, afghan
iran, iranian
iraq, iraqi
israel, israeli
palestine, palestinian
lebanon, lebanese
syria, syrian
jordan, jordanian
saudi arabia, saudi arabian, saudi
yemen, yemeni
oman, omani
qatar, qatari
kuwait, kuwaiti
bahrain, bahraini
united arab emirates, UAE, emirati
turkey, turkish, turkiye
egypt, egyptian
libya, libyan
tunisia, tunisian
algeria, algerian
morocco, moroccan
sudan, sudanese
south sudan, south sudanese
ethiopia, ethiopian
eritrea, eritrean
somalia, somali
kenya, kenyan
uganda, ugandan
tanzania, tanzanian
rwanda, rwandan
nigeria, nigerian
ghana, ghanaian
senegal, senegalese
mali, malian
cameroon, cameroonian
zimbabwe, zimbabwean
zambia, zambian
south africa, south african
angola, angolan
mozambique, mozambican
russia, russian, russian federation
soviet union, soviet, USSR
ukraine, ukrainian
belarus, belarusian
poland, polish
germany, german
france, french, frenchman, frenchwoman
spain, spanish, spaniard
portugal, portuguese
italy, italian
greece, greek
cyprus, cypriot
malta, maltese
netherlands, dutch, holland
belgium, belgian
luxembourg, luxembourgish
switzerland, swiss
austria, austrian
hungary, hungarian
czech republic, czechia, czech
slovakia, slovak
slovenia, slovenian
croatia, croatian
serbia, serbian
bosnia, bosnian
kosovo, kosovan
albania, albanian
romania, romanian
bulgaria, bulgarian
moldova, moldovan
norway, norwegian
sweden, swedish, swede
denmark, danish, dane
finland, finnish
iceland, icelandic
ireland, irish
scotland, scottish, scot
wales, welsh
england, english
estonia, estonian
latvia, latvian
lithuania, lithuanian
armenia, armenian
azerbaijan, azerbaijani
kazakhstan, kazakh
uzbekistan, uzbek
mongolia, mongolian
thailand, thai
vietnam, vietnamese
cambodia, cambodian
laos, laotian
myanmar, burma, burmese
malaysia, malaysian
singapore, singaporean
indonesia, indonesian
philippines, philippine, filipino
australia, australian
new zealand, new zealander
fiji, fijian
canada, canadian
mexico, mexican
cuba, cuban
haiti, haitian
jamaica, jamaican
dominican republic, dominican
guatemala, guatemalan
honduras, honduran
nicaragua, nicaraguan
costa rica, costa rican
panama, panamanian
colombia, colombian
venezuela, venezuelan
ecuador, ecuadorian
peru, peruvian
bolivia, bolivian
chile, chilean
argentina, argentine, argentinian
uruguay, uruguayan
paraguay, paraguayan
brazil, brazilian
europe, european
asia, asian
africa, african
`
