/** Countries and territories by the name that stands first in each line; further names of the same place follow after `=`. */
export const countries = `
United States=US,U.S.,USA,U.S.A.,America,United States of America
United Kingdom=UK,U.K.,Britain,Great Britain
China=People's Republic of China,PRC
United Arab Emirates=UAE,U.A.E.
South Korea=Republic of Korea
North Korea=DPRK
Democratic Republic of the Congo=DRC,Democratic Republic of Congo
Ivory Coast=Côte d'Ivoire
Czech Republic=Czechia
Myanmar=Burma
Turkey=Türkiye
Netherlands=Holland
Afghanistan
Albania
Algeria
Andorra
Angola
Argentina
Armenia
Australia
Austria
Azerbaijan
Bahamas
Bahrain
Bangladesh
Barbados
Belarus
Belgium
Belize
Benin
Bhutan
Bolivia
Bosnia
Bosnia and Herzegovina
Botswana
Brazil
Brunei
Bulgaria
Burkina Faso
Burundi
Cambodia
Cameroon
Canada
Cape Verde
Central African Republic
Chad
Chile
Colombia
Comoros
Congo
Costa Rica
Croatia
Cuba
Cyprus
Denmark
Djibouti
Dominica
Dominican Republic
East Timor
Ecuador
Egypt
El Salvador
Equatorial Guinea
Eritrea
Estonia
Eswatini
Ethiopia
Fiji
Finland
France
Gabon
Gambia
Germany
Ghana
Greece
Greenland
Grenada
Guatemala
Guinea
Guinea-Bissau
Guyana
Haiti
Honduras
Hong Kong
Hungary
Iceland
India
Indonesia
Iran
Iraq
Ireland
Israel
Italy
Jamaica
Japan
Jordan
Kazakhstan
Kenya
Kiribati
Kosovo
Kuwait
Kyrgyzstan
Laos
Latvia
Lebanon
Lesotho
Liberia
Libya
Liechtenstein
Lithuania
Luxembourg
Macau
Macedonia
Madagascar
Malawi
Malaysia
Maldives
Mali
Malta
Marshall Islands
Mauritania
Mauritius
Mexico
Micronesia
Moldova
Monaco
Mongolia
Montenegro
Morocco
Mozambique
Namibia
Nauru
Nepal
New Zealand
Nicaragua
Niger
Nigeria
North Macedonia
Northern Ireland
Norway
Oman
Pakistan
Palau
Palestine
Panama
Papua New Guinea
Paraguay
Peru
Philippines
Poland
Portugal
Puerto Rico
Qatar
Romania
Russia=Russian Federation
Rwanda
Samoa
San Marino
Saudi Arabia
Scotland
Senegal
Serbia
Seychelles
Sierra Leone
Singapore
Slovakia
Slovenia
Solomon Islands
Somalia
South Africa
South Sudan
Soviet Union=USSR
Spain
Sri Lanka
Sudan
Suriname
Sweden
Switzerland
Syria
Taiwan
Tajikistan
Tanzania
Thailand
Togo
Tonga
Trinidad and Tobago
Tunisia
Turkmenistan
Tuvalu
Uganda
Ukraine
Uruguay
Uzbekistan
Vanuatu
Vatican
Venezuela
Vietnam
Wales
Yemen
Yugoslavia
Zambia
Zimbabwe
England
`

