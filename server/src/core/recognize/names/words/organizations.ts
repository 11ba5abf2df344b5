/** Words that end the name of an organisation. */
export const organizationHeads = `
inc corp corporation company companies co ltd limited llc plc gmbh ag nv sa group holdings bank banks airline airlines airways motors industries technologies systems laboratories pharmaceuticals
electric energy petroleum oil gas steel media press news times post journal herald tribune guardian telegraph gazette magazine network broadcasting television radio channel entertainment studios pictures records
university college school academy institute institution hospital clinic museum library theatre theater church foundation trust fund society association federation union league club party
council committee commission board authority agency bureau department ministry office administration treasury directorate secretariat service services court tribunal parliament congress senate assembly
house cabinet police army navy force forces guard guards marines command corps brigade regiment organization organisation alliance coalition partnership confederation cooperation forum consortium
exchange reserve chamber brothers sons partners capital securities insurance communications telecom telecommunications mobile software computer computers airlines aerospace aviation aircraft airplanes
united athletic rangers rovers wanderers fc brewery brewing foods stores supermarkets retail hotels resorts casino shipping logistics railways railway rail bancorp air ventures equity advisors associates
research center centre observatory laboratory lab headquarters taskforce panel movement front resistance brotherhood knights
`

/** Organisation heads that an "of" or "for" may follow within the name. */
export const ofHeads = `
bank university college school institute ministry department office bureau house council court board association society federation union league organization organisation academy chamber church
museum library ministry secretariat commission committee confederation centers center centre fund agency authority party congress group army guard foundation directorate brotherhood order company
movement kingdom republic gulf bay strait isle isles islands sea statue tower bureau museum state cape duchy commonwealth battle treaty university state-of-the-union states parliament administration corporation
united
`

/** Fields of government and trade, which follow "of" in the name of a ministry or a role. */
export const topics = `
state defence defense commerce health education energy environment agriculture justice labour labor transport transportation housing security treasury finance trade interior homeland veterans
foreign affairs economy economic industry science technology culture sport sports tourism information communications planning development immigration oil petroleum water fisheries forestry
human services urban rural social welfare national international public media research investigation statistics standards disease control prevention research technology budget management war peace
international space food drug nations commons lords representatives staff operations
fishery fishing aviation mines mining maritime ports railways roads infrastructure innovation youth women children family families equality digital telecommunications heritage religious parliamentary
provincial livestock irrigation tribal territories climate universities employment pensions islands overseas
`

/** Organisations known by one name; further names of the same one follow after `=`. */
export const organizations = `
United Nations=UN,U.N.
European Union=EU,E.U.
World Trade Organization=WTO
World Health Organization=WHO
International Monetary Fund=IMF
North Atlantic Treaty Organization=NATO
Association of Southeast Asian Nations=ASEAN
Asia-Pacific Economic Cooperation=APEC
Organization of the Petroleum Exporting Countries=OPEC
Federal Reserve=Fed
European Central Bank=ECB
Federal Bureau of Investigation=FBI
Central Intelligence Agency=CIA
British Broadcasting Corporation=BBC
Associated Press=AP
Wall Street Journal=WSJ
Agence France-Presse=AFP
International Atomic Energy Agency=IAEA
International Criminal Court=ICC
European Commission
White House
Pentagon
Kremlin
Downing Street
Capitol
Reuters
Bloomberg
Xinhua
Xinhua News Agency=Xinhua
Fox News
CNN
CNBC
NBC
ABC
CBS
NPR
PBS
Al Jazeera
TASS
Interpol
UNICEF
UNESCO
NASA
FIFA
UEFA
NASDAQ OMX
World Bank
Red Cross
Amnesty International
Human Rights Watch
Greenpeace
Hamas
Hezbollah
Taliban
al-Qaeda
Islamic State
Google
Apple
Apple Inc
Microsoft
Amazon
Meta
Facebook
Twitter
Tesla
Nvidia
Intel
IBM
Samsung
Sony
Toyota
Honda
Nissan
Volkswagen
BMW
Ford
General Motors=GM
General Electric=GE
Chrysler
Boeing
Airbus
Lockheed Martin
Siemens
Nokia
Huawei
Alibaba
Tencent
TikTok
ByteDance
WhatsApp
YouTube
Instagram
Netflix
Disney
Walmart
Wal-Mart
Starbucks
McDonald's
Coca-Cola
Pepsi
Nike
Adidas
Goldman Sachs
Morgan Stanley
JPMorgan
JPMorgan Chase
Citigroup
HSBC
UBS
Barclays
Deutsche Bank
Credit Suisse
BlackRock
Lehman Brothers
ExxonMobil
Chevron
BP
Gazprom
Rosneft
Aramco
Pfizer
Moderna
AstraZeneca
Novartis
Nestlé
Unilever
Lufthansa
Qantas
Standard & Poor's
Moody's
Fitch
Nasdaq Stock Market
House of Representatives
House of Commons
House of Lords
People's Daily
Lloyd's of London
People's Bank of China=PBOC
Supreme Court
State Department
Fox Business Network=Fox Business
Financial Times
New York Times
Washington Post
Guardian
`

/** Words that end the name of an event, law, product, prize, index or the like. */
export const otherHeads = `
summit war games cup olympics championship championships tournament act bill treaty agreement accord accords protocol pact programme program project plan index average composite award awards prize festival carnival
day eve week year crisis revolution conference convention series film book album song edition operation mission initiative strategy fleet open masters marathon derby bowl amendment constitution law deal declaration
scandal affair inquiry election elections referendum dreamliner jet telescope rover satellite missile virus hurricane typhoon cyclone earthquake massacre attack attacks bombing uprising movie show tour holocaust virus
flight
`

/** Names of other things. */
export const others = `
Dow Jones
Dow
Nasdaq
NASDAQ
Nikkei
FTSE
Hang Seng
DAX
CAC
S&P
Standard & Poor's 500
Christmas
New Year's Eve
New Year's Day
New Year
Easter
Ramadan
Eid
Diwali
Hanukkah
Thanksgiving
Halloween
Air Force One
Black Monday
Black Friday
Good Friday
Ash Wednesday
Bitcoin
Windows
Android
Linux
Mac
Macintosh
Internet
Bible
Koran
Quran
Olympic Games
Olympics
World Cup
Super Bowl
Brexit
Nobel Prize
`
