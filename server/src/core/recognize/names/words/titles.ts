/** Words that end a pre-nominal title or role, so that a name after them is a person's. */
export const titles = `
president premier minister secretary chancellor senator governor congressman congresswoman lawmaker mayor ambassador representative commissioner speaker envoy negotiator delegate
king queen prince princess emperor duke duchess baron baroness earl sultan emir crown sheikh ayatollah pope cardinal archbishop bishop imam rabbi reverend pastor
general admiral colonel lieutenant captain sergeant corporal commander brigadier marshal
ceo cfo coo cto chairman chairwoman chairperson chair director manager founder cofounder executive officer owner boss chief treasurer trustee entrepreneur
spokesman spokeswoman spokesperson analyst analysist economist strategist trader broker adviser advisor aide consultant correspondent reporter journalist editor columnist author writer novelist poet historian
professor scientist researcher physicist biologist astronaut engineer doctor physician surgeon nurse lawyer attorney prosecutor judge justice sheriff detective inspector
actor actress singer musician rapper composer filmmaker producer comedian coach striker midfielder goalkeeper defender quarterback pitcher driver cyclist sprinter swimmer golfer boxer
activist campaigner leader dictator tycoon billionaire magnate secretary undersecretary undersecretaries counsel solicitor magistrate mr mrs ms miss dr prof sir dame lord lady madam
sen rep gov gen lt col maj capt sgt cmdr adm rev hon pres amb supt founder whistleblower victim suspect kingpin
dictator commissar taoiseach
master postmaster harbourmaster headmaster headmistress headteacher dean provost rector referee umpire skipper curator librarian conductor violinist pianist cellist guitarist drummer
firefighter paramedic clerk councillor councilor councilman councilwoman alderman warden registrar ombudsman chef choreographer playwright archaeologist geologist ecologist chemist engineer
mathematician psychologist epidemiologist virologist paleontologist sociologist anthropologist barrister bailiff coroner constable superintendent legislator deputies jockey winger lawmaker undersecretary
premier whip businessman businesswoman fisherman policeman policewoman
`

/** Titles of courtesy and rank that are no role by themselves. */
export const courtesies = `mr mrs ms miss dr prof sir dame lord lady madam`

/** Titles that tell a woman or a man. */
export const femaleTitles = `mrs ms miss dame lady madam queen princess duchess baroness actress congresswoman chairwoman spokeswoman`
export const maleTitles = `mr sir king prince duke lord congressman chairman spokesman pope`

/** Words that stand inside a role before its title. */
export const roleModifiers = `
vice deputy assistant associate acting interim senior junior former ex then late prime foreign interior home chief executive operating financial technology general attorney press party
trade treasury finance defence defense commerce health education energy environment agriculture justice labour labor transport transportation housing security state economic economy industry
managing regional national federal opposition majority minority police army navy military special top lead key first second lady crown presiding supreme court staff human resources services affairs
cabinet executive secretary director research defence investment market policy marketing sales product software communications public relations war development planning science culture sports tourism
justice immigration veterans election campaign principal permanent head international global
grand longtime honorary emeritus
`

/** Words for what someone is, besides titles: heads of appositions. */
export const roleNouns = `
associate ally critic member head deputy partner founder cofounder co-founder expert veteran official candidate nominee successor predecessor rival opponent supporter critic confidant protege friend
resident student teacher farmer soldier pilot fisherman worker employee survivor witness father mother son daughter brother sister wife husband widow cousin uncle aunt grandson granddaughter
scholar academic fellow lecturer politician diplomat technocrat banker financier investor shareholder mogul mastermind architect proponent figure
player champion winner runner medalist star
`

/** Words that say a role was held once. */
export const formerWords = `former ex then late onetime erstwhile outgoing`

/** Titles that also begin names of things: General Motors, King County, Premier League. */
export const compoundTitles = `justice general king queen prince princess premier captain chief crown attorney emperor duke sultan lord major star bishop pope miss judge master dean warden whip clerk skipper chef constable`