/** Continents, regions, seas, states and provinces, capitals and other cities, separated by commas. */
export const otherPlaces = `
Africa,Asia,Europe,North America,South America,Latin America,Central America,Antarctica,Oceania,Middle East,Southeast Asia,South Asia,East Asia,Central Asia,
West Africa,East Africa,North Africa,Sub-Saharan Africa,Eastern Europe,Western Europe,Scandinavia,Balkans,Caucasus,Caribbean,Crimea,Donbas,Gaza,Gaza Strip,West Bank,
Golan Heights,Kashmir,Tibet,Xinjiang,Kurdistan,Chechnya,Catalonia,Bavaria,Siberia,Sahel,Horn of Africa,Himalayas,Alps,Amazon Basin,Mediterranean,Atlantic,Pacific,
Indian Ocean,Pacific Ocean,Atlantic Ocean,Arctic,South China Sea,East China Sea,Black Sea,Red Sea,Baltic Sea,North Sea,Caspian Sea,Persian Gulf,Indo-Pacific,Asia-Pacific,
Wall Street,Silicon Valley,Hollywood,Manhattan,Brooklyn,Queens,Bronx,Capitol Hill,Long Island,Guantanamo Bay,Hawaii,
Alabama,Alaska,Arizona,Arkansas,California,Colorado,Connecticut,Delaware,Florida,Georgia,Idaho,Illinois,Indiana,Iowa,Kansas,Kentucky,Louisiana,Maine,Maryland,
Massachusetts,Michigan,Minnesota,Mississippi,Missouri,Montana,Nebraska,Nevada,New Hampshire,New Jersey,New Mexico,New York,New York City,North Carolina,North Dakota,Ohio,
Oklahoma,Oregon,Pennsylvania,Rhode Island,South Carolina,South Dakota,Tennessee,Texas,Utah,Vermont,Virginia,Washington,West Virginia,Wisconsin,Wyoming,
Ontario,Quebec,British Columbia,Alberta,Manitoba,Saskatchewan,Nova Scotia,New Brunswick,Newfoundland,Yukon,New South Wales,Victoria,Queensland,Tasmania,
Guangdong,Sichuan,Hubei,Hunan,Yunnan,Fujian,Zhejiang,Jiangsu,Shandong,Hebei,Henan,Inner Mongolia,Punjab,Gujarat,Kerala,Tamil Nadu,Maharashtra,Uttar Pradesh,Bihar,Assam,
Sindh,Balochistan,Java,Sumatra,Bali,Borneo,Aceh,Hokkaido,Okinawa,Kyushu,Honshu,Mindanao,Luzon,Penang,Sabah,Sarawak,Johor,Selangor,Sicily,Sardinia,Corsica,Normandy,Brittany,
Tuscany,Lombardy,Andalusia,Saxony,Crete,Kent,Essex,Sussex,Cornwall,Yorkshire,Lancashire,Cumbria,Devon,
Los Angeles,Chicago,Houston,Phoenix,Philadelphia,San Antonio,San Diego,Dallas,San Jose,Austin,Fort Worth,San Francisco,Seattle,Denver,Boston,
Detroit,Nashville,Memphis,Portland,Las Vegas,Baltimore,Milwaukee,Albuquerque,Tucson,Fresno,Sacramento,Atlanta,Kansas City,Miami,Oakland,Minneapolis,Tulsa,Tampa,
New Orleans,Cleveland,Honolulu,Anaheim,Pittsburgh,Cincinnati,St. Louis,St. Paul,Orlando,Newark,Buffalo,Salt Lake City,Cupertino,Palo Alto,Mountain View,Long Beach,
Toronto,Montreal,Vancouver,Ottawa,Calgary,Edmonton,Winnipeg,Mexico City,Tijuana,Guadalajara,Monterrey,Havana,Kingston,Port-au-Prince,Santo Domingo,San Juan,Guatemala City,
San Salvador,Tegucigalpa,Managua,Panama City,Bogotá,Bogota,Medellin,Caracas,Quito,Guayaquil,Lima,La Paz,Santiago,Buenos Aires,Montevideo,Asunción,Brasília,Brasilia,São Paulo,
Sao Paulo,Rio de Janeiro,Salvador,
London,Manchester,Birmingham,Liverpool,Leeds,Sheffield,Bristol,Glasgow,Edinburgh,Aberdeen,Cardiff,Belfast,Dublin,Cork,Oxford,Cambridge,Brighton,Newcastle,Nottingham,Leicester,
Paris,Marseille,Lyon,Toulouse,Nice,Nantes,Strasbourg,Bordeaux,Lille,Cannes,Calais,Brussels,Antwerp,Ghent,Amsterdam,Rotterdam,The Hague,Hague,Utrecht,Berlin,Hamburg,Munich,
Cologne,Frankfurt,Stuttgart,Düsseldorf,Dusseldorf,Leipzig,Dresden,Hanover,Bonn,Vienna,Salzburg,Zurich,Zürich,Geneva,Basel,Bern,Davos,Rome,Milan,Naples,Turin,Venice,Florence,
Genoa,Palermo,Bologna,Madrid,Barcelona,Valencia,Seville,Bilbao,Malaga,Lisbon,Porto,Athens,Thessaloniki,Copenhagen,Stockholm,Gothenburg,Malmö,Oslo,Bergen,Helsinki,Reykjavik,
Warsaw,Kraków,Krakow,Gdansk,Prague,Brno,Bratislava,Budapest,Bucharest,Sofia,Belgrade,Zagreb,Ljubljana,Sarajevo,Skopje,Tirana,Podgorica,Pristina,Chisinau,Kyiv,Kiev,Kharkiv,
Kherson,Mariupol,Odesa,Odessa,Lviv,Dnipro,Zaporizhzhia,Donetsk,Luhansk,Bakhmut,Minsk,Moscow,St. Petersburg,Saint Petersburg,Volgograd,Vladivostok,Sochi,Grozny,Riga,Vilnius,Tallinn,
Istanbul,Ankara,Izmir,Nicosia,Tbilisi,Yerevan,Baku,Astana,Almaty,Tashkent,Samarkand,Bishkek,Dushanbe,Ashgabat,Kabul,Kandahar,Herat,
Jerusalem,Tel Aviv,Haifa,Gaza City,Rafah,Khan Younis,Ramallah,Hebron,Jenin,Beirut,Tripoli,Damascus,Aleppo,Homs,Idlib,Amman,Baghdad,Basra,Mosul,Erbil,Kirkuk,Fallujah,Tehran,Isfahan,
Riyadh,Jeddah,Mecca,Medina,Doha,Abu Dhabi,Dubai,Sharjah,Manama,Kuwait City,Muscat,Sanaa,Aden,Hodeidah,
Cairo,Alexandria,Sharm el-Sheikh,Benghazi,Tunis,Algiers,Rabat,Casablanca,Marrakesh,Khartoum,Darfur,Juba,Addis Ababa,Tigray,Asmara,Mogadishu,Nairobi,Mombasa,Kampala,Kigali,
Dar es Salaam,Dodoma,Kinshasa,Goma,Brazzaville,Luanda,Lusaka,Harare,Lilongwe,Maputo,Windhoek,Gaborone,Johannesburg,Pretoria,Cape Town,Durban,Soweto,Antananarivo,Lagos,Abuja,
Kano,Accra,Abidjan,Dakar,Bamako,Niamey,Ouagadougou,Conakry,Freetown,Monrovia,Lomé,Yaoundé,Libreville,N'Djamena,
New Delhi,Delhi,Mumbai,Bombay,Kolkata,Calcutta,Chennai,Bangalore,Bengaluru,Hyderabad,Ahmedabad,Pune,Jaipur,Lucknow,Islamabad,Karachi,Lahore,Peshawar,Rawalpindi,Quetta,Dhaka,
Chittagong,Cox's Bazar,Colombo,Kandy,Kathmandu,Thimphu,Malé,Beijing,Shanghai,Guangzhou,Shenzhen,Tianjin,Chongqing,Chengdu,Wuhan,Nanjing,Hangzhou,Xi'an,Harbin,Dalian,Qingdao,
Urumqi,Lhasa,Kunming,Taipei,Kaohsiung,Ulaanbaatar,Pyongyang,Seoul,Busan,Incheon,Gyeongju,Daegu,Tokyo,Osaka,Kyoto,Nagoya,Yokohama,Kobe,Fukuoka,Sapporo,Hiroshima,Nagasaki,
Fukushima,Sendai,Hanoi,Ho Chi Minh City,Saigon,Da Nang,Phnom Penh,Vientiane,Bangkok,Chiang Mai,Phuket,Surin,Yangon,Rangoon,Naypyidaw,Mandalay,Kuala Lumpur,Putrajaya,
Jakarta,Bandung,Surabaya,Medan,Manila,Quezon City,Cebu,Davao,Dili,Bandar Seri Begawan,Sydney,Melbourne,Brisbane,Perth,Adelaide,Canberra,Hobart,Darwin,Auckland,Wellington,
Christchurch,Port Moresby,Suva,Heathrow,Gatwick
`

/** Cities with further names. */
export const placeVariants = `
Washington=Washington D.C.,Washington DC,D.C.
New York=New York City,NYC
Los Angeles=L.A.
Kyiv=Kiev
Mumbai=Bombay
Kolkata=Calcutta
Yangon=Rangoon
Ho Chi Minh City=Saigon
Bengaluru=Bangalore
St. Petersburg=Saint Petersburg
`

/** Adjectives of place; alone they name nobody. */
export const nationalities = `
afghan albanian algerian american angolan argentine argentinian armenian asian australian austrian azerbaijani azeri bahraini bangladeshi belarusian belgian bolivian bosnian
brazilian british bulgarian burmese cambodian cameroonian canadian catalan chadian chechen chilean chinese colombian congolese croatian cuban cypriot czech danish dominican
dutch ecuadorian egyptian english eritrean estonian ethiopian european filipino finnish flemish french georgian german ghanaian greek guatemalan haitian honduran hungarian
icelandic indian indonesian iranian iraqi irish israeli italian ivorian jamaican japanese jordanian kazakh kenyan korean kosovar kurdish kuwaiti kyrgyz laotian latvian lebanese
liberian libyan lithuanian macedonian malawian malaysian maldivian malian maltese mauritanian mexican moldovan mongolian montenegrin moroccan mozambican namibian nepalese nepali
nicaraguan nigerian norwegian omani pakistani palestinian panamanian paraguayan peruvian polish portuguese qatari romanian russian rwandan saudi scottish senegalese serbian
singaporean slovak slovenian somali soviet spanish sudanese swedish swiss syrian taiwanese tajik tanzanian thai tibetan tunisian turkish turkmen ugandan ukrainian uruguayan uzbek
venezuelan vietnamese welsh yemeni zambian zimbabwean african arab arabic latin western eastern northern southern southeastern northeastern southwestern northwestern southeast southwest northeast northwest nordic scandinavian baltic balkan caribbean
olympic paralympic islamic muslim christian jewish catholic protestant hindu buddhist sikh sunni shia shiite orthodox evangelical democratic republican conservative communist socialist
americans russians chinese germans australians canadians britons europeans asians africans indians iranians iraqis israelis palestinians ukrainians mexicans italians koreans
malaysians indonesians pakistanis syrians afghans arabs muslims christians jews catholics hindus buddhists democrats republicans conservatives liberals communists thais
filipinos turks kurds greeks poles serbs croats swedes danes finns scots spaniards egyptians nigerians kenyans brazilians rohingya uyghur uyghurs latino latinos hispanic
khmer malay tamil sinhalese pashtun tutsi hutu
`

/** Words that end the name of a place. */
export const placeHeads = `
river rivers lake sea ocean island islands isle isles peninsula mountain mountains hills valley desert canyon strait straits gulf bay harbour harbor falls beach coast city town village county province
prefecture district region territory borough street avenue road boulevard square bridge park airport station heights plateau plains delta basin border highway cove ridge creek forest tower towers plaza temple palace castle mosque cathedral stadium arena pagoda
`

/** Words that begin the name of a place. */
export const placeStarts = `mount lake cape port fort gulf bay strait isle republic kingdom san santa los las el`
